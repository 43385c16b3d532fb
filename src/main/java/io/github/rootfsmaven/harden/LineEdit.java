package io.github.rootfsmaven.harden;

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
                refused.add(new InPlace.Refused(change, overlapping.getMessage()));
            }
        }
        return new InPlace.Edited(file.mark() + edits.apply(file.text()), refused);
    }
}
