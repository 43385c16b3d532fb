package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where on the host a mount comes from, as far as the files tell whatever machine they are used on. */
public final class HostPath {
    private static final Pattern HOME = Pattern.compile("(?:~|\\$HOME|\\$\\{HOME}|\\$\\(HOME\\))(/.*)?");
    private static final Pattern RELATIVE = Pattern.compile("\\.{1,2}(?:[/\\\\].*)?|[\\w.-][^:]*");

    private HostPath() {}

    /**
     * The source of a bind: cleaned and absolute, or {@code ~} and what follows for a home directory. Empty for a path
     * relative to the project, which is ordinary data wherever the project happens to lie, and for one that is unknown.
     */
    public static Optional<String> of(Mount mount) {
        return mount.source().filter(source -> isPath(mount)).flatMap(HostPath::of);
    }

    /** Whether the source of a mount is written as a path on the host; what is unknown is taken for one. */
    public static boolean isWritten(String source) {
        char first = source.charAt(0);
        return first == '.'
                || first == '/'
                || first == '~'
                || first == Text.UNRESOLVED
                || source.startsWith("\\\\")
                || (source.length() > 1 && source.charAt(1) == ':' && Character.isLetter(first));
    }

    private static boolean isPath(Mount mount) {
        return mount.type() == MountType.BIND || mount.type() == MountType.INHERITED;
    }

    private static Optional<String> of(Located<String> source) {
        Matcher home = HOME.matcher(source.shown());
        if (home.matches()) {
            return Optional.of("~" + (home.group(1) == null ? "" : Paths.clean(home.group(1))));
        }
        String path = source.value();
        boolean known = path.startsWith("/") && path.indexOf(Text.UNRESOLVED) < 0;
        if (!known || RELATIVE.matcher(source.shown()).matches() || isInProject(source)) {
            return Optional.empty();
        }
        return Optional.of(Paths.clean(path));
    }

    /** A variable such as {@code ${PWD}} that leads back to where the file is. */
    private static boolean isInProject(Located<String> source) {
        return source.origin() == Located.Origin.INTERPOLATED
                && source.shown().startsWith("$")
                && java.nio.file.Path.of(Paths.clean(source.value()))
                        .startsWith(source.span().file().path().getParent());
    }
}
