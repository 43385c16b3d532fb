package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.shell.Call;
import io.github.rootfsmaven.shell.Call.Field;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that calls {@code docker run} or {@code docker create}, also as {@code docker container run}.
 *
 * @param place from {@code docker} to the subcommand
 * @param create whether it only makes the container
 * @param arguments what follows the subcommand
 */
record DockerCommand(Span place, boolean create, List<Field> arguments) {
    /** Programs in front that run what follows them. */
    private static final Set<String> RUNNERS =
            Set.of("sudo", "doas", "exec", "env", "command", "nohup", "setsid", "nice", "ionice", "time", "timeout");

    private static final String RUNNERS_VALUES = "-u -g -h -p -C -D -R -T -U -a -n -c -k -s -S -r -t";

    /** {@code cli/flags/options.go} of docker/cli; the others are switches. */
    private static final Set<String> GLOBAL_VALUES = Set.of(
            "--config", "-c", "--context", "-H", "--host", "-l", "--log-level", "--tlscacert", "--tlscert", "--tlskey");

    DockerCommand {
        arguments = List.copyOf(arguments);
    }

    /** The command, if it is one. */
    static Optional<DockerCommand> of(Call call) {
        List<Field> words = call.words();
        int docker = program(words);
        if (docker >= words.size() || !isDocker(words.get(docker))) {
            return Optional.empty();
        }
        int sub = afterFlags(words, docker + 1);
        if (sub < words.size() && words.get(sub).value().equals("container")) {
            sub++;
        }
        if (sub >= words.size() || !words.get(sub).value().matches("run|create")) {
            return Optional.empty();
        }
        return Optional.of(new DockerCommand(
                words.get(docker).span().to(words.get(sub).span()),
                words.get(sub).value().equals("create"),
                words.subList(sub + 1, words.size())));
    }

    private static boolean isDocker(Field word) {
        return word.isKnown() && word.value().matches("(?:.*/)?docker");
    }

    /** Where the program stands behind those that only run it. */
    private static int program(List<Field> words) {
        int at = 0;
        while (at < words.size() && RUNNERS.contains(words.get(at).value())) {
            String runner = words.get(at).value();
            at++;
            while (at < words.size() && isRunnersOwn(words.get(at).value())) {
                boolean value = List.of(RUNNERS_VALUES.split(" "))
                        .contains(words.get(at).value());
                at += value && !(runner.equals("env") && words.get(at).value().equals("-i")) ? 2 : 1;
            }
            at += runner.equals("timeout") ? 1 : 0;
        }
        return at;
    }

    private static boolean isRunnersOwn(String word) {
        return word.startsWith("-") || word.matches("(?s)[A-Za-z_]\\w*=.*");
    }

    private static int afterFlags(List<Field> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).value().startsWith("-")) {
            at += GLOBAL_VALUES.contains(words.get(at).value()) ? 2 : 1;
        }
        return at;
    }
}
