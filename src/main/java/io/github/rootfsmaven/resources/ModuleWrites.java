package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a program will write by what its Maven module's own files say: settings, logging, constant paths in its code. */
public final class ModuleWrites {
    private final Module module;
    private final Launch launch;
    private final ModuleFiles files;
    private final Found found;
    private final List<String> brought;
    private final boolean another;

    private ModuleWrites(Module module, Process process, List<Mount> mounts, Collection<String> copied) {
        this.module = module;
        this.launch = Launch.of(process);
        this.files = new ModuleFiles(module);
        this.found = new Found(launch, mounts);
        this.brought = new ArrayList<>(copied);
        mounts.forEach(mount -> brought.add(mount.path()));
        this.another = !launch.isJava();
    }

    /**
     * The writes, one for each path. Files that cannot be read say nothing.
     *
     * @param module the module whose artifact the container's image holds
     * @param process what runs in the container
     * @param mounts what is mounted in it
     * @param copied the paths that the image's own files are copied to
     * @param place where to point if a source file is missing
     */
    public static List<Write> of(
            Module module, Process process, List<Mount> mounts, Collection<String> copied, Span place) {
        ModuleWrites writes = new ModuleWrites(module, process, mounts, copied);
        writes.settings();
        new ProgramWrites(module, place).add(writes.found);
        return writes.found.writes();
    }

    private void settings() {
        Uses spring = Uses.of(module, "org.springframework.boot");
        Uses quarkus = Uses.of(module, "io.quarkus");
        Uses micronaut = Uses.of(module, "io.micronaut");
        if (quarkus == Uses.YES) {
            quarkus(false);
        } else if (micronaut == Uses.YES) {
            micronaut(false);
            logging(Optional.empty());
        } else if (spring == Uses.YES) {
            spring(false);
        } else {
            if (spring.isUnsure()) {
                spring(true);
            } else {
                logging(Optional.empty());
            }
            if (quarkus.isUnsure()) {
                quarkus(true);
            }
            if (micronaut.isUnsure()) {
                micronaut(true);
            }
        }
    }

    private void spring(boolean unsure) {
        SpringSettings spring = SpringSettings.of(files, launch, brought);
        Settings settings = spring.settings();
        boolean conditional = unsure || another || !spring.isCertain();
        SpringWrites writes = new SpringWrites(settings, conditional, found);
        Optional<Setting> configuration = settings.get("logging.config");
        boolean own = configuration.isPresent() || LoggingFiles.find(module, files, launch, true) != LoggingFiles.NONE;
        if (!own) {
            writes.log();
        }
        writes.server();
        new DatabaseWrites(settings, launch, conditional, found).urls();
        if (configuration.isEmpty()) {
            logging(unsure ? Optional.empty() : Optional.of(spring));
        } else {
            Text value = configuration.get().value();
            LoggingFiles.named(module, files, value.value().replaceFirst("^classpath:/*", ""))
                    .add(files, launch, unsure ? Optional.empty() : Optional.of(spring), another, found);
        }
    }

    private void logging(Optional<SpringSettings> spring) {
        LoggingFiles.find(module, files, launch, spring.isPresent()).add(files, launch, spring, another, found);
    }

    private void quarkus(boolean unsure) {
        Settings settings = QuarkusWrites.settings(files, launch);
        boolean outside = launch.workingDirectory().stream()
                .anyMatch(
                        directory -> brought.stream().anyMatch(path -> path.startsWith(directory.value() + "/config")));
        boolean conditional = unsure || another || outside;
        new QuarkusWrites(settings, conditional, found).add();
        new DatabaseWrites(settings, launch, conditional, found).urls();
    }

    private void micronaut(boolean unsure) {
        Settings settings = MicronautWrites.settings(files, launch);
        new MicronautWrites(settings, unsure || another, found).add();
        new DatabaseWrites(settings, launch, unsure || another, found).urls();
    }
}
