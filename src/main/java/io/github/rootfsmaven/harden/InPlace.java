package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.WrittenReader;
import io.github.rootfsmaven.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes changes into a file's own text: only lines are added, and only the characters of values are replaced.
 * Afterwards the file is read again; if it does not say what was intended, and all else as before, it stays as it was.
 */
public final class InPlace {
    private InPlace() {}

    /**
     * A file's text after the changes that could be made.
     *
     * @param text all characters, a byte order mark included if the file has one
     * @param refused what could not be written, in the order it was asked for
     */
    public record Edited(String text, List<Refused> refused) {
        public Edited {
            Objects.requireNonNull(text);
            refused = List.copyOf(refused);
        }
    }

    /** A change that was not made, and why not, in words for the user. */
    public record Refused(Change change, Message why) {
        public Refused {
            Objects.requireNonNull(change);
            Objects.requireNonNull(why);
        }
    }

    /**
     * Makes changes of one file. What it declares already is not declared again; an item that a list has already is
     * added again, because only the caller knows what an item means.
     *
     * @param comments whether added lines say why they are there
     */
    public static Edited of(SourceFile file, List<Change> changes, boolean comments) {
        if (!changes.isEmpty() && changes.stream().allMatch(Change.Line.class::isInstance)) {
            List<Change.Line> lines =
                    changes.stream().map(Change.Line.class::cast).toList();
            return LineEdit.of(file, lines, comments);
        }
        try {
            Outline outline = new Outline(new Layout(file.text()), WrittenReader.read(file));
            FileEdit edit = new FileEdit(outline, YamlReader.read(file), changes, comments);
            List<Refused> undeclared = undeclared(edit.refused(), changes);
            if (!undeclared.isEmpty()) {
                List<Change> others = new ArrayList<>(changes);
                undeclared.forEach(refused -> others.remove(refused.change()));
                edit = new FileEdit(outline, YamlReader.read(file), others, comments);
            }
            String text = edit.text();
            if (!edit.isAsIntended(SourceFile.of(file.path(), text))) {
                return untouched(
                        file, changes, Message.of("the edited file would not say what is meant; edit it by hand"));
            }
            List<Refused> refused = new ArrayList<>(edit.refused());
            refused.addAll(undeclared);
            return new Edited(file.mark() + text, inOrder(changes, refused));
        } catch (InvalidInput broken) {
            return untouched(file, changes, Message.of("the file cannot be read: {0}", broken.message()));
        }
    }

    /** What uses a volume whose declaration cannot be written: the file would not load. */
    private static List<Refused> undeclared(List<Refused> refused, List<Change> changes) {
        List<Refused> users = new ArrayList<>();
        for (Refused no : refused) {
            if (no.change() instanceof Change.Volume volume) {
                String use = volume.name() + ":";
                changes.stream()
                        .filter(change -> change instanceof Change.Item item
                                        && item.item().startsWith(use)
                                || change instanceof Change.Value value
                                        && value.text().startsWith(use))
                        .forEach(change -> users.add(
                                new Refused(change, Message.of("its volume cannot be declared, for {0}", no.why()))));
            }
        }
        return users;
    }

    private static List<Refused> inOrder(List<Change> changes, List<Refused> refused) {
        List<Refused> ordered = new ArrayList<>();
        for (Change change : changes) {
            refused.stream().filter(one -> one.change() == change).limit(1).forEach(ordered::add);
        }
        return ordered;
    }

    /** The file as it was, and why. */
    static Edited untouched(SourceFile file, List<? extends Change> changes, Message why) {
        return new Edited(
                file.whole(),
                changes.stream().map(change -> new Refused(change, why)).toList());
    }
}
