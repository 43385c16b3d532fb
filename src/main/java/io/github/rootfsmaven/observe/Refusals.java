package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.model.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container's log says was refused. The kernel's words are the same everywhere, what stands around them is each
 * program's. nginx and busybox were run for it; the forms of the others are those that are commonly seen in reports. A
 * path that is not absolute is counted, and not guessed.
 */
final class Refusals {
    /** As far around the kernel's words a path is looked for. */
    private static final int BEFORE = 500;

    private static final int BEHIND = 1_000;
    private static final int MOST = 2_000;

    private static final Pattern READ_ONLY = Pattern.compile("(?i)read-only file system|\\bEROFS\\b");
    private static final Pattern DENIED = Pattern.compile("(?i)permission denied|\\bEACCES\\b|AccessDeniedException");

    /** Only with such a word it is certain that somebody wanted to write, and not to read. */
    private static final Pattern WRITING = Pattern.compile(
            "(?i)\\b(?:mkdir|mkdtemp|mkstemp|touch|rename|unlink|truncate|chown|chmod|cannot (?:create|touch|remove)"
                    + "|can't (?:create|touch|remove)|could not create|unable to create|creat(?:e|ing))\\b");

    private static final Pattern NO_EXEC = Pattern.compile("(?<![^\\s:'\"])(/[^\\s:'\"]*): failed to map segment");

    private static final String ERROR = "(?:read-only file system|permission denied)";

    /** Node.js and Python: the path comes after the kernel's words. */
    private static final List<Pattern> AFTER = List.of(
            Pattern.compile("(?i)(?:EROFS|EACCES): " + ERROR + ", \\w+ '(/[^']+)'(?: -> '(/[^']+)')?"),
            Pattern.compile("(?i)" + ERROR + ": '(/[^']+)'(?: -> '(/[^']+)')?"),
            Pattern.compile("AccessDeniedException: (/\\S+)()"));

    /** In quotes, a few words before. */
    private static final Pattern QUOTED =
            Pattern.compile("(?i)[\"'‘“`\\[](/[^\"'’”`\\]]*)[\"'’”`\\]][^/]{0,60}?" + ERROR);

    /** Without quotes only right before: {@code open /x: …}, {@code /x (…)}; a script's own name and line do not fit. */
    private static final Pattern BARE =
            Pattern.compile("(?i)(?<![\\w.\"'‘“`/])(/(?:(?!: )[^\"'’”`()\\[\\]])*)(?:: | \\()" + ERROR);

    private final Set<String> readOnly = new TreeSet<>();
    private final Set<String> denied = new TreeSet<>();
    private final Set<String> noExec = new TreeSet<>();
    private int withoutPath;

    /** One line of the log. */
    void take(String line) {
        int unmapped = line.indexOf("failed to map segment");
        Matcher library = NO_EXEC.matcher(
                unmapped < 0
                        ? ""
                        : line.substring(Math.max(0, unmapped - BEFORE), Math.min(line.length(), unmapped + 30)));
        Matcher refused = READ_ONLY.matcher(line);
        Matcher forbidden = DENIED.matcher(line);
        if (library.find()) {
            add(noExec, library.group(1));
        } else if (refused.find()) {
            if (!paths(around(line, refused), readOnly)) {
                withoutPath++;
            }
        } else if (forbidden.find() && WRITING.matcher(around(line, forbidden)).find()) {
            paths(around(line, forbidden), denied);
        }
    }

    private static String around(String line, Matcher words) {
        return line.substring(Math.max(0, words.start() - BEFORE), Math.min(line.length(), words.end() + BEHIND));
    }

    private static boolean paths(String line, Set<String> into) {
        for (Pattern after : AFTER) {
            Matcher found = after.matcher(line);
            if (found.find()) {
                add(into, found.group(1));
                // what is moved goes away at one place and comes at another
                Optional.ofNullable(found.group(2))
                        .filter(path -> !path.isEmpty())
                        .ifPresent(path -> add(into, path));
                return true;
            }
        }
        return last(QUOTED, line)
                .or(() -> last(BARE, line))
                .filter(path -> add(into, path))
                .isPresent();
    }

    private static Optional<String> last(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group(1));
        }
        // cp /seed /data/x: a blank before a slash ends another word
        return last.map(path -> path.substring(path.lastIndexOf(" /") + 1));
    }

    /** Nobody is given a place in the kernel's own files. */
    private static boolean add(Set<String> paths, String path) {
        String canonical = Paths.canonical(path.strip());
        boolean kernels = List.of("/proc", "/sys", "/dev").stream().anyMatch(place -> Paths.isWithin(canonical, place));
        if (!kernels && !canonical.equals("/") && paths.size() < MOST) {
            paths.add(canonical);
        }
        return true;
    }

    /** Where nothing is writable. */
    Set<String> readOnly() {
        return readOnly;
    }

    /** Where this user may not write. */
    Set<String> denied() {
        return denied;
    }

    /** Machine code that may not be run where it lies. */
    Set<String> noExec() {
        return noExec;
    }

    /** How many say nothing of an absolute path. */
    int withoutPath() {
        return withoutPath;
    }
}
