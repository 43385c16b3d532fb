package io.github.rootfsmaven.check;

import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs rules over a project. */
public final class Check {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::span)
            .thenComparing(Finding::rule)
            .thenComparing(finding -> nameOf(finding.container()))
            .thenComparing(Finding::subject)
            .thenComparing(finding -> finding.message().english());

    private static final Comparator<Finding> BY_GRAVITY =
            Comparator.comparing(Finding::severity).thenComparing(Finding::effect);

    private final List<Rule> rules;

    /** A check with those rules; where two speak of one mount equally gravely, the earlier one is told. */
    public Check(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Judges a project under a policy, with nothing suppressed. The verdicts do not depend on the policy. */
    public Report run(Project project, Policy policy) {
        return run(project, policy, Suppressions.none());
    }

    /** Judges a project under a policy. The verdicts depend neither on the policy nor on what is suppressed. */
    public Report run(Project project, Policy policy, Suppressions suppressions) {
        return report(project, policy, suppressions, true);
    }

    /** The same with each finding for itself: what is said of several places at once is said of each. */
    public Report unfolded(Project project, Policy policy, Suppressions suppressions) {
        return report(project, policy, suppressions, false);
    }

    private Report report(Project project, Policy policy, Suppressions suppressions, boolean fold) {
        List<Finding> all = said(project).toList();
        Set<Container> reopened = reopened(all);
        List<Judged> judged = project.containers().stream()
                .map(container -> judge(container, reopened.contains(container)))
                .toList();
        Causes causes = Causes.of(project, production -> said(production));
        List<String> known = rules.stream().map(Rule::id).toList();
        Ignores ignores = Ignores.of(suppressions, known, project, all);
        Optional<Baseline.Matching> baseline = suppressions.baseline().map(of -> of.new Matching());
        List<Reported> reported = Stream.concat(gravestPerMount(all).stream(), ignores.complaints().stream())
                .sorted(ORDER)
                .map(Check::explained)
                .map(finding -> reported(finding, causes.scope(finding), policy, ignores, baseline))
                .filter(finding -> finding.severity() != Severity.OFF)
                .toList();
        return new Report(
                judged,
                fold ? folded(reported) : reported,
                project.problems().stream()
                        .filter(problem -> problem.kind() == Problem.Kind.NOT_READ)
                        .sorted(Comparator.comparing(Problem::where))
                        .toList(),
                policy.severities().entrySet().stream()
                        .filter(rule -> rule.getValue() == Severity.OFF)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                project.read(),
                project.unchecked(),
                baseline.map(Baseline.Matching::fixed).orElse(List.of()));
    }

    private Stream<Finding> said(Project project) {
        return rules.stream().flatMap(rule -> rule.check(project));
    }

    private static Reported reported(
            Finding finding, Scope scope, Policy policy, Ignores ignores, Optional<Baseline.Matching> baseline) {
        Reported counted = new Reported(
                finding, policy.severity(finding, scope), scope, Fingerprint.of(finding), Optional.empty());
        // the baseline is asked in any case, so that an entry is not called fixed because of an ignore
        boolean accepted = baseline.filter(of -> of.takes(counted)).isPresent();
        Optional<Suppression> suppression = ignores.suppression(finding)
                .or(() -> accepted
                        ? Optional.of(new Suppression(Suppression.By.BASELINE, "", Optional.empty()))
                        : Optional.empty());
        return new Reported(finding, counted.severity(), scope, counted.fingerprint(), suppression);
    }

    /** A mount of one container. A container is itself and no other: comparing all that it has would take long. */
    private record Place(Container container, Mount mount) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.container == container && place.mount.equals(mount);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(container);
        }
    }

    /** One root cause, one finding: the gravest word on a mount wins, of equals the first. */
    private static List<Finding> gravestPerMount(List<Finding> findings) {
        Map<Place, Finding> gravest = new LinkedHashMap<>();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.mount().isEmpty()) {
                kept.add(finding);
                continue;
            }
            Place place =
                    new Place(finding.container().orElse(null), finding.mount().orElseThrow());
            gravest.merge(place, finding, Check::graver);
        }
        kept.addAll(gravest.values());
        return kept;
    }

    /**
     * What an anchor merges into several services is one line of the file, and is told once; so is a note that says the
     * same of several places, and what is said of several lines of a script that are for one job each. The others are
     * related places.
     */
    private static List<Reported> folded(List<Reported> findings) {
        record Statement(String rule, Optional<Object> place, Message message, Optional<Object> itself) {}
        Map<Statement, Reported> first = new LinkedHashMap<>();
        Map<Statement, List<Finding.Related>> others = new HashMap<>();
        for (Reported reported : findings) {
            Finding finding = reported.finding();
            boolean note = finding.severity() == Severity.NOTE;
            boolean once = finding.container()
                    .filter(container -> container.start() == Start.ONE_OFF)
                    .isPresent();
            Optional<Object> place = Optional.<Object>of(once ? finding.span().file() : finding.span())
                    .filter(span -> !note);
            // what is suppressed in one place may be told in another
            Optional<Object> itself = reported.isActive() ? Optional.empty() : Optional.of(finding);
            Statement statement = new Statement(finding.rule(), place, finding.message(), itself);
            Reported told = first.putIfAbsent(statement, reported);
            if (told != null) {
                others.computeIfAbsent(statement, any -> new ArrayList<>()).add(again(told.finding(), finding));
            }
        }
        others.forEach((statement, places) -> first.computeIfPresent(
                statement, (any, told) -> told.with(told.finding().also(places))));
        return List.copyOf(first.values());
    }

    /** Where a value that somebody must change comes from, if that is not plain from where it stands. */
    private static Finding explained(Finding finding) {
        Optional<Container> container = finding.container();
        Finding whole = finding;
        for (Origins.Origin origin : container.stream()
                .flatMap(of -> of.origins().of(finding.span(), shownName(of), of.place()).stream())
                .toList()) {
            whole = whole.also(origin.place(), origin.what());
        }
        return whole;
    }

    private static String shownName(Container container) {
        return container.name().map(Located::shown).orElse("");
    }

    private static Finding.Related again(Finding told, Finding again) {
        Optional<Container> container = again.container();
        boolean anchored = told.span().equals(again.span());
        Span place = container.filter(same -> anchored).map(Container::place).orElse(again.span());
        Message same = container
                .flatMap(Container::name)
                .map(name -> Message.of("the same in {0}", name.shown()))
                .orElse(Message.of("the same here"));
        return new Finding.Related(place, same);
    }

    private static Finding graver(Finding first, Finding second) {
        return BY_GRAVITY.compare(second, first) < 0 ? second : first;
    }

    /** The containers whose root is re-opened as a whole; each is itself and no other. */
    private static Set<Container> reopened(List<Finding> findings) {
        Set<Container> reopened = Collections.newSetFromMap(new IdentityHashMap<>());
        findings.stream()
                .filter(finding -> finding.effect() == Effect.ROOT_OPEN && finding.confidence() != Confidence.POSSIBLE)
                .forEach(finding -> finding.container().ifPresent(reopened::add));
        return reopened;
    }

    private static Judged judge(Container container, boolean reopened) {
        Judged judged = new Judged(container, container.map(), Verdict.HARDENED);
        return new Judged(container, judged.map(), verdict(judged, reopened));
    }

    private static Verdict verdict(Judged judged, boolean reopened) {
        Container container = judged.container();
        if (container.rootIsWritable()) {
            return Verdict.OPEN;
        }
        if (container.rootIsReadOnly() && reopened) {
            return Verdict.DEFEATED;
        }
        boolean breaks =
                judged.homelessWrites().stream().anyMatch(write -> Confidence.of(write) != Confidence.POSSIBLE);
        if (breaks) {
            return Verdict.BREAKS;
        }
        return isResolved(container) ? Verdict.HARDENED : Verdict.UNKNOWN;
    }

    private static boolean isResolved(Container container) {
        return container.rootIsReadOnly()
                && container.complete()
                && container
                        .privileges()
                        .privileged()
                        .map(key -> key.value().value().isPresent())
                        .orElse(true)
                && container.mounts().stream().noneMatch(mount -> mount.access() == Access.UNKNOWN);
    }

    private static String nameOf(Optional<Container> container) {
        return container.flatMap(Container::name).map(name -> name.value()).orElse("");
    }
}
