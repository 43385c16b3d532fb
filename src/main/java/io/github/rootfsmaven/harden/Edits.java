package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of a text to replace, none of which touches another's characters. */
final class Edits {
    private final List<Edit> edits = new ArrayList<>();

    /**
     * New characters for old ones, or between them.
     *
     * @param rank which comes first of those at one place
     */
    record Edit(int start, int end, String text, int rank) {
        boolean overlaps(Edit other) {
            boolean both = start < end && other.start < other.end;
            return both
                    ? start < other.end && other.start < end
                    : (start < other.start && other.end < end) || (other.start < start && end < other.end);
        }
    }

    /** Edits that are made together or not at all, and what they mean. */
    static final class Plan {
        private final List<Edit> edits = new ArrayList<>();
        private final List<Runnable> meaning = new ArrayList<>();

        void insert(int at, String text, int rank) {
            edits.add(new Edit(at, at, text, rank));
        }

        void replace(int start, int end, String text) {
            edits.add(new Edit(start, end, text, 0));
        }

        /** What the file says then, done to its shape if the edits are made. */
        void means(Runnable change) {
            meaning.add(change);
        }
    }

    /** Takes a plan on, unless another one has changed the same characters. */
    void add(Plan plan) throws NotWritable {
        for (Edit edit : plan.edits) {
            if (edits.stream().anyMatch(edit::overlaps)) {
                throw new NotWritable(Message.of("another change of this file is made at the same place"));
            }
        }
        edits.addAll(plan.edits);
        plan.meaning.forEach(Runnable::run);
    }

    /** The text with all edits made. */
    String apply(String text) {
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::rank));
        StringBuilder all = new StringBuilder();
        int at = 0;
        for (Edit edit : ordered) {
            if (edit.start > at) {
                all.append(text, at, edit.start);
            }
            all.append(edit.text);
            at = Math.max(at, edit.end);
        }
        return all.append(text, at, text.length()).toString();
    }
}
