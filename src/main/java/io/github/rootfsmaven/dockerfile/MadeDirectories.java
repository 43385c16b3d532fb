package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.ImageFile;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The directories that {@code WORKDIR} and {@code COPY} make, and whose they are. What BuildKit makes gets the mode 0755;
 * a {@code WORKDIR} belongs to the user in force, a directory of {@code COPY} to that of {@code --chown}, else to root
 * (seen with BuildKit in Docker 28.5). A directory that the base image may have is left as it is.
 */
final class MadeDirectories {
    private static final int MODE = 0755;

    /** Where base images have directories of their own, some of them not root's. */
    private static final Pattern BASE = Pattern.compile(
            "/|/[^/]+\\.d|/(?:bin|boot|dev|etc|lib|lib64|media|mnt|proc|run|sbin|sys|tmp|usr|var)(?:/.*)?"
                    + "|/(?:home|opt|root|srv)(?:/[^/]+)?");

    /** What may give a directory another owner or other rights. */
    private static final Pattern CHANGES = Pattern.compile(
            "(?s).*\\b(?:chown|chmod|chgrp|setfacl|install|useradd|adduser|rsync|cp|mv|tar|unzip)\\b.*|(?s).*\\.sh\\b.*");

    private final TreeMap<String, ImageFile> directories = new TreeMap<>();

    /**
     * A directory is made, if it is not there yet, and those above it.
     *
     * @param owner a user, with or without a group; empty if unknown
     */
    void make(Located<String> path, Optional<String> owner, Span span) {
        if (path.value().indexOf(Text.UNRESOLVED) >= 0) {
            return;
        }
        Optional<String> user = owner.map(name -> name.split(":", 2)[0]).filter(name -> !name.isEmpty());
        for (String place = path.value(); place.startsWith("/"); place = Paths.parent(place)) {
            if (BASE.matcher(place).matches()) {
                return;
            }
            directories.putIfAbsent(place, new ImageFile(place, true, user, Optional.of(MODE), Optional.empty(), span));
            user = Optional.empty();
        }
    }

    /** A shell runs; if it may change owners or rights, both are unknown from here on. */
    void run(String line) {
        if (CHANGES.matcher(line).matches()) {
            directories.replaceAll((path, file) -> new ImageFile(
                    path, file.directory(), Optional.empty(), Optional.empty(), file.link(), file.span()));
        }
    }

    List<ImageFile> all() {
        return List.copyOf(directories.values());
    }
}
