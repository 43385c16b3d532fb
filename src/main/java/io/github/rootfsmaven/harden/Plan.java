package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What is to be done about one service, and what is left to its owner.
 *
 * @param container the service as it is
 * @param intentions what the fix changes
 * @param questions what it does not decide
 * @param alternatives settings that would do instead of a mount
 */
public record Plan(
        Container container, List<Intention> intentions, List<Question> questions, List<Alternative> alternatives) {
    public Plan {
        Objects.requireNonNull(container);
        intentions = List.copyOf(intentions);
        questions = List.copyOf(questions);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The plans of all services of a project, in its order.
     *
     * @param known what is known of images
     * @param rules what the fixed service is judged by: whatever they still warn of is a question
     * @param volumes the names of declared volumes
     */
    public static List<Plan> of(
            Project project, KnownImages known, List<Rule> rules, Collection<String> volumes, HardenSettings settings) {
        List<Container> services = project.containers().stream()
                .filter(container -> container.start() == Start.SERVICE)
                .toList();
        VolumeNames names = new VolumeNames(volumes, services);
        List<Plan> plans = new ArrayList<>();
        for (Container service : services) {
            Hardening.Result result = Hardening.of(service, settings, names);
            List<Question> questions = new ArrayList<>(unknown(service, known));
            left(result.hardened(), project, rules).forEach(finding -> questions.add(question(service, finding)));
            plans.add(new Plan(service, result.intentions(), questions, result.alternatives()));
        }
        return plans;
    }

    /** The same plan with more questions. */
    public Plan with(Collection<Question> more) {
        List<Question> all = new ArrayList<>(questions);
        all.addAll(more);
        return new Plan(container, intentions, all, alternatives);
    }

    private static List<Question> unknown(Container service, KnownImages known) {
        List<Question> questions = new ArrayList<>();
        if (service.readOnly() instanceof Known.Unknown<Boolean> unknown) {
            questions.add(new Question(
                    service,
                    service.readOnlyKey().orElse(service.place()),
                    Message.of("Whether the root filesystem is read-only is unknown: {0}.", unknown.reason()),
                    Message.of("Write `read_only: true`, or give the variable a value.")));
        }
        for (Mount mount : service.mounts()) {
            if (mount.access() == Access.UNKNOWN) {
                questions.add(new Question(
                        service,
                        mount.declared(),
                        Message.of(
                                "The mount on {0} hangs on a variable that has no value.",
                                mount.target().shown()),
                        Message.of("Give it one, in `.env` or with the parameter `environment`.")));
            }
        }
        if (!service.complete() && questions.isEmpty()) {
            questions.add(new Question(
                    service,
                    service.place(),
                    Message.of("Something that decides where it can write could not be read."),
                    Message.of("`check` names it: see its `not-read` findings.")));
        }
        boolean told = service.writes().stream().anyMatch(Plan::isTold);
        if (!service.image().built() && !told && !known.knows(service.image(), service.place())) {
            questions.add(
                    new Question(
                            service,
                            service.image().reference().map(Located::span).orElse(service.place()),
                            service.image()
                                    .reference()
                                    .map(Located::shown)
                                    .map(name -> Message.of("What the image {0} writes is unknown.", name))
                                    .orElse(Message.of("What the image writes is unknown.")),
                            Message.of(
                                    "Start it without `read_only`, use it, and let the goal `observe` write down what it does.")));
        }
        return questions;
    }

    /** Whether a write is told by what runs there, rather than by what every program does. */
    private static boolean isTold(Write write) {
        return switch (write.evidence()) {
            case OBSERVED, OBSERVED_BEFORE, MODULE, DOCKERFILE -> true;
            case SCRIPT, DOCUMENTED, IMAGE, REPORTED, INFERRED -> false;
        };
    }

    /** What the rules warn of once the fix is made, whatever the service is for. */
    private static List<Finding> left(Container hardened, Project project, List<Rule> rules) {
        Project alone =
                new Project(List.of(hardened), List.of(), project.read(), project.unchecked(), project.modules());
        return new Check(rules)
                .run(alone, Policy.standard()).findings().stream()
                        .map(Reported::finding)
                        .filter(finding -> finding.container().isPresent())
                        .filter(finding ->
                                finding.effect().severity(finding.confidence()).atLeast(Severity.WARNING))
                        .toList();
    }

    private static Question question(Container service, Finding finding) {
        return new Question(service, finding.span(), finding.message(), finding.fix());
    }
}
