package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.harden.Intention.AddLine;
import io.github.rootfsmaven.harden.Intention.CloseMount;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plans as new texts of the files that they change.
 *
 * @param files the files whose text is another one
 * @param plans the plans, with a question for each change that could not be written
 */
public record FileEdits(List<Rewritten> files, List<Plan> plans) {
    public FileEdits {
        files = List.copyOf(files);
        plans = List.copyOf(plans);
    }

    /** A file, and its text after the changes. */
    public record Rewritten(SourceFile file, String text) {
        public Rewritten {
            Objects.requireNonNull(file);
            Objects.requireNonNull(text);
        }

        /** The changes, the file called as it is from a directory. */
        public String diff(Path from) {
            String name = from.relativize(file.path()).toString().replace('\\', '/');
            return UnifiedDiff.of(name, file.whole(), text);
        }

        /** The file as it will be. */
        public SourceFile after() {
            String mark = file.whole()
                    .substring(0, file.whole().length() - file.text().length());
            return SourceFile.of(file.path(), text.substring(mark.length()));
        }
    }

    /** Writes plans into texts; no file is touched. */
    public static FileEdits of(List<Plan> plans, boolean comments) {
        List<Rewritten> files = new ArrayList<>();
        Map<Plan, List<Question>> refused = new HashMap<>();
        ComposeChanges.of(plans).forEach((file, changes) -> {
            InPlace.Edited edited = InPlace.of(file, List.copyOf(changes.keySet()), comments);
            if (!edited.text().equals(file.whole())) {
                files.add(new Rewritten(file, edited.text()));
            }
            for (InPlace.Refused no : edited.refused()) {
                Plan plan = changes.get(no.change());
                refused.computeIfAbsent(plan, any -> new ArrayList<>()).add(question(plan, no));
            }
        });
        return new FileEdits(
                files,
                plans.stream()
                        .map(plan -> plan.with(refused.getOrDefault(plan, List.of())))
                        .toList());
    }

    private static Question question(Plan plan, InPlace.Refused refused) {
        Change change = refused.change();
        return new Question(
                plan.container(),
                place(change, plan.container().place()),
                Message.of("{0} could not be written here: {1}.", what(change), refused.why()),
                Message.of("Write it yourself, or use `-Drootfs.mode=override`."));
    }

    private static Span place(Change change, Span otherwise) {
        if (change instanceof Change.Value value) {
            return value.value();
        }
        if (change instanceof Change.Entry entry) {
            return entry.mapping();
        }
        return change instanceof Change.Line line ? line.after() : otherwise;
    }

    private static Message what(Change change) {
        if (change instanceof Change.Key key) {
            return Message.of("`{0}: {1}`", key.key(), key.value());
        }
        if (change instanceof Change.Item item) {
            return Message.of("`{0}` in `{1}`", item.item(), item.list());
        }
        if (change instanceof Change.Value value) {
            return Message.of("`{0}`", value.text());
        }
        if (change instanceof Change.Entry entry) {
            return Message.of("`{0}: {1}`", entry.key(), entry.value());
        }
        return change instanceof Change.Line line
                ? Message.of("`{0}`", line.text())
                : Message.of("the volume `{0}`", ((Change.Volume) change).name());
    }

    /** The same plan where only an override file is written: what that cannot say is the user's to write. */
    public static Plan withTheRestAsked(Plan plan) {
        List<Question> mounts = plan.intentions().stream()
                .filter(CloseMount.class::isInstance)
                .filter(intention -> !OverrideFile.canSay(intention))
                .map(close -> ((CloseMount) close).mount())
                .map(mount -> new Question(
                        plan.container(),
                        mount.declared(),
                        Message.of(
                                "The bind on {0} can be made read-only only where it stands: an override file would replace all of it.",
                                mount.target().shown()),
                        Message.of("Add `read_only: true` there, or use `-Drootfs.mode=in-place`.")))
                .toList();
        return plan.with(mounts)
                .with(plan.intentions().stream()
                        .filter(AddLine.class::isInstance)
                        .map(AddLine.class::cast)
                        .map(line -> new Question(
                                plan.container(),
                                line.after(),
                                Message.of("The user of the container cannot write the new volume: {0}.", line.why()),
                                Message.of("Add to the Dockerfile behind this line: `{0}`.", line.text())))
                        .toList());
    }
}
