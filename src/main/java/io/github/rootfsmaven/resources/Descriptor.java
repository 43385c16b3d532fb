package io.github.rootfsmaven.resources;

import java.util.ArrayList;
import java.util.List;

/**
 * What a method takes and returns (JVMS 4.3.3), in slots of the stack.
 *
 * @param parameters the slots of each parameter
 * @param result the slots of the result
 */
record Descriptor(List<Integer> parameters, int result) {

    static Descriptor of(String descriptor) {
        List<Integer> parameters = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            parameters.add(slots(descriptor.substring(at)));
            at = end(descriptor, at);
        }
        return new Descriptor(parameters, at + 1 < descriptor.length() ? slots(descriptor.substring(at + 1)) : 0);
    }

    int slots() {
        return parameters.stream().mapToInt(Integer::intValue).sum();
    }

    /** The slots of a type. */
    static int slots(String type) {
        return switch (type.isEmpty() ? 'V' : type.charAt(0)) {
            case 'V' -> 0;
            case 'J', 'D' -> 2;
            default -> 1;
        };
    }

    private static int end(String descriptor, int from) {
        int at = from;
        while (at < descriptor.length() - 1 && descriptor.charAt(at) == '[') {
            at++;
        }
        if (descriptor.charAt(at) != 'L') {
            return at + 1;
        }
        int end = descriptor.indexOf(';', at);
        return end < 0 ? descriptor.length() : end + 1;
    }
}
