package io.github.rootfsmaven.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Paths inside a Linux container. They are text, not {@link java.nio.file.Path}: the build may run on Windows. */
public final class Paths {
    /** Links that the images in use have; a mount on a link lands where it leads (seen on the engine for /var/run). */
    private static final Map<String, String> LINKS = Map.of("/var/run", "/run", "/var/lock", "/run/lock");

    private Paths() {}

    /** As Go's {@code path.Clean}, which the reference applies to mount targets: no double or trailing slash, no dots. */
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (part.equals("..") && rooted) {
                continue;
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    /** The cleaned path with known links followed. */
    public static String canonical(String path) {
        String clean = clean(path);
        for (Map.Entry<String, String> link : LINKS.entrySet()) {
            if (isWithin(clean, link.getKey())) {
                return link.getValue() + clean.substring(link.getKey().length());
            }
        }
        return clean;
    }

    /** Whether {@code path} is {@code directory} or below it, part by part: {@code /variant} is not in {@code /var}. */
    public static boolean isWithin(String path, String directory) {
        return path.equals(directory) || isBelow(path, directory);
    }

    /** Whether {@code path} is strictly below {@code directory}. */
    public static boolean isBelow(String path, String directory) {
        String prefix = directory.endsWith("/") ? directory : directory + "/";
        return path.startsWith(prefix) && path.length() > prefix.length();
    }

    /** A path that a process would open, seen from its working directory. */
    public static String resolve(String directory, String path) {
        return clean(path.startsWith("/") ? path : directory + "/" + path);
    }

    /** The last part of a path; empty for the root. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The directory that a path is in; the root's is the root. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
