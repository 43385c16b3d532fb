package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.harden.Intention.AddLine;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who owns a new volume: whoever owns the image's directory at its place, which the Dockerfile can make. */
final class VolumeOwnership {
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(:[A-Za-z0-9_][A-Za-z0-9_-]*)?");
    private static final Pattern USER = Pattern.compile("(?i)\\s*USER\\s+(\\S+)\\s*");
    private static final Pattern FROM = Pattern.compile("(?i)\\s*FROM\\s.*");
    private static final Pattern SAFE = Pattern.compile("[\\w./-]+");

    private final Container container;

    VolumeOwnership(Container container) {
        this.container = container;
    }

    /** The line that makes the directory for the user who runs the program, if he could not write it without. */
    Optional<AddLine> line(String path) {
        Optional<Located<String>> user = container
                .process()
                .user()
                .filter(Process::isCertainlyNotRoot)
                .filter(name -> name.origin() == Located.Origin.LITERAL)
                .filter(name -> NAMES.matcher(name.value()).matches());
        boolean theImages = container.image().allVolumes().stream()
                .filter(container.image()::isPulled)
                .anyMatch(volume -> Paths.canonical(volume.value()).equals(path));
        if (user.isEmpty()
                || !container.image().built()
                || theImages
                || !SAFE.matcher(path).matches()) {
            return Optional.empty();
        }
        boolean refused = container.map().writableBy(user.get().value(), path).is(false);
        boolean nobodyMakesIt = container.image().directory(path).isEmpty();
        if (!refused && !nobodyMakesIt) {
            return Optional.empty();
        }
        String text = "RUN mkdir -p " + path + " && chown " + user.get().value() + " " + path;
        return place().map(after -> new AddLine(after, text, "a new volume gets the owner of this directory"));
    }

    /** The line before the last {@code USER}, where root still works; without one the end of the file. */
    private Optional<Span> place() {
        SourceFile file = container.image().dockerfile().orElseThrow();
        Optional<Located<String>> user = container.image().user();
        if (!file.path()
                .getFileName()
                .toString()
                .toLowerCase(java.util.Locale.ROOT)
                .contains("file")) {
            return Optional.empty();
        }
        if (user.isEmpty()) {
            int last = file.lineCount();
            while (last > 1 && file.line(last).isBlank()) {
                last--;
            }
            return Optional.of(file.lineSpan(last));
        }
        Span named = user.get().span();
        int line = named.startLine();
        return named.file().path().equals(file.path()) && line > 1 && rootWorksAt(file, line - 1)
                ? Optional.of(file.lineSpan(line - 1))
                : Optional.empty();
    }

    /** Whether no other user is named between the stage's beginning and a line. */
    private static boolean rootWorksAt(SourceFile file, int line) {
        for (int i = line; i >= 1; i--) {
            var user = USER.matcher(file.line(i));
            if (user.matches()) {
                return user.group(1).matches("root|0+");
            }
            if (FROM.matcher(file.line(i)).matches()) {
                return true;
            }
        }
        return false;
    }
}
