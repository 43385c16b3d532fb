package io.github.rootfsmaven.harden;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The shortest way from one list of lines to another (E. Myers, "An O(ND) Difference Algorithm and Its Variations",
 * 1986). Edits of ours are few, so that the time is that of comparing the lines once; of texts that have hardly
 * anything in common the whole middle is one run.
 */
final class LineDifference {
    private static final int MOST_STEPS = 2_000;

    private final List<String> before;
    private final List<String> after;

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Lines of the old text that others of the new text stand for; ends are behind the last line. */
    record Run(int oldStart, int oldEnd, int newStart, int newEnd) {}

    /** The runs in order, none of which touches the next. */
    static List<Run> of(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = before.subList(head, before.size() - tail);
        List<String> young = after.subList(head, after.size() - tail);
        if (old.isEmpty() && young.isEmpty()) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        for (Run run : new LineDifference(old, young).runs()) {
            runs.add(new Run(run.oldStart + head, run.oldEnd + head, run.newStart + head, run.newEnd + head));
        }
        return runs;
    }

    private List<Run> runs() {
        List<int[]> trace = new ArrayList<>();
        int most = Math.min(MOST_STEPS, before.size() + after.size());
        int[] furthest = new int[2 * most + 3];
        int zero = most + 1;
        for (int step = 0; step <= most; step++) {
            trace.add(Arrays.copyOfRange(furthest, zero - step - 1, zero + step + 2));
            for (int diagonal = -step; diagonal <= step; diagonal += 2) {
                int at = zero + diagonal;
                int x = down(furthest, at, diagonal, step) ? furthest[at + 1] : furthest[at - 1] + 1;
                int y = x - diagonal;
                while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
                    x++;
                    y++;
                }
                furthest[at] = x;
                if (x >= before.size() && y >= after.size()) {
                    return back(trace, step);
                }
            }
        }
        return List.of(new Run(0, before.size(), 0, after.size()));
    }

    /** Whether the best way to a diagonal adds a line rather than removes one. */
    private static boolean down(int[] furthest, int at, int diagonal, int step) {
        return diagonal == -step || (diagonal != step && furthest[at - 1] < furthest[at + 1]);
    }

    private List<Run> back(List<int[]> trace, int steps) {
        Deque<Run> runs = new ArrayDeque<>();
        int x = before.size();
        int y = after.size();
        for (int step = steps; step > 0; step--) {
            int[] furthest = trace.get(step);
            int diagonal = x - y;
            // the middle of what was kept of this step is diagonal 0
            int at = diagonal + step + 1;
            boolean down = down(furthest, at, diagonal, step);
            int fromX = down ? furthest[at + 1] : furthest[at - 1];
            int fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
            int toX = down ? fromX : fromX + 1;
            int toY = down ? fromY + 1 : fromY;
            Run next = runs.peek();
            if (next != null && next.oldStart == toX && next.newStart == toY) {
                runs.pop();
                runs.push(new Run(fromX, next.oldEnd, fromY, next.newEnd));
            } else {
                runs.push(new Run(fromX, toX, fromY, toY));
            }
            x = fromX;
            y = fromY;
        }
        return List.copyOf(runs);
    }
}
