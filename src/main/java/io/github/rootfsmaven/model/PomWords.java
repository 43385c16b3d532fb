package io.github.rootfsmaven.model;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a flag of {@code docker run} is written below {@code <run>} of fabric8's docker-maven-plugin. */
final class PomWords {
    private static final Pattern FLAG = Pattern.compile("--([a-z-]+)(?: (\\S+))?");
    private static final Map<String, String> SWITCHES = Map.of("read-only", "readOnly", "privileged", "privileged");
    private static final Map<String, String> LISTS =
            Map.of("tmpfs", "tmpfs", "cap-add", "capAdd", "cap-drop", "capDrop");

    private PomWords() {}

    static String of(String inCompose, String asFlags) {
        Matcher flag = FLAG.matcher(asFlags);
        if (!flag.matches()) {
            return inCompose;
        }
        String name = flag.group(1);
        String value = flag.group(2);
        if (SWITCHES.containsKey(name)) {
            return "<" + SWITCHES.get(name) + ">true</" + SWITCHES.get(name) + ">";
        }
        String list = LISTS.get(name);
        if (list == null) {
            return inCompose;
        }
        String item = list.equals("tmpfs") ? "mount" : "cap";
        return value == null
                ? "<" + list + ">"
                : "<" + list + "><" + item + ">" + value + "</" + item + "></" + list + ">";
    }
}
