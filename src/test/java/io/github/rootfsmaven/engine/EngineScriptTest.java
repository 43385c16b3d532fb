package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.shell.Argument;
import io.github.rootfsmaven.shell.Change;
import io.github.rootfsmaven.shell.Change.Action;
import io.github.rootfsmaven.shell.GeneratedScript;
import io.github.rootfsmaven.shell.Reading;
import io.github.rootfsmaven.shell.ScriptText;
import io.github.rootfsmaven.shell.Shell;
import io.github.rootfsmaven.shell.Surroundings;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of scripts, and what they do. */
@OnEngine
class EngineScriptTest {
    private static final int SCRIPTS = Integer.getInteger("rootfs.scripts", 400);
    private static final long SEED = Long.getLong("rootfs.seed", 20_261_124);
    private static final String IMAGE =
            "rootfs-test/scripts:" + ProcessHandle.current().pid();

    @TempDir
    Path temporary;

    @Test
    @Claim(
            "Of scripts made at random, what is read as certain changes when they run, what changes was read, and under a"
                    + " read-only root a failure that is read as the end is the end, and no other")
    void changesAreThoseThatWereRead() throws Exception {
        TinyImage.make();
        Map<String, String> scripts = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < SCRIPTS; i++) {
            String name = "s" + i;
            scripts.put(name, GeneratedScript.of(SEED + i, "/srv/" + name));
            files.add(Files.writeString(temporary.resolve(name + ".sh"), scripts.get(name)));
        }
        files.add(Files.writeString(temporary.resolve("all"), """
                for script in /scripts/*.sh; do
                  sh "$script" run 2>&1
                done
                """));
        TinyImage.build(
                IMAGE, """
                FROM %s
                RUN i=0; while [ $i -lt %d ]; do mkdir /srv/s$i; j=0; while [ $j -lt %d ]; do \\
                      echo a >/srv/s$i/f$j; j=$((j+1)); done; i=$((i+1)); done
                COPY *.sh all /scripts/
                """.formatted(TinyImage.NAME, SCRIPTS, GeneratedScript.FILES), files.toArray(Path[]::new));
        String name = "rootfs-test-scripts-" + ProcessHandle.current().pid();
        try {
            Answer writable = Docker.run("run", "--name", name, "--network=none", IMAGE, "sh", "/scripts/all");
            Map<String, Set<String>> changed = changed(Docker.run("diff", name).out());
            Answer readOnly = Docker.run("run", "--rm", "--read-only", "--network=none", IMAGE, "sh", "/scripts/all");
            List<String> wrong = new ArrayList<>();
            scripts.forEach((script, text) -> wrong.addAll(differences(
                    script,
                    read(script, text),
                    changed.getOrDefault(script, Set.of()),
                    ends(writable, script),
                    ends(readOnly, script))));
            assertThat(wrong).as(() -> scripts.get(wrong.get(0).split(" ")[0])).isEmpty();
            assertThat(changed.values().stream().mapToInt(Set::size).sum()).isGreaterThan(SCRIPTS);
        } finally {
            Docker.run("rm", "-f", name);
            Docker.run("rmi", "-f", IMAGE);
        }
    }

    private static boolean ends(Answer answer, String script) {
        return answer.out().lines().anyMatch(("END /srv/" + script)::equals);
    }

    /** The paths that changed, by script; a directory in which something changed has changed itself. */
    private static Map<String, Set<String>> changed(String diff) {
        Map<String, Set<String>> changed = new TreeMap<>();
        diff.lines()
                .map(line -> line.substring(2))
                .filter(path -> path.matches("/srv/s\\d+/.+"))
                .forEach(path -> changed.computeIfAbsent(path.split("/")[2], script -> new TreeSet<>())
                        .add(path));
        return changed;
    }

    private static Reading read(String name, String text) {
        SourceFile file = SourceFile.of(Path.of("/scripts/" + name + ".sh"), text);
        Surroundings.Files files = new Surroundings.Files() {
            @Override
            public Optional<ScriptText> script(String path) {
                return path.equals(file.path().toString()) ? Optional.of(ScriptText.of(file)) : Optional.empty();
            }

            @Override
            public boolean hasDirectory(String path) {
                return false;
            }

            @Override
            public boolean has(String path) {
                return false;
            }
        };
        List<Argument> command = List.of("sh", file.path().toString(), "run").stream()
                .map(word -> new Argument(Text.literal(word), file.start(), false, Change.Role.ENTRYPOINT))
                .toList();
        return Shell.command(
                command, new Surroundings(Map.of(), false, Optional.of(Text.literal("/")), Optional.of("0"), files));
    }

    private static List<String> differences(
            String script, Reading reading, Set<String> changed, boolean ends, boolean endsReadOnly) {
        List<String> wrong = new ArrayList<>();
        if (!reading.complete()) {
            wrong.add(script + " was not read to its end");
        }
        if (!ends) {
            wrong.add(script + " does not come to its end where everything is writable");
        }
        reading.changes().stream()
                .filter(change -> change.isKnown() && !change.doubt().conditional())
                .filter(change -> change.action() != Action.REMOVE_IF_THERE
                        || change.path().value().matches(".*/f\\d+"))
                .filter(change -> changed.stream().noneMatch(path -> happened(change, path)))
                .forEach(change -> wrong.add(script + " does not do what was read: " + change.words()));
        changed.stream()
                .filter(path -> reading.changes().stream().noneMatch(change -> covers(change, path)))
                .forEach(path -> wrong.add(script + " changes what was not read: " + path));
        boolean certainEnd = reading.changes().stream()
                .anyMatch(change -> change.doubt().stops() && !change.doubt().conditional());
        boolean possibleEnd =
                reading.changes().stream().anyMatch(change -> change.doubt().stops());
        if (endsReadOnly && certainEnd) {
            wrong.add(script + " comes to its end under a read-only root");
        }
        if (!endsReadOnly && !possibleEnd) {
            wrong.add(script + " does not come to its end under a read-only root");
        }
        return wrong;
    }

    private static boolean happened(Change change, String path) {
        String place = change.path().value();
        return change.action() == Action.REPLACE_IN ? path.startsWith(place + "/") : path.equals(place);
    }

    /** Whether a path is, or lies below, or is made for, what was read; of a path that is not known its beginning. */
    private static boolean covers(Change change, String path) {
        String place = change.path().value();
        int unknown = place.indexOf(Text.UNRESOLVED);
        return unknown >= 0
                ? path.startsWith(place.substring(0, unknown)) && unknown > 1
                : path.equals(place) || path.startsWith(place + "/") || place.startsWith(path + "/");
    }
}
