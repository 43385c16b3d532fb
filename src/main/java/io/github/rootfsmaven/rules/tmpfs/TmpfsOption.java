package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of a tmpfs: the words are those of {@code mount/flags_unix.go} in moby/sys, the values those that the
 * kernel's tmpfs takes (tried on a running engine).
 */
final class TmpfsOption {
    private static final Set<String> FLAGS =
            Set.of(("defaults ro rw suid nosuid dev nodev exec noexec sync async dirsync mand nomand atime "
                            + "noatime diratime nodiratime unbindable runbindable private rprivate shared rshared "
                            + "slave rslave relatime norelatime strictatime nostrictatime")
                    .split(" "));

    /** Flags that the engine takes although no tmpfs can be mounted with them. */
    private static final Set<String> UNMOUNTABLE = Set.of("remount", "bind", "rbind");

    private static final String COUNT = "(?:0[xX][0-9a-fA-F]+|[0-9]+)[kKmMgGtTpPeE]?";
    private static final Pattern ID = Pattern.compile("0[xX][0-9a-fA-F]{1,8}|[0-9]{1,10}");

    private record Value(Pattern form, Message words) {
        Value(String form, Message words) {
            this(Pattern.compile(form), words);
        }
    }

    private static final Map<String, Value> VALUES = Map.of(
            "", new Value("(?s).*", Message.of("anything")),
            "size",
                    new Value(
                            COUNT + "%?",
                            Message.of("a number and one of the letters k, m, g (64m, not 64mb), or a percentage")),
            "mode", new Value("[0-7]+", Message.of("an octal number such as 1777")),
            "uid", new Value(ID, Message.of("the number of a user")),
            "gid", new Value(ID, Message.of("the number of a group")),
            "nr_inodes", new Value(COUNT, Message.of("a number")),
            "nr_blocks", new Value(COUNT, Message.of("a number")),
            "mpol",
                    new Value(
                            "(?:default|local|prefer|bind|interleave|weighted interleave).*",
                            Message.of("a memory policy")));

    private TmpfsOption() {}

    /** The part before the equals sign, or the whole flag. */
    static String key(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option : option.substring(0, equals);
    }

    /** Whether the engine accepts it. */
    static boolean isKnown(String option) {
        return option.indexOf('=') < 0
                ? FLAGS.contains(option) || UNMOUNTABLE.contains(option)
                : VALUES.containsKey(key(option));
    }

    /** Whether the kernel accepts it after the engine did. */
    static boolean isMountable(String option) {
        int equals = option.indexOf('=');
        return equals < 0
                ? FLAGS.contains(option)
                : VALUES.get(key(option))
                        .form()
                        .matcher(option.substring(equals + 1))
                        .matches();
    }

    /** Whether a key of that name needs a value. */
    static boolean takesValue(String key) {
        return !key.isEmpty() && VALUES.containsKey(key);
    }

    /** The values of a key in words. */
    static Message valueOf(String key) {
        return VALUES.get(key).words();
    }

    /** All words that may be meant. */
    static List<String> names() {
        List<String> names = new ArrayList<>(FLAGS);
        VALUES.keySet().stream().filter(key -> !key.isEmpty()).forEach(names::add);
        return names;
    }
}
