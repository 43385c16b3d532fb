package io.github.rootfsmaven.plugins;

import io.github.rootfsmaven.dockerrun.DockerRuns;
import io.github.rootfsmaven.dockerrun.Run;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Plugin;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Setting;
import io.github.rootfsmaven.shell.Call.Field;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images that fabric8's docker-maven-plugin builds, and the containers that it starts
 * (fabric8io/docker-maven-plugin: BuildImageConfiguration.java, RunImageConfiguration.java).
 */
public final class DockerMavenPlugin {
    static final String NAME = "docker-maven-plugin";

    private DockerMavenPlugin() {}

    static List<PomImage> images(PluginBuild maven, Setting configuration) {
        return configuration
                .elements("images")
                .filter(image -> image.at("build").isPresent())
                .flatMap(image -> image.text("name").map(name -> image(maven, image, name)).stream())
                .toList();
    }

    private static PomImage image(PluginBuild maven, Setting image, Located<String> name) {
        Setting build = image.at("build").orElseThrow();
        Map<String, Located<String>> environment = new LinkedHashMap<>();
        build.elements("env").forEach(variable -> environment.put(variable.name(), variable.text()));
        PomImage.Builder built = PomImage.named(name)
                .on(build.text("from").map(Located::value))
                .volumes(build.texts("volumes"))
                .user(build.text("user"))
                .in(build.text("workdir"))
                .starts(command(build, "entryPoint"), command(build, "cmd"))
                .with(environment)
                .by(dockerfile(maven, build));
        // DockerAssemblyConfiguration: what is assembled lies below /maven if nothing else is said
        build.at("assembly")
                .ifPresent(assembly -> built.copies(
                        maven.module().target().resolve("classes").toString(),
                        assembly.text("targetDir").map(Located::value).orElse("/maven"),
                        name.span()));
        return built.build();
    }

    /** {@code BuildImageConfiguration.findDockerFileFile}: relative to contextDir, else to src/main/docker. */
    private static Optional<Path> dockerfile(PluginBuild maven, Setting build) {
        Path standard = maven.module().directory().resolve("src/main/docker");
        Optional<Path> context = build.text("contextDir")
                .or(() -> build.text("dockerFileDir"))
                .map(directory -> maven.module().directory().resolve(directory.value()));
        return build.text("dockerFile")
                .map(file -> context.orElse(standard).resolve(file.value()))
                .or(() -> context.map(directory -> directory.resolve("Dockerfile")))
                .map(Path::normalize);
    }

    /** {@code <exec><arg>}, {@code <arg>}, or one text that is split at blanks (Arguments.java). */
    private static Optional<Command> command(Setting from, String key) {
        List<Located<String>> words = words(from, key);
        return words.isEmpty() ? Optional.empty() : Optional.of(JibImage.command(words));
    }

    private static List<Located<String>> words(Setting from, String key) {
        Optional<Located<String>> line = from.text(key, "shell").or(() -> from.text(key));
        if (line.isPresent()) {
            return Stream.of(line.get().value().strip().split("\\s+"))
                    .map(word -> line.get().map(all -> word))
                    .toList();
        }
        List<Located<String>> exec = from.texts(key, "exec");
        return exec.isEmpty() ? from.texts(key) : exec;
    }

    /** The containers of one module's {@code <run>} elements, as the {@code docker run} lines that they amount to. */
    public static List<Run> runs(PluginBuild maven) {
        return maven.plugins().stream()
                .filter(plugin -> plugin.artifactId().equals(NAME))
                .map(Plugin::configurations)
                .flatMap(List::stream)
                .flatMap(configuration -> configuration.elements("images"))
                .filter(image -> image.at("run").isPresent())
                .filter(image -> image.text("run", "skip")
                        .filter(skip -> skip.value().equals("true"))
                        .isEmpty())
                .distinct()
                .flatMap(image -> image.text("name").map(name -> run(image, name)).stream())
                .toList();
    }

    private static Run run(Setting image, Located<String> name) {
        Setting run = image.at("run").orElseThrow();
        List<Field> words = new ArrayList<>();
        image.text("alias").ifPresent(alias -> flag(words, "name", alias));
        run.text("readOnly").ifPresent(value -> flag(words, "read-only", value));
        run.text("privileged").ifPresent(value -> flag(words, "privileged", value));
        run.text("user").ifPresent(value -> flag(words, "user", value));
        run.text("workingDir").ifPresent(value -> flag(words, "workdir", value));
        run.text("memory").ifPresent(value -> flag(words, "memory", value));
        run.text("platform").ifPresent(value -> flag(words, "platform", value));
        run.texts("tmpfs").forEach(value -> flag(words, "tmpfs", value));
        run.texts("capAdd").forEach(value -> flag(words, "cap-add", value));
        run.texts("capDrop").forEach(value -> flag(words, "cap-drop", value));
        run.texts("securityOpts").forEach(value -> flag(words, "security-opt", value));
        run.texts("volumes", "bind").forEach(value -> flag(words, "volume", value));
        run.texts("volumes", "from").forEach(value -> flag(words, "volumes-from", value));
        run.elements("env")
                .forEach(variable -> flag(words, "env", variable.text().map(value -> variable.name() + "=" + value)));
        List<Located<String>> entrypoint = words(run, "entrypoint");
        List<Located<String>> started = entrypoint.isEmpty() ? words(run, "entryPoint") : entrypoint;
        started.stream().limit(1).forEach(value -> flag(words, "entrypoint", value));
        words.add(field(name, ""));
        started.stream().skip(1).forEach(value -> words.add(field(value, "")));
        words(run, "cmd").forEach(value -> words.add(field(value, "")));
        return DockerRuns.of(words, run.text().span());
    }

    private static void flag(List<Field> words, String flag, Located<String> value) {
        words.add(field(value, "--" + flag + "="));
    }

    private static Field field(Located<String> value, String before) {
        Text text = Text.of(value);
        return new Field(before.isEmpty() ? text : Text.join(List.of(Text.literal(before), text)), value.span(), false);
    }
}
