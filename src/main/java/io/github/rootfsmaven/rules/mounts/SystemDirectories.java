package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import java.util.Set;

/** The directories that make a Linux system what it is: its programs, their libraries and their configuration. */
final class SystemDirectories {
    private static final Set<String> TOP = Set.of("/etc", "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/boot");
    private static final Set<String> PARTS = Set.of(
            "/usr/bin",
            "/usr/sbin",
            "/usr/lib",
            "/usr/lib64",
            "/usr/libexec",
            "/usr/local",
            "/usr/local/bin",
            "/usr/local/sbin",
            "/usr/local/lib");

    private static final Set<String> LOCAL = Set.of("etc", "games", "include", "man", "share", "src", "var");

    private SystemDirectories() {}

    /** Whether the path is such a directory as a whole, or the root that holds them all. */
    static boolean contains(String path) {
        return path.equals("/") || TOP.contains(path) || PARTS.contains(path);
    }

    /**
     * Whether the path is the home of a program that was installed by hand, such as {@code /usr/local/tomcat}: directly
     * in {@code /usr/local}, and none of the directories that the Filesystem Hierarchy Standard puts there.
     */
    static boolean isInstallation(String path) {
        return Paths.parent(path).equals("/usr/local")
                && !LOCAL.contains(Paths.name(path))
                && !PathMeaning.isData(path)
                && !PathMeaning.isTemporary(path);
    }

    /** Whether the path is somewhere below such a directory. */
    static boolean isAbove(String path) {
        return TOP.stream().anyMatch(directory -> Paths.isBelow(path, directory));
    }
}
