package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Module.Dependency;
import io.github.rootfsmaven.model.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The libraries that an earlier build has put into or beside a module's artifact, by the names of their files: what is
 * known of a module's dependencies where this build has resolved none. Nothing is unpacked.
 */
final class PackedLibraries {
    private static final Pattern IN_ARCHIVE =
            Pattern.compile("(?:BOOT-INF|WEB-INF)/lib(?:-provided)?/[^/]{1,255}\\.jar");
    private static final List<String> BESIDE = List.of("quarkus-app/lib/main", "lib", "dependency");

    /** Quarkus puts the groupId before the name: {@code org.xerial.sqlite-jdbc-3.46.1.3.jar}. */
    private static final Pattern NAME = Pattern.compile(
            "(?<group>(?:[A-Za-z][\\w-]*\\.)*)(?<artifact>[A-Za-z][\\w.-]*?)" + "-(?<version>\\d[\\w.+-]*)\\.jar");

    private PackedLibraries() {}

    /** The same module with what its build directory tells, if nothing surer is known. */
    static Module with(Module module) {
        if (module.resolved()) {
            return module;
        }
        List<Dependency> all = new ArrayList<>(module.dependencies());
        names(module)
                .flatMap(name -> dependencies(name, module).stream())
                .filter(packed ->
                        all.stream().noneMatch(known -> known.artifactId().equals(packed.artifactId())))
                .toList()
                .forEach(all::add);
        return module.withDependencies(all);
    }

    private static Stream<String> names(Module module) {
        try {
            List<String> names = new ArrayList<>();
            for (String extension : List.of(".jar", ".war")) {
                names.addAll(inArchive(module.target().resolve(module.finalName() + extension)));
            }
            for (String directory : BESIDE) {
                names.addAll(in(module.target().resolve(directory)));
            }
            names.addAll(in(module.target().resolve(module.finalName()).resolve("WEB-INF/lib")));
            return names.stream().distinct();
        } catch (InvalidPathException impossible) {
            return Stream.empty();
        }
    }

    private static List<String> inArchive(Path archive) {
        if (!Files.isRegularFile(archive)) {
            return List.of();
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> IN_ARCHIVE.matcher(name).matches())
                    .map(Paths::name)
                    .toList();
        } catch (IOException | IllegalArgumentException broken) {
            return List.of(); // a build that was broken off leaves such files
        }
    }

    private static List<String> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What a file's name may mean: with dots in it, it can begin with a groupId. */
    private static List<Dependency> dependencies(String file, Module module) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return List.of();
        }
        String group = name.group("group").replaceFirst("\\.$", "");
        Optional<io.github.rootfsmaven.text.Span> pom = module.dependencies().stream()
                .flatMap(known -> known.declared().stream())
                .findFirst();
        return List.of(new Dependency(
                group,
                name.group("artifact"),
                name.group("version"),
                false,
                pom.map(span -> span.file().start())));
    }
}
