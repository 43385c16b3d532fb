package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Dockerfile that was read: its stages, and the images they build. What is refused, and with which words, follows
 * BuildKit ({@code frontend/dockerfile}).
 */
public final class Dockerfile {
    private static final String SCRATCH = "scratch";

    /** Chains of stages beside each other may cost the square of their number; beyond this only words are looked at. */
    private static final int MOST_DISPATCHED = 1000;

    private final SourceFile file;
    private final char escape;
    private final List<Instruction.Arg> globalArguments;
    private final List<Stage> stages;

    private Dockerfile(SourceFile file, char escape, List<Instruction.Arg> globalArguments, List<Stage> stages) {
        this.file = file;
        this.escape = escape;
        this.globalArguments = List.copyOf(globalArguments);
        this.stages = List.copyOf(stages);
    }

    /**
     * Reads a Dockerfile.
     *
     * @throws InvalidInput at the first thing that BuildKit refuses before it looks at any variable
     */
    public static Dockerfile parse(SourceFile file) throws InvalidInput {
        Parser parser = new Parser(file);
        List<Node> nodes = parser.parse();
        List<Instruction.Arg> globalArguments = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        List<Instruction> behind = new ArrayList<>();
        Optional<Instruction.From> from = Optional.empty();
        for (Node node : nodes) {
            Instruction instruction = InstructionParser.parse(node);
            if (instruction instanceof Instruction.From next) {
                from.ifPresent(begun -> stages.add(new Stage(stages.size(), begun, behind)));
                behind.clear();
                from = Optional.of(next);
            } else if (from.isPresent()) {
                behind.add(instruction);
            } else if (instruction instanceof Instruction.Arg arg) {
                globalArguments.add(arg);
            } else {
                throw new InvalidInput(
                        node.keyword().span(),
                        Message.of("no build stage in current context"),
                        Message.of("Begin with FROM."));
            }
        }
        if (from.isEmpty()) {
            throw new InvalidInput(
                    nodes.get(0).span(), Message.of("dockerfile contains no stages to build"), Message.of("Add FROM."));
        }
        stages.add(new Stage(stages.size(), from.get(), behind));
        Dockerfile dockerfile = new Dockerfile(file, parser.escape(), globalArguments, stages);
        dockerfile.checkSources();
        return dockerfile;
    }

    /** The file it was read from. */
    public SourceFile file() {
        return file;
    }

    /** The {@code ARG}s before the first {@code FROM}. */
    public List<Instruction.Arg> globalArguments() {
        return globalArguments;
    }

    /** Its stages in order; at least one. */
    public List<Stage> stages() {
        return stages;
    }

    /**
     * The stage of that name, in whatever case; the last one if none is asked for. Of two with the same name it is the
     * later one. BuildKit does not take a number here.
     *
     * @throws InvalidInput at the last {@code FROM} if there is no such stage
     */
    public Stage stage(Optional<String> target) throws InvalidInput {
        Stage last = stages.get(stages.size() - 1);
        if (target.filter(name -> !name.isEmpty()).isEmpty()) {
            return last;
        }
        Optional<String> wanted = target.map(name -> name.toLowerCase(Locale.ROOT));
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (stages.get(i).name().equals(wanted)) {
                return stages.get(i);
            }
        }
        throw new InvalidInput(last.from().span(), Message.of("target stage \"{0}\" could not be found", target.get()));
    }

    /** The place of the {@code FROM} that begins a stage: what is said of the image as a whole is said there. */
    public Span place(Optional<String> target) throws InvalidInput {
        return stage(target).from().span();
    }

    /**
     * The image that a stage builds, as far as the Dockerfile tells.
     *
     * @param target the stage's name; the last stage if empty
     * @param buildArguments values for {@code ARG}s, which go before their defaults
     * @throws InvalidInput where BuildKit would refuse to build that stage
     */
    public Image image(Optional<String> target, Map<String, String> buildArguments) throws InvalidInput {
        return image(target, buildArguments, NamedContexts.none());
    }

    /**
     * The image that a stage builds with additional contexts.
     *
     * @param contexts what stands for stages and images
     * @throws InvalidInput where BuildKit would refuse to build that stage
     */
    public Image image(Optional<String> target, Map<String, String> buildArguments, NamedContexts contexts)
            throws InvalidInput {
        Arguments arguments = Arguments.of(globalArguments, escape, buildArguments);
        StageGraph graph = StageGraph.of(stages, escape, arguments.globals(), contexts);
        Stage wanted = stage(target);
        List<Stage> chain = graph.chain(wanted);
        graph.checkImages();
        StageCopies copies = checkReachable(graph, arguments, wanted, chain);
        Dispatch dispatch = dispatch(graph, arguments, chain);
        Image image = based(dispatch, graph, chain.get(0));
        return image.withStages(copies.behind(image.copied()));
    }

    private Image based(Dispatch dispatch, StageGraph graph, Stage root) {
        Optional<NamedContexts.Source> origin = graph.origin(root);
        return origin.isPresent()
                ? based(dispatch, origin.get())
                : based(dispatch, graph.base(root).at(root.from().image().span()));
    }

    private Image based(Dispatch dispatch, Located<String> reference) {
        return dispatch.image(
                file,
                Optional.of(reference).filter(name -> !name.value().equals(SCRATCH)),
                Optional.of(reference.value()).filter(name -> name.indexOf(Text.UNRESOLVED) < 0));
    }

    private Image based(Dispatch dispatch, NamedContexts.Source origin) {
        if (origin instanceof NamedContexts.Source.Pulled pulled) {
            return based(dispatch, pulled.reference());
        }
        Optional<Image> built = built(origin);
        return dispatch.image(file, built.flatMap(Image::reference), built.flatMap(Image::base));
    }

    private static Optional<Image> built(NamedContexts.Source origin) {
        return origin instanceof NamedContexts.Source.Built other ? Optional.of(other.image()) : Optional.empty();
    }

    private Dispatch dispatch(StageGraph graph, Arguments arguments, List<Stage> chain) throws InvalidInput {
        Optional<NamedContexts.Source> origin = graph.origin(chain.get(0));
        Optional<String> base = Optional.of(graph.base(chain.get(0)).value());
        if (origin.isPresent()) {
            base = origin.get() instanceof NamedContexts.Source.Pulled pulled
                    ? Optional.of(pulled.reference().value())
                    : built(origin.get()).flatMap(Image::base);
        }
        Dispatch dispatch = new Dispatch(escape, arguments, graph, base.equals(Optional.of(SCRATCH)));
        origin.flatMap(Dockerfile::built).ifPresent(dispatch::inherit);
        for (Stage stage : chain) {
            dispatch.stage(stage);
        }
        return dispatch;
    }

    /**
     * The stages that are built beside the chain, whose errors stop the build all the same.
     *
     * @return what they copy
     */
    private StageCopies checkReachable(StageGraph graph, Arguments arguments, Stage wanted, List<Stage> chain)
            throws InvalidInput {
        StageCopies copies = new StageCopies();
        Set<Integer> dispatched = new HashSet<>();
        chain.forEach(stage -> dispatched.add(stage.number()));
        List<Stage> reachable = graph.reachable(wanted);
        int affordable = MOST_DISPATCHED;
        // From the last to the first, for a chain counts for all stages in it.
        for (int i = reachable.size() - 1; i >= 0; i--) {
            Stage stage = reachable.get(i);
            if (dispatched.contains(stage.number())) {
                continue;
            }
            List<Stage> own = graph.chain(stage);
            affordable -= own.size();
            if (affordable > 0) {
                copies.take(dispatch(graph, arguments, own));
                own.forEach(built -> dispatched.add(built.number()));
            } else {
                for (Instruction instruction : stage.instructions()) {
                    Expandable.check(instruction, escape, Variables.unknown());
                }
            }
        }
        return copies;
    }

    /** What {@code --from} may say, which BuildKit checks in every stage, needed or not. */
    private void checkSources() throws InvalidInput {
        for (Stage stage : stages) {
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Instruction.Copy copy && copy.from().isPresent()) {
                    checkSource(stage, copy.from().get());
                }
            }
        }
    }

    private void checkSource(Stage stage, Word from) throws InvalidInput {
        if (!Lexer.expand(from, escape, Variables.none()).value().equals(from.text())) {
            throw new InvalidInput(
                    from.span(),
                    Message.of(
                            "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround"));
        }
        if (from.text().matches("[+-]?[0-9]{1,9}")) {
            int index = Integer.parseInt(from.text());
            if (index < 0 || index >= stages.size()) {
                throw new InvalidInput(from.span(), Message.of("invalid stage index {0}", index));
            }
            if (index == stage.number()) {
                throw new InvalidInput(from.span(), Message.of("circular dependency detected on stage: {0}", index));
            }
        } else if (stage.name()
                        .filter(name -> name.equalsIgnoreCase(from.text()))
                        .isPresent()
                && stage(Optional.of(from.text())).number() == stage.number()) {
            throw new InvalidInput(
                    from.span(),
                    Message.of(
                            "circular dependency detected on stage: {0}",
                            stage.name().get()));
        }
    }
}
