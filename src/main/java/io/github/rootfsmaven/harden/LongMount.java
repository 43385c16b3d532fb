package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.text.Located;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mount in the long syntax, as it stands in its file: variables stay variables. */
final class LongMount {
    static final String READ_ONLY = "read_only";

    private static final Set<String> SHORT = Set.of("type", "source", "target", READ_ONLY);
    private static final Pattern KEY = Pattern.compile("(?:^|[\\n{,])\\s*[\"']?([A-Za-z_]+)[\"']?\\s*:(?=\\s|$)");

    private LongMount() {}

    /** Whether it stands in keys, rather than in one word. */
    static boolean isOne(Mount mount) {
        return !ShortMount.isOne(mount) && keys(mount).contains("target");
    }

    /**
     * The same, read-only and in the short syntax, for a file that comes after: there it replaces the mount on its target
     * as a whole (compose-go: override/uncity.go). Nothing if it has keys that the short syntax has no word for.
     */
    static Optional<String> readOnly(Mount mount) {
        return SHORT.containsAll(keys(mount))
                ? mount.source()
                        .map(Located::shown)
                        .map(source -> source + ":" + mount.target().shown() + ":ro")
                : Optional.empty();
    }

    private static Set<String> keys(Mount mount) {
        return KEY.matcher(mount.declared().text())
                .results()
                .map((MatchResult key) -> key.group(1))
                .collect(Collectors.toSet());
    }
}
