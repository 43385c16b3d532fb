package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Written;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Who else would get a change that is made at an anchor. */
final class Sharing {
    private final Outline outline;
    private final BiPredicate<Written.Pair, String> asked;

    /**
     * The anchors of a file.
     *
     * @param asked whether a change of that key is asked for that service
     */
    Sharing(Outline outline, BiPredicate<Written.Pair, String> asked) {
        this.outline = outline;
        this.asked = asked;
    }

    /** Why a key of a service must stay as it is, if somebody shares it who is not to change. */
    Optional<Message> refusal(Written.Pair service, String key) {
        Optional<String> anchor = service.value().properties().anchor();
        if (anchor.isPresent()) {
            for (Written.Alias alias : outline.aliases(anchor.get())) {
                Optional<Written.Pair> other = merging(alias);
                boolean apart = other.filter(found -> found.value() instanceof Written.Pairs own
                                && own.pair(key).isPresent()
                                && own.pair(key).get().value() != alias)
                        .isPresent();
                boolean same = other.filter(found -> asked.test(found, key)).isPresent();
                if (!apart && !same) {
                    return Optional.of(sentence(anchor.get(), other.or(() -> outline.serviceOf(alias))));
                }
            }
        }
        return service.value() instanceof Written.Pairs mapping
                ? mapping.pair(key).flatMap(pair -> list(pair, key))
                : Optional.empty();
    }

    private Optional<Message> list(Written.Pair pair, String key) {
        Optional<String> anchor = pair.value().properties().anchor();
        if (anchor.isEmpty()) {
            return Optional.empty();
        }
        for (Written.Alias alias : outline.aliases(anchor.get())) {
            Optional<Written.Pair> other = outline.serviceOf(alias)
                    .filter(found -> found.value() instanceof Written.Pairs own
                            && own.pair(key).filter(its -> its.value() == alias).isPresent());
            if (other.filter(found -> asked.test(found, key)).isEmpty()) {
                return Optional.of(sentence(anchor.get(), other));
            }
        }
        return Optional.empty();
    }

    private static Message sentence(String anchor, Optional<Written.Pair> other) {
        return other.map(Written.Pair::key)
                .filter(Written.Single.class::isInstance)
                .map(key -> Message.of(
                        "it stands at the anchor &{0}, so that service '{1}' would get it, too",
                        anchor, ((Written.Single) key).value()))
                .orElseGet(() ->
                        Message.of("it stands at the anchor &{0}, so that another place would get it, too", anchor));
    }

    /** The service that an alias is merged into. */
    private Optional<Written.Pair> merging(Written.Alias alias) {
        Written holder = outline.parent(alias).orElse(null);
        Written merged = alias;
        if (holder instanceof Written.Items list) {
            merged = list;
            holder = outline.parent(list).orElse(null);
        }
        Written value = merged;
        Optional<Written.Pair> service = outline.serviceOf(alias);
        Written mapping = holder;
        return service.filter(found -> found.value() == mapping
                && mapping instanceof Written.Pairs pairs
                && pairs.pairs().stream().anyMatch(pair -> pair.value() == value && pair.isNamed("<<")));
    }
}
