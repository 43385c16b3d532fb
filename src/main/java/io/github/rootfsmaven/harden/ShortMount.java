package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mount in the short syntax, as it stands in its file: variables stay variables. */
final class ShortMount {
    private ShortMount() {}

    /** Whether it stands in one word, rather than in keys. */
    static boolean isOne(Mount mount) {
        String text = mount.declared().text();
        boolean quoted = text.length() > 1 && (text.startsWith("'") || text.startsWith("\""));
        boolean word = !text.isEmpty() && text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\\');
        return word && (quoted || !text.contains(": ") && "{[&*!|>".indexOf(text.charAt(0)) < 0);
    }

    /** Whether it stands in the list {@code tmpfs}, whose items are words; the long form stands among the volumes. */
    static boolean isTmpfs(Mount mount) {
        return mount.type() == MountType.TMPFS && isOne(mount);
    }

    /** The word without its quotes. */
    static String text(Mount mount) {
        String text = mount.declared().text();
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    /** A bind with {@code ro}, which the short syntax takes in any place among its options. */
    static Optional<String> readOnly(Mount mount) {
        return with(mount, options -> {
            options.remove("rw");
            options.add(0, "ro");
        });
    }

    /** A tmpfs with {@code exec}: of two options that exclude each other the last one counts. */
    static Optional<String> executable(Mount mount) {
        return with(mount, options -> {
            options.remove("noexec");
            options.add("exec");
        });
    }

    private interface Change {
        void of(List<String> options);
    }

    private static Optional<String> with(Mount mount, Change change) {
        if (!isOne(mount)) {
            return Optional.empty();
        }
        String text = text(mount);
        String written = mount.options().stream().map(Located::shown).collect(Collectors.joining(","));
        String end = ":" + written;
        if (!mount.options().isEmpty() && !text.endsWith(end)) {
            return Optional.empty();
        }
        String begin = mount.options().isEmpty() ? text : text.substring(0, text.length() - end.length());
        List<String> options =
                new ArrayList<>(mount.options().stream().map(Located::shown).toList());
        change.of(options);
        return Optional.of(begin + ":" + String.join(",", options));
    }
}
