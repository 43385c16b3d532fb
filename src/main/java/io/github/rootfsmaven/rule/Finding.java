package io.github.rootfsmaven.rule;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One statement of a rule about one place.
 *
 * @param rule the rule's id
 * @param effect what it does to the user
 * @param confidence how sure we are
 * @param container whom it is about; empty for a finding about the project or a file
 * @param span the place
 * @param subject what it is about, for telling findings apart when lines move: mostly a path in the container
 * @param message one sentence with the concrete values, without the place
 * @param fix what to do, one or more sentences; may be empty
 * @param related further places that belong to it
 * @param mount the mount it speaks of; where several findings speak of one mount, the gravest is told
 */
public record Finding(
        String rule,
        Effect effect,
        Confidence confidence,
        Optional<Container> container,
        Span span,
        String subject,
        Message message,
        Message fix,
        List<Related> related,
        Optional<Mount> mount) {

    /** Another place and what it has to do with the finding. */
    public record Related(Span span, Message message) {}

    public Finding {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(confidence);
        Objects.requireNonNull(container);
        Objects.requireNonNull(span);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(message);
        Objects.requireNonNull(fix);
        related = List.copyOf(related);
        Objects.requireNonNull(mount);
    }

    /** The same with one more place that belongs to it. */
    public Finding also(Span place, Message what) {
        return also(List.of(new Related(place, what)));
    }

    /** The same with more places that belong to it. */
    public Finding also(List<Related> places) {
        List<Related> more = new ArrayList<>(related);
        more.addAll(places);
        return new Finding(rule, effect, confidence, container, span, subject, message, fix, more, mount);
    }

    /** The same with other places: the cause may stand elsewhere than where it was found. */
    public Finding moved(UnaryOperator<Span> places) {
        return new Finding(
                rule,
                effect,
                confidence,
                container,
                places.apply(span),
                subject,
                message,
                fix,
                related.stream()
                        .map(place -> new Related(places.apply(place.span()), place.message()))
                        .toList(),
                mount);
    }

    /** What its container is for; a finding about a file is for production. */
    public Scope scope() {
        return container.map(Container::scope).orElse(Scope.PRODUCTION);
    }

    /**
     * The severity that follows from effect and confidence: one step lower in a container that is for one job, never more
     * than a note in one that is for development or test.
     */
    public Severity severity() {
        return scope() == Scope.PRODUCTION ? ownSeverity() : Severity.NOTE;
    }

    /** The same whatever the container is for. */
    public Severity ownSeverity() {
        Severity severity = effect.severity(confidence);
        boolean once = container.filter(of -> of.start() == Start.ONE_OFF).isPresent();
        return once ? severity.lower() : severity;
    }

    /** Starts a finding of a rule. */
    public static Builder of(Rule rule, Effect effect, Confidence confidence) {
        return new Builder(rule.id(), effect, confidence);
    }

    /** Collects what a finding says. */
    public static final class Builder {
        private final String rule;
        private final Effect effect;
        private final Confidence confidence;
        private Optional<Container> container = Optional.empty();
        private String subject = "";
        private Message message = Message.verbatim("");
        private Message fix = Message.verbatim("");
        private final List<Related> related = new ArrayList<>();
        private Optional<Mount> mount = Optional.empty();

        private Builder(String rule, Effect effect, Confidence confidence) {
            this.rule = rule;
            this.effect = effect;
            this.confidence = confidence;
        }

        /** Whom it is about. */
        public Builder in(Container about) {
            container = Optional.of(about);
            return this;
        }

        /** The mount it speaks of; its path is the subject. */
        public Builder about(Mount about) {
            mount = Optional.of(about);
            return about(about.target().shown());
        }

        /** What it is about, mostly a path in the container, as it may be printed. */
        public Builder about(String what) {
            subject = what;
            return this;
        }

        /** One sentence with the concrete values. */
        public Builder says(Message sentence) {
            message = sentence;
            return this;
        }

        /** One sentence: an English template, and the concrete values. */
        public Builder says(String template, Object... values) {
            return says(Message.of(template, values));
        }

        /** What to do. */
        public Builder fix(Message whatToDo) {
            fix = whatToDo;
            return this;
        }

        /** What to do: an English template, and its values. */
        public Builder fix(String template, Object... values) {
            return fix(Message.of(template, values));
        }

        /** Another place that belongs to it. */
        public Builder related(Span span, Message what) {
            related.add(new Related(span, what));
            return this;
        }

        /** Another place that belongs to it: an English template, and its values. */
        public Builder related(Span span, String template, Object... values) {
            return related(span, Message.of(template, values));
        }

        /** The finding, at its place. */
        public Finding at(Span span) {
            return new Finding(rule, effect, confidence, container, span, subject, message, fix, related, mount);
        }
    }
}
