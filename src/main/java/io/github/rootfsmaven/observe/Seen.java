package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.knowledge.Observation;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was seen of one container.
 *
 * @param title what to call it
 * @param says what was seen, in one clause
 * @param drift where it is not what its files say
 * @param observation what there is to keep; empty if it could not be looked at
 */
public record Seen(String title, Message says, List<Message> drift, Optional<Observation> observation) {
    public Seen {
        Objects.requireNonNull(title);
        Objects.requireNonNull(says);
        drift = List.copyOf(drift);
        Objects.requireNonNull(observation);
    }

    static Seen passedOver(String title, Message why) {
        return new Seen(title, why, List.of(), Optional.empty());
    }
}
