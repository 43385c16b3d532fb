package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which stage is built on which: BuildKit's {@code buildDispatchStates} and {@code resolveReachableStages} in
 * {@code frontend/dockerfile/dockerfile2llb/convert.go}. {@code FROM} finds the last earlier stage whose lower-case name
 * it spells exactly; {@code --from} and the target do not care for case.
 */
final class StageGraph {
    private final List<Stage> stages;
    private final List<Text> bases = new ArrayList<>();
    private final List<Optional<Stage>> parents = new ArrayList<>();
    private final Map<String, Stage> byName = new HashMap<>();

    private StageGraph(List<Stage> stages) {
        this.stages = stages;
    }

    /** The graph with the names that {@code FROM} gets from these variables. */
    static StageGraph of(List<Stage> stages, char escape, Variables globals) throws InvalidInput {
        StageGraph graph = new StageGraph(stages);
        for (Stage stage : stages) {
            Word image = stage.from().image();
            Text base = Lexer.expand(image, escape, globals);
            if (base.value().isEmpty()) {
                throw new InvalidInput(image.span(), "base name (" + image.text() + ") should not be blank");
            }
            Optional<Word> platform = stage.from().platform();
            if (platform.isPresent()
                    && Lexer.expand(platform.get(), escape, globals).value().isEmpty()) {
                throw new InvalidInput(
                        platform.get().span(),
                        "empty platform value from expression " + platform.get().text());
            }
            graph.bases.add(base);
            graph.parents.add(Optional.ofNullable(graph.byName.get(base.value())));
            stage.name().ifPresent(name -> graph.byName.put(name, stage));
        }
        return graph;
    }

    /** What a stage's {@code FROM} names. */
    Text base(Stage stage) {
        return bases.get(stage.number());
    }

    /** The stages that a stage is built on, the first of them first, itself last. */
    List<Stage> chain(Stage target) {
        List<Stage> chain = new ArrayList<>();
        Optional<Stage> stage = Optional.of(target);
        while (stage.isPresent()) {
            chain.add(stage.get());
            stage = parents.get(stage.get().number());
        }
        Collections.reverse(chain);
        return chain;
    }

    /** Every stage that must be built for a stage, itself included, in the order of the file. */
    List<Stage> reachable(Stage target) throws InvalidInput {
        TreeSet<Integer> seen = new TreeSet<>();
        Deque<Stage> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            Stage stage = open.pop();
            if (!seen.add(stage.number())) {
                continue;
            }
            parents.get(stage.number()).ifPresent(open::push);
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Instruction.Copy copy && copy.from().isPresent()) {
                    Optional<Stage> source = source(copy.from().get());
                    if (source.filter(other -> other.number() >= stage.number()).isPresent()) {
                        throw new InvalidInput(
                                copy.from().get().span(),
                                "cannot copy from stage \"" + copy.from().get().text()
                                        + "\", it needs to be defined before current stage");
                    }
                    source.ifPresent(open::push);
                }
            }
        }
        return seen.stream().map(stages::get).toList();
    }

    /** A stage that {@code FROM} means but for its case, which BuildKit takes for an image that cannot exist. */
    Optional<Stage> misspelled(Stage stage) {
        if (parents.get(stage.number()).isPresent()) {
            return Optional.empty();
        }
        String lower = base(stage).value().toLowerCase(Locale.ROOT);
        return lower.equals(base(stage).value())
                ? Optional.empty()
                : Optional.ofNullable(byName.get(lower)).filter(other -> other.number() < stage.number());
    }

    /** The stage that {@code --from} names or counts; empty for an image. */
    private Optional<Stage> source(Word from) {
        if (from.text().matches("[+-]?[0-9]{1,9}")) {
            return Optional.of(stages.get(Integer.parseInt(from.text())));
        }
        return Optional.ofNullable(byName.get(from.text().toLowerCase(Locale.ROOT)));
    }
}
