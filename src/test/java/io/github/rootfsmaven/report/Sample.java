package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.ComposeActions;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Namespaces;
import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.model.Privileges;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A project as a loader would make it, so that reports are tested without one. */
final class Sample {
    static final PathNames PATHS = new PathNames(Path.of("/repo/app"), Path.of("/repo"));

    private static final SourceFile COMPOSE = SourceFile.of(Path.of("/repo/app/compose.yaml"), """
            services:
              api:
                image: memo:1
                read_only: true
                environment: {TOKEN: hunter2}
                volumes:
                  - memos:/data
                  - /var/run/docker.sock:/var/run/docker.sock
                tmpfs: ["/run:size=1m"]
              db:
                image: postgres:${TAG}
                user: "70"
            """);

    private static final SourceFile DOCKERFILE = SourceFile.of(Path.of("/repo/app/docker/Dockerfile"), """
            FROM eclipse-temurin:17-jre
            WORKDIR /app
            VOLUME /var/lib/app
            """);

    private Sample() {}

    static Report report() {
        return new Check(List.of(new Words())).run(project(), Policy.standard());
    }

    static Project project() {
        return new Project(
                List.of(api(), db()),
                List.of(Problem.notRead(
                        at(COMPOSE, "${TAG}"), Message.of("variable TAG has no value"), Message.nothing())),
                List.of(COMPOSE.path()),
                List.of(Path.of("/repo/app/compose.dev.yaml"), Path.of("/repo/ci/compose.yaml")),
                List.of());
    }

    /** The stretch of the first {@code text} in the file. */
    static Span at(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return file.between(start, start + text.length());
    }

    private static Container api() {
        Image image = new Image(
                Optional.of(word("memo:1")),
                Optional.of(DOCKERFILE),
                Optional.of("eclipse-temurin:17-jre"),
                List.of(Located.literal("/var/lib/app", at(DOCKERFILE, "/var/lib/app"))),
                List.of(),
                Optional.empty(),
                Optional.of(Located.literal("/app", at(DOCKERFILE, "/app"))),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty());
        List<Mount> mounts = List.of(
                mount(MountType.VOLUME, "memos:/data", "/data", List.of()),
                mount(MountType.BIND, "/var/run/docker.sock:/var/run/docker.sock", "/run/docker.sock", List.of()),
                mount(MountType.TMPFS, "\"/run:size=1m\"", "/run", List.of(word("size=1m"))));
        Write temp = new Write(
                Located.literal("/tmp", at(COMPOSE, "api")),
                Write.Kind.TEMP,
                Write.Evidence.INFERRED,
                Message.of("the JVM's java.io.tmpdir is /tmp"),
                Optional.of(Message.of("-Djava.io.tmpdir")));
        return container("api", image, Optional.empty(), true, mounts, List.of(temp));
    }

    private static Container db() {
        Located<String> tag = new Located<>(
                "postgres:\uE000", "postgres:${TAG}", at(COMPOSE, "postgres:${TAG}"), Located.Origin.INTERPOLATED);
        return container("db", Image.pulled(Optional.of(tag)), Optional.of(word("70")), false, List.of(), List.of());
    }

    private static Container container(
            String name,
            Image image,
            Optional<Located<String>> user,
            boolean readOnly,
            List<Mount> mounts,
            List<Write> writes) {
        return new Container(
                Optional.of(word(name)),
                Start.SERVICE,
                at(COMPOSE, name),
                Scope.PRODUCTION,
                image,
                new Process(
                        Optional.empty(), Optional.empty(), user, image.workingDirectory(), Map.of(), Optional.empty()),
                Known.of(readOnly),
                readOnly ? Optional.of(at(COMPOSE, "read_only: true")) : Optional.empty(),
                mounts,
                Privileges.standard(),
                false,
                Namespaces.own(),
                List.of(),
                List.of(),
                ComposeActions.none(),
                Optional.empty(),
                Origins.none(),
                writes,
                List.of(),
                true);
    }

    private static Mount mount(MountType type, String declared, String path, List<Located<String>> options) {
        return new Mount(
                type,
                Located.literal(path, at(COMPOSE, declared)),
                Optional.empty(),
                Access.WRITABLE,
                options,
                Optional.empty(),
                Optional.empty(),
                at(COMPOSE, declared));
    }

    private static Located<String> word(String text) {
        return Located.literal(text, at(COMPOSE, text));
    }

    /** A rule for each severity, with the words of none that exists. */
    private record Words() implements Rule {
        @Override
        public String id() {
            return "sample-rule";
        }

        @Override
        public Stream<Finding> check(Project project) {
            Container api = project.containers().get(0);
            return Stream.of(
                    Finding.of(this, Effect.ROOT_OPEN, Confidence.CERTAIN)
                            .in(project.containers().get(1))
                            .about("/")
                            .says("Everything in 'db' can be changed.")
                            .fix("Add read_only: true\nand a tmpfs:\n  tmpfs: [/tmp]")
                            .at(project.containers().get(1).place()),
                    Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.LIKELY)
                            .in(api)
                            .about(api.mounts().get(1))
                            .says("A socket\u001b[2J of the engine.")
                            .related(at(DOCKERFILE, "VOLUME /var/lib/app"), "declared here")
                            .at(api.mounts().get(1).declared()),
                    Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.POSSIBLE)
                            .about("TOKEN")
                            .says("A note about a line with a secret.")
                            .fix("Nothing.")
                            .at(at(COMPOSE, "{TOKEN: hunter2}")));
        }
    }
}
