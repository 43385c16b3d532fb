package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.Copied;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What COPY and ADD place in each stage that was carried out, with what it inherits from the stages it is built on. */
final class StageCopies {
    private final Map<Integer, List<Copied>> byStage = new HashMap<>();

    /** Takes what the stages of a chain have. */
    void take(Dispatch dispatched) {
        byStage.putAll(dispatched.copiedByStage());
    }

    /** The stages that files come from, directly or through others, and what was placed in them. */
    Map<Integer, List<Copied>> behind(List<Copied> copied) {
        Map<Integer, List<Copied>> reached = new HashMap<>();
        Deque<List<Copied>> open = new ArrayDeque<>(List.of(copied));
        while (!open.isEmpty()) {
            for (Copied files : open.pop()) {
                files.stage().filter(byStage::containsKey).ifPresent(stage -> {
                    if (reached.putIfAbsent(stage, byStage.get(stage)) == null) {
                        open.push(byStage.get(stage));
                    }
                });
            }
        }
        return reached;
    }
}
