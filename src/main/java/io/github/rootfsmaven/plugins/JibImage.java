package io.github.rootfsmaven.plugins;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Setting;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Jib builds (GoogleContainerTools/jib: jib-maven-plugin/README.md, "Extended Usage"): the application below
 * {@code appRoot}, {@code /app} if none is set, owned by root, and a {@code java} command line without a shell.
 */
final class JibImage {
    private static final String ROOT = "/app";
    private static final String INHERIT = "INHERIT";

    private JibImage() {}

    static Optional<PomImage> of(PluginBuild build, Setting configuration) {
        Optional<Located<String>> name = configuration
                .text("to", "image")
                .or(() -> build.property("image"))
                .or(() -> build.property("jib.to.image"));
        return name.map(to -> image(build, configuration, to));
    }

    private static PomImage image(PluginBuild build, Setting configuration, Located<String> name) {
        Setting container = configuration
                .at("container")
                .orElse(new Setting("container", Located.literal("", name.span()), List.of()));
        Optional<String> base = configuration
                .text("from", "image")
                .or(() -> build.property("jib.from.image"))
                .map(Located::value)
                .or(() -> Optional.of("eclipse-temurin:" + Text.UNRESOLVED + "-jre"))
                .filter(image -> configuration.text("from", "image").isPresent()
                        || !build.module().packaging().equals("war"))
                .map(image -> image.replaceFirst("^docker://|^registry://", ""));
        String root = container.text("appRoot").map(Located::value).orElse(ROOT);
        return PomImage.named(name)
                .on(base)
                .volumes(container.texts("volumes"))
                .user(container.text("user"))
                .in(container.text("workingDirectory"))
                .starts(entrypoint(build, container, name, root), command(container))
                .with(environment(container))
                .copies(build.module().target().resolve("classes").toString(), root, name.span())
                .build();
    }

    /** Without {@code entrypoint}: {@code java [jvmFlags] -cp @/app/jib-classpath-file [mainClass]}; a WAR has the base's. */
    private static Optional<Command> entrypoint(
            PluginBuild build, Setting container, Located<String> name, String root) {
        List<Located<String>> own = words(container, "entrypoint");
        if (!own.isEmpty()) {
            return own.get(0).value().equals(INHERIT) ? Optional.empty() : Optional.of(command(own));
        }
        if (build.module().packaging().equals("war")) {
            return Optional.empty();
        }
        List<Text> words = new ArrayList<>(List.of(Text.literal("java")));
        container.texts("jvmFlags").forEach(flag -> words.add(Text.of(flag)));
        words.add(Text.literal("-cp"));
        words.add(Text.literal("@" + root + "/jib-classpath-file"));
        words.add(container.text("mainClass").map(Text::of).orElse(Text.unresolved("mainClass", "the main class")));
        return Optional.of(new Command(
                words,
                false,
                container.at("jvmFlags").map(flags -> flags.text().span()).orElse(name.span())));
    }

    private static Optional<Command> command(Setting container) {
        List<Located<String>> words = words(container, "args");
        return words.isEmpty() || words.get(0).value().equals(INHERIT) ? Optional.empty() : Optional.of(command(words));
    }

    /** A list, or its items with commas between them. */
    private static List<Located<String>> words(Setting container, String key) {
        List<Located<String>> items = container.texts(key);
        return items.isEmpty()
                ? container.text(key).stream()
                        .flatMap(text -> Stream.of(text.value().split(",")).map(item -> text.map(all -> item)))
                        .toList()
                : items;
    }

    static Command command(List<Located<String>> words) {
        return new Command(
                words.stream().map(Text::of).toList(), false, words.get(0).span());
    }

    static Map<String, Located<String>> environment(Setting container) {
        Map<String, Located<String>> environment = new LinkedHashMap<>();
        container.elements("environment").forEach(variable -> environment.put(variable.name(), variable.text()));
        return environment;
    }
}
