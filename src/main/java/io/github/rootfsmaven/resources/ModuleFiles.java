package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The resources of a module by the name under which the program finds them. The source goes before its copy among the
 * classes, so that places are the user's.
 */
final class ModuleFiles {
    /** Longer than anybody writes one. */
    private static final long LARGEST = 512 * 1024;

    private static final Pattern FILTERED = Pattern.compile("@([\\w.-]+)@");

    private final Module module;

    ModuleFiles(Module module) {
        this.module = module;
    }

    /** Empty for what is not there, is no text, or lies elsewhere by a link. */
    Optional<SourceFile> read(String name) {
        return Stream.concat(module.resources().stream(), Stream.of(module.classes()))
                .map(directory -> read(directory, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The documents of a file of settings, in order. What Maven fills in ({@code @name@}, as the parent POM of Spring Boot
     * has it) is taken from the copy among the classes; without one it is unknown.
     */
    List<Map<String, Setting>> settings(String name) {
        List<Map<String, Setting>> written =
                read(name).map(ModuleFiles::unfiltered).map(ModuleFiles::parse).orElse(List.of());
        boolean filtered = written.stream()
                .flatMap(document -> document.values().stream())
                .anyMatch(setting -> !setting.isKnown());
        if (!filtered) {
            return written;
        }
        List<Map<String, Setting>> copy =
                read(module.classes(), name).map(ModuleFiles::parse).orElse(List.of());
        for (int i = 0; i < Math.min(written.size(), copy.size()); i++) {
            Map<String, Setting> filled = copy.get(i);
            written.get(i)
                    .replaceAll((key, setting) -> setting.isKnown() || !filled.containsKey(key)
                            ? setting
                            : setting.with(filled.get(key).value()));
        }
        return written;
    }

    private static List<Map<String, Setting>> parse(SourceFile file) {
        return file.path().toString().endsWith(".properties") ? PropertiesFile.read(file) : YamlSettings.read(file);
    }

    /** YAML does not allow a value that begins with {@code @}; every character keeps its place. */
    private static SourceFile unfiltered(SourceFile file) {
        String text = FILTERED.matcher(file.text()).replaceAll(Text.UNRESOLVED + "$1" + Text.UNRESOLVED);
        return text.equals(file.text()) ? file : SourceFile.of(file.path(), text);
    }

    static Optional<SourceFile> read(Path directory, String name) {
        try {
            Path file = directory.resolve(name).normalize();
            boolean readable = Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST
                    && file.toRealPath().startsWith(directory.toRealPath());
            return readable ? Optional.of(SourceFile.read(file)) : Optional.empty();
        } catch (IOException | InvalidInput | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
