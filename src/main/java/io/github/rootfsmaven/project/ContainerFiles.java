package io.github.rootfsmaven.project;

import io.github.rootfsmaven.dockerfile.NamedContexts;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.ImageFile;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.shell.ScriptText;
import io.github.rootfsmaven.shell.Surroundings;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of the files of a container: what its image copies from the build context, and what is mounted. */
final class ContainerFiles implements Surroundings.Files {
    private static final int MOST_LINKS = 5;

    private final Image image;
    private final Map<String, BuildContext> contexts;
    private final List<Mount> mounts;
    private final Path project;
    private final ScriptFiles scripts;

    /**
     * The files of one container.
     *
     * @param contexts the build context, without a name, and additional ones, as far as they are directories here
     * @param project the directory in which files that are mounted must lie
     */
    ContainerFiles(
            Image image, Map<String, BuildContext> contexts, List<Mount> mounts, Path project, ScriptFiles scripts) {
        this.image = image;
        this.contexts = contexts;
        this.mounts = mounts;
        this.project = project;
        this.scripts = scripts;
    }

    @Override
    public Optional<ScriptText> script(String path) {
        try {
            return script(Paths.canonical(path), MOST_LINKS);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private Optional<ScriptText> script(String path, int links) {
        Optional<Mount> mount = mounts.stream()
                .filter(candidate -> Paths.isWithin(path, candidate.path()))
                .max(Comparator.comparingInt(candidate -> candidate.path().length()));
        if (mount.isPresent()) {
            return mounted(path, mount.get());
        }
        Optional<String> link = file(path).flatMap(ImageFile::link);
        if (link.isPresent() && links > 0) {
            return script(Paths.resolve(Paths.parent(path), link.get()), links - 1);
        }
        for (int i = image.copied().size() - 1; i >= 0; i--) {
            Copied copied = image.copied().get(i);
            Optional<ScriptText> script = document(copied, path).or(() -> fromContext(copied, path));
            if (script.isPresent()) {
                return script;
            }
        }
        return Optional.empty();
    }

    private Optional<ScriptText> mounted(String path, Mount mount) {
        if (mount.type() != MountType.BIND || mount.source().isEmpty()) {
            return Optional.empty();
        }
        String source = mount.source().get().value();
        Path place =
                project.resolve(source + path.substring(mount.path().length())).normalize();
        return source.indexOf(Text.UNRESOLVED) < 0
                ? scripts.read(place, project).map(ScriptText::of)
                : Optional.empty();
    }

    /** A here-document keeps its lines' numbers by as many empty lines before it. */
    private static Optional<ScriptText> document(Copied copied, String path) {
        return copied.documents().stream()
                .filter(document -> path.equals(
                        copied.directory()
                                ? Paths.resolve(copied.target().value(), document.name())
                                : copied.target().value()))
                .map(document -> ScriptText.of(SourceFile.of(
                        document.span().file().path(),
                        "\n".repeat(document.span().startLine() - 1) + document.text())))
                .findFirst();
    }

    private Optional<ScriptText> fromContext(Copied copied, String path) {
        Optional<BuildContext> context =
                copied.context().map(NamedContexts::familiar).map(contexts::get);
        if (context.isEmpty() || !Paths.isWithin(path, copied.target().value())) {
            return Optional.empty();
        }
        return copied.sources().stream()
                .map(Located::shown)
                .filter(source -> source.indexOf('$') < 0)
                .flatMap(source -> candidates(context.get().directory(), source, copied, path))
                .filter(context.get()::sends)
                .map(file -> scripts.read(file, context.get().directory()))
                .flatMap(Optional::stream)
                .map(ScriptText::of)
                .findFirst();
    }

    /** The shell scripts that the image gets in a directory, in the order of their names. */
    List<String> scriptsIn(String directory) {
        return image.copied().stream()
                .filter(copied -> Paths.isWithin(copied.target().value(), directory))
                .flatMap(copied -> copied.directory()
                                || Paths.canonical(copied.target().value()).equals(directory)
                        ? names(copied).map(name -> Paths.resolve(directory, name))
                        : Stream.of(copied.target().value()))
                .filter(path -> path.endsWith(".sh"))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> names(Copied copied) {
        Optional<BuildContext> context =
                copied.context().map(NamedContexts::familiar).map(contexts::get);
        return copied.sources().stream()
                .map(Located::shown)
                .filter(source -> source.indexOf('$') < 0)
                .flatMap(source ->
                        context.isPresent() ? names(context.get().directory(), source) : Stream.of(Paths.name(source)));
    }

    private static Stream<String> names(Path directory, String source) {
        boolean pattern = source.matches(".*[*?\\[].*");
        Path place = directory.resolve(source.replaceFirst("^/+", "")).normalize();
        Path folder = pattern || !Files.isDirectory(place) ? place.getParent() : place;
        Optional<PathPattern> glob =
                PathPattern.of(pattern || !Files.isDirectory(place) ? Paths.name(Paths.clean(source)) : "*");
        try {
            // nothing outside the context is copied
            if (!folder.toRealPath().startsWith(directory.toRealPath())) {
                return Stream.empty();
            }
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
            return names.stream()
                    .filter(name -> glob.filter(of -> of.matches(name)).isPresent());
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Stream.empty();
        }
    }

    /** The files of the build context that the path may be made from. */
    private Stream<Path> candidates(Path directory, String source, Copied copied, String path) {
        String target = copied.target().value();
        String below =
                path.length() > target.length() ? path.substring(target.equals("/") ? 1 : target.length() + 1) : "";
        boolean pattern = source.matches(".*[*?\\[].*");
        String plain = pattern ? Paths.parent("/" + source).substring(1) : source.replaceFirst("^/+", "");
        Path place = directory.resolve(plain).normalize();
        if (pattern) {
            String glob = Paths.name(Paths.clean(source));
            boolean matches = below.indexOf('/') < 0
                    && PathPattern.of(glob).filter(of -> of.matches(below)).isPresent();
            return matches ? Stream.of(place.resolve(below)) : Stream.empty();
        }
        if (Files.isDirectory(place)) {
            return below.isEmpty() ? Stream.empty() : Stream.of(place.resolve(below));
        }
        boolean same = below.isEmpty() ? !copied.directory() : below.equals(Paths.name(Paths.clean(source)));
        return same ? Stream.of(place) : Stream.empty();
    }

    @Override
    public boolean hasDirectory(String path) {
        String place = Paths.canonical(path);
        boolean standard = PathMeaning.isStandard(place) && !image.base().equals(Optional.of("scratch"));
        return standard
                || file(place).filter(ImageFile::directory).isPresent()
                || mounts.stream().anyMatch(mount -> mount.path().equals(place))
                || image.allVolumes().stream().anyMatch(volume -> volume.value().equals(place))
                || image.workingDirectory()
                        .filter(directory -> directory.value().equals(place))
                        .isPresent();
    }

    @Override
    public boolean has(String path) {
        String place = Paths.canonical(path);
        return file(place).isPresent()
                || script(place).isPresent()
                || image.copied().stream()
                        .anyMatch(copied ->
                                !copied.directory() && copied.target().value().equals(place));
    }

    private Optional<ImageFile> file(String path) {
        return image.files().stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
