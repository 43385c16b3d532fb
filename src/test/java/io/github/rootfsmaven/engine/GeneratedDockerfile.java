package io.github.rootfsmaven.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Dockerfile and how it is built.
 *
 * @param parts parser directives, instructions, comments; each with the ends of its lines
 * @param target the stage that is built; the last if empty
 * @param arguments the build's {@code ARG}s
 */
record GeneratedDockerfile(List<String> parts, Optional<String> target, Map<String, String> arguments) {
    GeneratedDockerfile {
        parts = List.copyOf(parts);
        arguments = new TreeMap<>(arguments);
    }

    /** What BuildKit reads. */
    String text() {
        return String.join("", parts);
    }

    /** The words for {@code docker build} that belong to it. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        target.ifPresent(name -> options.addAll(List.of("--target", name)));
        arguments.forEach((name, value) -> options.addAll(List.of("--build-arg", name + "=" + value)));
        return options;
    }

    /** The same with one thing less. */
    Stream<GeneratedDockerfile> smaller() {
        Stream<GeneratedDockerfile> fewerParts = IntStream.range(0, parts.size())
                .mapToObj(i -> {
                    List<String> others = new ArrayList<>(parts);
                    others.remove(i);
                    return new GeneratedDockerfile(others, target, arguments);
                });
        Stream<GeneratedDockerfile> noTarget =
                target.stream().map(name -> new GeneratedDockerfile(parts, Optional.empty(), arguments));
        Stream<GeneratedDockerfile> fewerArguments = arguments.keySet().stream().map(name -> {
            Map<String, String> others = new TreeMap<>(arguments);
            others.remove(name);
            return new GeneratedDockerfile(parts, target, others);
        });
        return Stream.of(fewerParts, noTarget, fewerArguments).flatMap(candidates -> candidates);
    }

    @Override
    public String toString() {
        return "docker build " + String.join(" ", options()) + "\n" + text();
    }
}
