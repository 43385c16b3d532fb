package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.shell.Call;
import io.github.rootfsmaven.shell.Calls;
import io.github.rootfsmaven.shell.ScriptText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packages that {@code RUN} installs by name, as far as a command line tells them: {@code apt:nginx-light}. Whether a
 * condition holds around it does not matter, for a package that is not there runs no program.
 */
final class InstalledPackages {
    private static final Map<String, String> MANAGERS = Map.of(
            "apt-get",
            "apt",
            "apt",
            "apt",
            "apk",
            "apk",
            "yum",
            "rpm",
            "dnf",
            "rpm",
            "microdnf",
            "rpm",
            "zypper",
            "rpm");
    private static final Set<String> SUBCOMMANDS = Set.of("install", "add", "in");

    private final Set<String> names = new LinkedHashSet<>();

    /** What another build has installed. */
    void take(List<String> others) {
        names.addAll(others);
    }

    void run(Command command) {
        if (command.shell()) {
            Calls.of(ScriptText.of(command.texts().get(0), command.span()))
                    .calls()
                    .forEach(call ->
                            install(call.words().stream().map(Call.Field::value).toList()));
        } else {
            install(command.words());
        }
    }

    private void install(List<String> words) {
        int manager = 0;
        while (manager < words.size() && !MANAGERS.containsKey(Paths.name(words.get(manager)))) {
            manager++;
        }
        boolean installs = false;
        for (String word : words.subList(Math.min(manager + 1, words.size()), words.size())) {
            if (!installs) {
                installs = SUBCOMMANDS.contains(word);
            } else if (word.matches("[A-Za-z0-9][\\w.+-]*(?:[=~<>@/].*)?")) {
                names.add(MANAGERS.get(Paths.name(words.get(manager))) + ":" + word.split("[=~<>@/]", 2)[0]);
            }
        }
    }

    List<String> all() {
        return List.copyOf(names);
    }
}
