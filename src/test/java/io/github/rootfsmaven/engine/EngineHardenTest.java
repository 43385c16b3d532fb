package io.github.rootfsmaven.engine;

import static io.github.rootfsmaven.engine.DebianProgram.compose;
import static io.github.rootfsmaven.engine.DebianProgram.ended;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.Intention.AddTmpfs;
import io.github.rootfsmaven.harden.Intention.AddVolume;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What harden makes of real programs: as they are they serve; with nothing but a read-only root they are refused at a
 * place that harden has a mount for; with all that harden writes they serve, and root cannot write the root.
 */
@OnEngine(image = RealImages.DEBIAN)
class EngineHardenTest {
    @TempDir
    Path temporary;

    @Test
    @Claim("Hardened by harden, nginx of Debian serves; with `read_only: true` alone it is refused where harden mounts")
    void nginx() throws Exception {
        hardened(DebianProgram.NGINX);
    }

    @Test
    @Claim(
            "Hardened by harden, redis of Debian serves and saves; with `read_only: true` alone it is refused where harden"
                    + " mounts")
    void redis() throws Exception {
        hardened(DebianProgram.REDIS);
    }

    @Test
    @Claim(
            "Hardened by harden, postgresql of Debian under its own user answers (runc 1.3); with `read_only: true` alone it is"
                    + " refused where harden mounts")
    void postgresql() throws Exception {
        hardened(DebianProgram.POSTGRESQL);
    }

    @Test
    @Claim(
            "Hardened by harden, tomcat of Debian serves; with `read_only: true` alone it is refused where harden mounts")
    void tomcat() throws Exception {
        hardened(DebianProgram.TOMCAT);
    }

    @Test
    @Claim(
            "Hardened by harden, a Java program with sqlite-jdbc keeps its notes: its library runs from a tmpfs with `exec`")
    void javaWithANativeLibrary() throws Exception {
        NotesProgram notes = NotesProgram.in(temporary);
        String volumes = "volumes: [" + notes.mount() + ", \"data:/data\"]\n";
        String libraries = volumes + NotesProgram.service();
        Files.writeString(
                temporary.resolve("compose.yaml"),
                compose("build: .\nvolumes: [\"data:/data\"]\n", "", "volumes: {data: }\n"));
        List<Plan> plans = harden(temporary, List.of(notes.module()));
        assertThat(plans.get(0).questions()).isEmpty();
        String hardened = Files.readString(temporary.resolve("compose.yaml"));
        assertThat(hardened).contains("/tmp:size=64m,exec,mode=1777");
        try (Stack stack = Stack.up(compose(libraries, "", "volumes: {data: }\n"))) {
            ended(stack);
            assertThat(stack.logs("app")).contains(NotesProgram.DONE);
        }
        try (Stack stack = Stack.up(compose(libraries, "read_only: true\n", "volumes: {data: }\n"))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("No native library found").doesNotContain(NotesProgram.DONE);
        }
        String runs =
                hardened.replace("    build: .\n", "").replace("    volumes: [\"data:/data\"]\n", libraries.indent(4));
        try (Stack stack = Stack.up(runs)) {
            ended(stack);
            assertThat(stack.logs("app")).contains(NotesProgram.DONE);
        }
    }

    @Test
    @Claim(
            "Hardened by harden, examples/memo-api without any hardening serves /health and POST /memo, and root gets EROFS"
                    + " on its program")
    void memo() throws Exception {
        // that a read-only root alone is not enough for it: EngineHandbookTest
        MemoService memo = EngineHandbookTest.JAVA;
        try (Stack stack = memo.started(directory -> {}, EngineHandbookTest.jar(temporary))) {
            assertThat(stack.own("api", memo.post()).out()).contains("\"saved\":true");
            assertThat(stack.root("api", "echo x >>" + memo.program()).readOnly())
                    .isFalse();
        }
        try (Stack stack = memo.started(
                directory -> assertThat(harden(directory, List.of()).get(0).questions())
                        .isEmpty(),
                EngineHandbookTest.jar(temporary))) {
            assertThat(stack.own("api", memo.post()).out()).contains("\"saved\":true");
            assertThat(stack.root("api", "echo x >>" + memo.program()).readOnly())
                    .isTrue();
        }
    }

    /** A program before and after. */
    private void hardened(DebianProgram program) throws Exception {
        Path dockerfile = Files.writeString(temporary.resolve("Dockerfile"), program.dockerfile());
        Path compose = Files.writeString(temporary.resolve("compose.yaml"), compose("build: .", "", ""));
        Plan plan = harden(temporary, List.of()).get(0);
        assertThat(plan.questions()).isEmpty();
        List<String> mounted = plan.intentions().stream()
                .flatMap(intention -> intention instanceof AddTmpfs add
                        ? Stream.of(add.tmpfs().path())
                        : intention instanceof AddVolume add ? Stream.of(add.path()) : Stream.empty())
                .toList();
        try (Stack stack = Stack.up(compose(program.image(), "", ""))) {
            program.serves(stack);
        }
        try (Stack stack = Stack.up(compose(program.image(), "read_only: true\n", ""))) {
            assertThat(DebianProgram.refused(stack))
                    .allSatisfy(path -> assertThat(
                                    mounted.stream().anyMatch(place -> Paths.isWithin(Paths.canonical(path), place))
                                            || program.livesWithout(path))
                            .as(path + " is in none of " + mounted)
                            .isTrue());
        }
        if (!program.servesOnTmpfs()) {
            return;
        }
        String image = DebianProgram.image(Files.readString(dockerfile)).strip();
        try (Stack stack = Stack.up(Files.readString(compose).replace("build: .", image))) {
            program.serves(stack);
            assertThat(stack.root("app", "echo x >/usr/x").readOnly()).isTrue();
        }
    }

    /** Hardens a directory in place. */
    private static List<Plan> harden(Path directory, List<Module> modules) throws Exception {
        ProjectSettings settings = ProjectSettings.in(directory).withModules(() -> modules);
        List<Plan> plans = Plan.of(
                ProjectLoader.load(settings),
                KnownImages.bundled(),
                Rules.all(),
                List.of("data", "memo-data"),
                HardenSettings.standard());
        FileEdits edits = FileEdits.of(plans, true);
        for (FileEdits.Rewritten file : edits.files()) {
            Files.writeString(file.file().path(), file.text());
        }
        return edits.plans();
    }
}
