package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.observe.DockerCommand.Outcome;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few questions that are put to the engine. */
final class Engine {
    private static final String PROJECT = "com.docker.compose.project";
    private static final long SHORT = 1024 * 1024;
    private static final long LONG = 256 * SHORT;
    private static final long LOG = 4 * SHORT;
    private static final int LINES_OF_LOG = 5_000;
    private static final Pattern DIGEST = Pattern.compile("\"([^\"@]+)@(sha256:[0-9a-f]{64})\"");

    private final DockerCommand docker;

    Engine(DockerCommand docker) {
        this.docker = docker;
    }

    /**
     * A container of some Compose project.
     *
     * @param directory where Docker Compose was called
     * @param files the Compose files, in order; {@code -} for one that had no name
     */
    record Labelled(String id, String directory, List<String> files) {
        Labelled {
            files = List.copyOf(files);
        }
    }

    /** All containers of Compose projects, whether they run or not. */
    List<Labelled> labelled() throws NoEngine {
        List<String> lines = new ArrayList<>();
        String labels = "\t{{.Label \"" + PROJECT + ".working_dir\"}}\t{{.Label \"" + PROJECT + ".config_files\"}}";
        List<String> words =
                List.of("-a", "--no-trunc", "--filter", "label=" + PROJECT, "--format", "{{.ID}}" + labels);
        Outcome outcome = docker.ask("ps", words, LONG, lines::add);
        if (outcome != Outcome.ANSWERED) {
            throw new NoEngine(trouble(outcome, lines));
        }
        return lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 3 && fields[0].matches("[0-9a-f]+"))
                .map(fields -> new Labelled(fields[0], fields[1], List.of(fields[2].split(","))))
                .toList();
    }

    private static Message trouble(Outcome outcome, List<String> lines) {
        String said = String.join(" ", lines).toLowerCase(Locale.ROOT);
        if (outcome == Outcome.NO_COMMAND) {
            return Message.of("there is no docker command here");
        } else if (said.contains("permission denied")) {
            return Message.of("this user may not ask the Docker engine");
        } else if (outcome == Outcome.TOO_SLOW) {
            return Message.of("the Docker engine does not answer in time");
        }
        return Message.of("no Docker engine answers");
    }

    /** One container; empty if there is none of that id or name, or if what the engine tells of it cannot be read. */
    Optional<Running> container(String name) throws NoEngine {
        List<String> lines = new ArrayList<>();
        List<String> words = List.of("--type", "container", "--format", Running.FORMAT, name);
        Outcome outcome = docker.ask("inspect", words, SHORT, lines::add);
        String said = String.join(" ", lines).toLowerCase(Locale.ROOT);
        if (outcome != Outcome.ANSWERED && !said.contains("no such")) {
            throw new NoEngine(trouble(outcome, lines));
        }
        Optional<String> json =
                lines.stream().filter(line -> line.startsWith("{")).findFirst();
        try {
            return outcome == Outcome.ANSWERED && json.isPresent()
                    ? Optional.of(Running.of(json.get()))
                    : Optional.empty();
        } catch (InvalidInput unreadable) {
            return Optional.empty();
        }
    }

    /** What a container changed, line by line. */
    Outcome changes(Running container, Consumer<String> lines) {
        return docker.ask("diff", List.of(container.id()), LONG, lines);
    }

    /** The end of what a container printed. */
    Outcome log(Running container, Consumer<String> lines) {
        return docker.ask("logs", List.of("--tail", String.valueOf(LINES_OF_LOG), container.id()), LOG, lines);
    }

    /** The digest under which a registry has the image, that of the named repository first. */
    Optional<String> digest(Running container, String repository) {
        List<String> lines = new ArrayList<>();
        List<String> words = List.of("--format", "{{json .RepoDigests}}", container.imageId());
        if (container.imageId().isEmpty()
                || docker.ask("image inspect", words, SHORT, lines::add) != Outcome.ANSWERED) {
            return Optional.empty();
        }
        Matcher digest = DIGEST.matcher(String.join("", lines));
        Optional<String> found = Optional.empty();
        while (digest.find()) {
            boolean named = digest.group(1).endsWith(repository);
            found = named || found.isEmpty() ? Optional.of(digest.group(2)) : found;
        }
        return found;
    }
}
