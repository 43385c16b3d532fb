package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
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
import java.util.regex.Pattern;

/**
 * Which stage is built on which: BuildKit's {@code buildDispatchStates} and {@code resolveReachableStages} in
 * {@code frontend/dockerfile/dockerfile2llb/convert.go}. {@code FROM} finds the last earlier stage whose lower-case name
 * it spells exactly; {@code --from} and the target do not care for case.
 */
final class StageGraph {
    private static final Pattern PLATFORM =
            Pattern.compile("[A-Za-z0-9_.-]++(?:\\([^()/]*+\\))?(?:/[A-Za-z0-9_.-]++){0,2}");

    private final List<Stage> stages;
    private final List<Text> bases = new ArrayList<>();
    private final List<Optional<Stage>> parents = new ArrayList<>();
    private final Map<String, Stage> byName = new HashMap<>();
    private final NamedContexts contexts;

    private StageGraph(List<Stage> stages, NamedContexts contexts) {
        this.stages = stages;
        this.contexts = contexts;
    }

    /** The graph with the names that {@code FROM} gets from these variables. */
    static StageGraph of(List<Stage> stages, char escape, Variables globals, NamedContexts contexts)
            throws InvalidInput {
        StageGraph graph = new StageGraph(stages, contexts);
        for (Stage stage : stages) {
            Word image = stage.from().image();
            Text base = Lexer.expand(image, escape, globals);
            if (base.value().isEmpty()) {
                throw new InvalidInput(image.span(), Message.of("base name ({0}) should not be blank", image.text()));
            }
            Optional<Word> platform = stage.from().platform();
            if (platform.isPresent()) {
                checkPlatform(platform.get(), Lexer.expand(platform.get(), escape, globals));
            }
            graph.bases.add(base);
            boolean replaced = graph.replacement(stage).isPresent();
            graph.parents.add(replaced ? Optional.empty() : Optional.ofNullable(graph.byName.get(base.value())));
            stage.name().ifPresent(name -> graph.byName.put(name, stage));
        }
        return graph;
    }

    /** As containerd's {@code platforms.Parse}; whether a single word is a system or a processor is not looked up. */
    private static void checkPlatform(Word written, Text platform) throws InvalidInput {
        if (platform.value().isEmpty()) {
            throw new InvalidInput(
                    written.span(), Message.of("empty platform value from expression {0}", written.text()));
        }
        boolean unknown = platform.value().indexOf(Text.UNRESOLVED) >= 0;
        if (!unknown && !PLATFORM.matcher(platform.value()).matches()) {
            throw new InvalidInput(written.span(), Message.of("failed to parse platform {0}", written.text()));
        }
    }

    /** What a stage's {@code FROM} names. */
    Text base(Stage stage) {
        return bases.get(stage.number());
    }

    /** The context that stands for a stage, so that nothing of it is carried out. */
    private Optional<NamedContexts.Source> replacement(Stage stage) {
        return stage.name().flatMap(contexts::of);
    }

    /** The context that the first stage of a chain begins with; empty where it is an image that is pulled. */
    Optional<NamedContexts.Source> origin(Stage root) {
        return replacement(root).or(() -> contexts.of(base(root).value()));
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

    /** What a stage carries out: the triggers of the stage that it is built on, then its own instructions. */
    List<Instruction> instructions(Stage stage) throws InvalidInput {
        if (replacement(stage).isPresent()) {
            return List.of();
        }
        List<Instruction> all = new ArrayList<>();
        Optional<Stage> parent = parents.get(stage.number());
        if (parent.isPresent()) {
            for (Instruction instruction : parent.get().instructions()) {
                if (instruction instanceof Instruction.Onbuild onbuild) {
                    all.add(trigger(onbuild, stage));
                }
            }
        }
        all.addAll(stage.instructions());
        return all;
    }

    private static Instruction trigger(Instruction.Onbuild onbuild, Stage stage) throws InvalidInput {
        if (onbuild.trigger().isEmpty()) {
            throw new InvalidInput(
                    stage.from().span(),
                    Message.verbatim(onbuild.refusal()),
                    Message.of("The trigger stands in line {0}.", onbuild.span().startLine()));
        }
        return onbuild.trigger().get();
    }

    /** The stage that {@code --from} means, unless something else stands for it. */
    Optional<Stage> copiedFrom(Word from) {
        return source(from).filter(stage -> replacement(stage).isEmpty());
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
            for (Instruction instruction : instructions(stage)) {
                for (Stage source : sources(instruction, stage)) {
                    open.push(source);
                }
            }
        }
        return seen.stream().map(stages::get).toList();
    }

    /** The stages that an instruction takes files from. */
    private List<Stage> sources(Instruction instruction, Stage stage) throws InvalidInput {
        List<Stage> sources = new ArrayList<>();
        if (instruction instanceof Instruction.Copy copy && copy.from().isPresent()) {
            Word from = copy.from().get();
            Optional<Stage> source = source(from);
            if (source.filter(other -> other.number() >= stage.number()).isPresent()) {
                throw new InvalidInput(
                        from.span(),
                        Message.of(
                                "cannot copy from stage \"{0}\", it needs to be defined before current stage",
                                from.text()));
            }
            source.ifPresent(sources::add);
        } else if (instruction instanceof Instruction.Run run) {
            for (RunMount mount : run.mounts()) {
                Optional<Stage> source = mount.from().flatMap(this::named);
                if (source.filter(other -> other.number() >= stage.number()).isPresent()) {
                    throw new InvalidInput(
                            mount.span(),
                            Message.of(
                                    "cannot mount from stage \"{0}\", stage needs to be defined before current command",
                                    mount.from().get().text()));
                }
                source.ifPresent(sources::add);
            }
        }
        return sources;
    }

    /** Finds names of images that cannot be any: those of all stages are asked for, needed or not. */
    void checkImages() throws InvalidInput {
        for (Stage stage : stages) {
            Word image = stage.from().image();
            Optional<Message> refusal = ImageName.refusal(base(stage).value());
            if (parents.get(stage.number()).isEmpty() && refusal.isPresent()) {
                Optional<Stage> meant = Optional.ofNullable(
                                byName.get(base(stage).value().toLowerCase(Locale.ROOT)))
                        .filter(other -> other.number() < stage.number());
                throw new InvalidInput(
                        image.span(),
                        Message.of("failed to parse stage name \"{0}\": {1}", image.text(), refusal.get()),
                        meant.flatMap(Stage::name)
                                .map(name -> Message.of("FROM knows a stage by its name in lower case: {0}.", name))
                                .orElse(Message.nothing()));
            }
            for (Instruction instruction : stage.instructions()) {
                for (Word from : images(instruction)) {
                    Optional<Message> wrong = ImageName.refusal(from.text());
                    if (wrong.isPresent()) {
                        throw new InvalidInput(
                                from.span(),
                                Message.of("failed to parse stage name \"{0}\": {1}", from.text(), wrong.get()));
                    }
                }
            }
        }
    }

    /** What an instruction takes files from, unless it is a stage. */
    private List<Word> images(Instruction instruction) {
        if (instruction instanceof Instruction.Copy copy) {
            return copy.from().stream().filter(from -> source(from).isEmpty()).toList();
        } else if (instruction instanceof Instruction.Run run) {
            return run.mounts().stream()
                    .flatMap(mount -> mount.from().stream())
                    .filter(from -> named(from).isEmpty())
                    .toList();
        }
        return List.of();
    }

    /** The stage that {@code --from} names or counts; empty for an image. */
    private Optional<Stage> source(Word from) {
        if (from.text().matches("[+-]?[0-9]{1,9}")) {
            return Optional.of(stages.get(Integer.parseInt(from.text())));
        }
        return named(from);
    }

    private Optional<Stage> named(Word from) {
        return Optional.ofNullable(byName.get(from.text().toLowerCase(Locale.ROOT)));
    }
}
