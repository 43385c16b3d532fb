package io.github.rootfsmaven.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the kernel of a running container, path by path, whether a write is refused because of a read-only mount. */
final class Probe {
    /** File systems of the kernel's own, in which no file can be created: their mount's flag is the answer. */
    private static final List<String> KERNEL = List.of("/proc", "/sys", "/dev/pts", "/dev/mqueue");

    /**
     * A path that is a directory: a file in it. One that is a file: opened for appending. One that is not there: made. Of
     * the kernel's own file systems the flags of the last mount above.
     */
    private static final String SCRIPT = """
            while read -r kind path; do
              if [ "$kind" = flag ]; then
                if [ -e "$path" ]; then
                  echo "$path $(awk -v p="$path" '{ m = $2; if (m == p || m == "/" || index(p, m "/") == 1) \\
                    if (length(m) >= best) { best = length(m); o = $4 } } \\
                    END { print (("," o ",") ~ /,ro,/) ? "erofs" : "ok" }' /proc/mounts)"
                else
                  echo "$path absent"
                fi
                continue
              fi
              made=
              if [ -d "$path" ]; then file=${path%/}/.probe; made=1
              elif [ -e "$path" ]; then file=$path
              elif [ -d "${path%/*}/" ]; then file=$path; made=1
              else echo "$path absent"; continue; fi
              if said=$( { true >>"$file"; } 2>&1 ); then
                echo "$path ok"
                [ -z "$made" ] || rm -f "$file"
              else
                case $said in
                  *"Read-only file system"*) echo "$path erofs" ;;
                  *"ermission denied"*) echo "$path denied" ;;
                  *) echo "$path other $said" ;;
                esac
              fi
            done <<'PATHS'
            """;

    private Probe() {}

    /**
     * Probes as a user.
     *
     * @param options of {@code docker exec}: whose identity
     * @return {@code ok}, {@code erofs}, {@code denied}, {@code absent} or {@code other …} by path
     */
    static Map<String, String> ask(String container, List<String> paths, String... options) {
        StringBuilder script = new StringBuilder(SCRIPT);
        paths.forEach(path ->
                script.append(isKernels(path) ? "flag " : "file ").append(path).append('\n'));
        script.append("PATHS\n");
        String[] words = new String[options.length + 5];
        words[0] = "exec";
        words[1] = "-i";
        System.arraycopy(options, 0, words, 2, options.length);
        words[options.length + 2] = container;
        words[options.length + 3] = "/bin/busybox";
        words[options.length + 4] = "sh";
        Answer answer = Docker.run(Path.of("."), script.toString(), words);
        if (!answer.succeeded()) {
            throw new AssertionError("the probe did not run in " + container + ": " + answer.said());
        }
        Map<String, String> answers = new LinkedHashMap<>();
        answer.out().lines().forEach(line -> {
            String[] words2 = line.split(" ", 2);
            answers.put(words2[0], words2[1]);
        });
        return answers;
    }

    private static boolean isKernels(String path) {
        return KERNEL.stream().anyMatch(top -> path.equals(top) || path.startsWith(top + "/"));
    }
}
