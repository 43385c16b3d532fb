package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.dockerfile.Dockerfile;
import io.github.rootfsmaven.dockerfile.Stage;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Adds lines to a Dockerfile. */
final class LineEdit {
    private LineEdit() {}

    static InPlace.Edited of(SourceFile file, List<Change.Line> changes, boolean comments) {
        Layout layout = new Layout(file.text());
        Edits edits = new Edits();
        List<InPlace.Refused> refused = new ArrayList<>();
        for (Change.Line change : changes) {
            int start = file.startOf(change.after());
            int end = file.endOf(change.after());
            while (end > start && layout.text().charAt(end - 1) <= ' ') {
                end--;
            }
            List<String> lines = new ArrayList<>();
            String comment = comments ? Quoting.comment(change.why()) : "";
            if (!comment.isEmpty()) {
                lines.add(comment);
            }
            lines.addAll(change.text().lines().toList());
            Edits.Plan plan = new Edits.Plan();
            int at = layout.nextLine(end);
            plan.insert(at, layout.lines(at, lines), 0);
            try {
                edits.add(plan);
            } catch (NotWritable overlapping) {
                refused.add(new InPlace.Refused(change, overlapping.why()));
            }
        }
        String text = edits.apply(file.text());
        try {
            List<String> before = instructions(file);
            List<String> after = instructions(SourceFile.of(file.path(), text));
            // a line that is added within another instruction's lines makes no instruction of its own
            if (isWithin(before, after) && after.size() >= before.size() + changes.size() - refused.size()) {
                return new InPlace.Edited(file.mark() + text, refused);
            }
            return InPlace.untouched(file, changes, Message.of("the edited Dockerfile would not say what is meant"));
        } catch (InvalidInput broken) {
            return InPlace.untouched(file, changes, Message.of("it would be no Dockerfile: {0}", broken.message()));
        }
    }

    private static List<String> instructions(SourceFile file) throws InvalidInput {
        Dockerfile dockerfile = Dockerfile.parse(file);
        List<String> instructions = new ArrayList<>();
        dockerfile
                .globalArguments()
                .forEach(argument -> instructions.add(argument.span().text()));
        for (Stage stage : dockerfile.stages()) {
            instructions.add(stage.from().span().text());
            stage.instructions()
                    .forEach(instruction -> instructions.add(instruction.span().text()));
        }
        return instructions;
    }

    /** Whether the new instructions hold the old ones in their order. */
    private static boolean isWithin(List<String> before, List<String> after) {
        int found = 0;
        for (String instruction : after) {
            if (found < before.size() && before.get(found).equals(instruction)) {
                found++;
            }
        }
        return found == before.size();
    }
}
