package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.resources.ConstantPool.Member;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Follows strings through the code of a class as far as it runs in a straight line: from a constant through
 * {@code Path.of} and its like into a call that writes a file. At every place where ways meet, all is forgotten.
 */
final class ConstantPaths {
    private final ClassFile file;
    private final List<Use> uses = new ArrayList<>();
    /** Fields that always get one and the same path. */
    private final Map<Member, Optional<Value>> fields = new HashMap<>();

    private ClassFile.Code code;
    private Instructions instructions;
    private Deque<Value> stack = new ArrayDeque<>();
    private Map<Integer, Value> locals = new HashMap<>();
    private boolean last;

    /**
     * A call that writes.
     *
     * @param path the constant
     * @param call what is called, as people write it: {@code Files.writeString}
     * @param line the line of the constant; empty if the class does not say
     */
    record Use(String path, String call, Optional<Integer> line) {}

    private ConstantPaths(ClassFile file) {
        this.file = file;
    }

    /** @throws IOException if the code is broken */
    static List<Use> of(ClassFile file) throws IOException {
        ConstantPaths paths = new ConstantPaths(file);
        paths.methods();
        paths.last = true;
        paths.methods();
        return paths.uses;
    }

    private void methods() throws IOException {
        for (ClassFile.Code method : file.methods()) {
            code = method;
            instructions = new Instructions(method.bytes());
            forget();
            TreeSet<Integer> meetings = instructions.targets();
            meetings.addAll(method.handlers());
            for (int at = 0; at < instructions.length(); at = instructions.next(at)) {
                if (meetings.contains(at)) {
                    forget();
                }
                step(at);
                if (Instructions.ends(instructions.opcode(at))) {
                    forget();
                }
            }
        }
    }

    private void forget() {
        stack = new ArrayDeque<>();
        locals = new HashMap<>();
    }

    private void step(int at) throws IOException {
        int opcode = instructions.opcode(at);
        switch (opcode) {
            case 0x03, 0x04, 0x05, 0x06, 0x07, 0x08 -> stack.push(Value.number(opcode - 0x03));
            case 0x12 -> stack.push(constant(instructions.unsigned(at + 1), at));
            case 0x13 -> stack.push(constant(instructions.index(at + 1), at));
            case 0x14 -> push(2);
            case 0x19 -> stack.push(local(instructions.unsigned(at + 1)));
            case 0x2A, 0x2B, 0x2C, 0x2D -> stack.push(local(opcode - 0x2A));
            case 0x36, 0x37, 0x38, 0x39, 0x3A -> store(opcode - 0x36, instructions.unsigned(at + 1));
            case 0x53 -> arrayStore();
            case 0xB2 -> stack.push(field(instructions.index(at + 1)));
            case 0xB3 -> put(instructions.index(at + 1), false);
            case 0xB4 -> {
                pop();
                Value value = field(instructions.index(at + 1));
                stack.push(value);
            }
            case 0xB5 -> put(instructions.index(at + 1), true);
            case 0xB6, 0xB7, 0xB8, 0xB9 -> call(file.pool().member(instructions.index(at + 1)), opcode == 0xB8, at);
            case 0xBA -> {
                Descriptor called = Descriptor.of(file.pool().dynamicDescriptor(instructions.index(at + 1)));
                pop(called.slots());
                push(called.result());
            }
            case 0xBB -> stack.push(Value.unknown());
            case 0xBC -> {
                pop();
                push(1);
            }
            case 0xBD -> stack.push(Value.array(pop()));
            case 0xC0 -> {} // a cast leaves what it is
            case 0xC4 -> wide(at);
            case 0xC5 -> {
                pop(instructions.unsigned(at + 3));
                push(1);
            }
            default -> plain(opcode);
        }
    }

    private void plain(int opcode) {
        if (opcode >= 0x3B && opcode <= 0x4E) {
            store((opcode - 0x3B) / 4, (opcode - 0x3B) % 4);
        } else if (opcode >= 0x59 && opcode <= 0x5F) {
            duplicate(opcode);
        } else {
            pop(Math.max(0, Instructions.takes(opcode)));
            push(Math.max(0, Instructions.puts(opcode)));
        }
    }

    /** Opcodes dup to swap: how many of the topmost are copied below how many more. */
    private void duplicate(int opcode) {
        if (opcode == 0x5F) {
            Value first = pop();
            Value second = pop();
            stack.push(first);
            stack.push(second);
            return;
        }
        int copied = opcode >= 0x5C ? 2 : 1;
        int below = (opcode - 0x59) % 3;
        List<Value> top = new ArrayList<>();
        for (int i = 0; i < copied + below; i++) {
            top.add(pop());
        }
        for (int i = copied - 1; i >= 0; i--) {
            stack.push(top.get(i));
        }
        for (int i = top.size() - 1; i >= 0; i--) {
            stack.push(top.get(i));
        }
    }

    private void wide(int at) throws IOException {
        int opcode = instructions.unsigned(at + 1);
        int index = instructions.index(at + 2);
        if (opcode == 0x19) {
            stack.push(local(index));
        } else if (opcode >= 0x36 && opcode <= 0x3A) {
            store(opcode - 0x36, index);
        } else if (opcode >= 0x15 && opcode <= 0x18) {
            push(opcode == 0x16 || opcode == 0x18 ? 2 : 1);
        }
    }

    /** Types in the order of the opcodes: int, long, float, double, reference. */
    private void store(int type, int index) {
        Value value = pop();
        boolean two = type == 1 || type == 3;
        if (two) {
            pop();
            locals.remove(index + 1);
        }
        if (type == 4) {
            locals.put(index, value);
        } else {
            locals.remove(index);
        }
    }

    private Value local(int index) {
        return locals.getOrDefault(index, Value.unknown());
    }

    private Value constant(int index, int at) throws IOException {
        Optional<Integer> line = code.line(at);
        return file.pool().string(index).map(text -> Value.text(text, line)).orElseGet(Value::unknown);
    }

    private void arrayStore() {
        Value value = pop();
        Value index = pop();
        pop().put(index, value);
    }

    private Value field(int index) throws IOException {
        Member member = file.pool().member(index);
        if (Descriptor.slots(member.descriptor()) == 2) {
            stack.push(Value.unknown());
        }
        return last ? fields.getOrDefault(member, Optional.empty()).orElseGet(Value::unknown) : Value.unknown();
    }

    private void put(int index, boolean ofObject) throws IOException {
        Member member = file.pool().member(index);
        int slots = Descriptor.slots(member.descriptor());
        Value value = pop();
        pop(slots - 1 + (ofObject ? 1 : 0));
        if (!last && member.owner().equals(file.name())) {
            Optional<Value> path = Optional.of(value).filter(one -> one.path().isPresent());
            fields.merge(
                    member,
                    path,
                    (before, now) ->
                            before.flatMap(Value::path).equals(now.flatMap(Value::path)) ? before : Optional.empty());
        }
    }

    private void call(Member member, boolean ofClass, int at) {
        Descriptor descriptor = Descriptor.of(member.descriptor());
        List<Value> arguments = new ArrayList<>();
        for (int i = descriptor.parameters().size() - 1; i >= 0; i--) {
            Value value = pop();
            pop(descriptor.parameters().get(i) - 1);
            arguments.add(0, value);
        }
        Value receiver = ofClass ? Value.unknown() : pop();
        FileCalls call = new FileCalls(member, receiver, arguments);
        if (last) {
            call.written()
                    .ifPresent(value -> uses.add(new Use(
                            value.path().orElseThrow(),
                            call.shown(),
                            value.line().or(() -> code.line(at)))));
        }
        Value result = call.result();
        if (descriptor.result() == 1) {
            stack.push(result);
        } else {
            push(descriptor.result());
        }
    }

    private Value pop() {
        return stack.isEmpty() ? Value.unknown() : stack.pop();
    }

    private void pop(int count) {
        for (int i = 0; i < count; i++) {
            pop();
        }
    }

    private void push(int count) {
        for (int i = 0; i < count; i++) {
            stack.push(Value.unknown());
        }
    }
}
