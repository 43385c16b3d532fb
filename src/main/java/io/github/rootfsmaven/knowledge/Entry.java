package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One entry of a knowledge file: only keys that have a meaning, and values of the right form. */
record Entry(Mapping mapping) {

    static Entry of(Node node, Set<String> keys) throws InvalidInput {
        if (!(node instanceof Mapping mapping)) {
            throw new InvalidInput(node.span(), Message.of("must be a mapping"));
        }
        for (Mapping.Entry entry : mapping.entries()) {
            if (!keys.contains(entry.name())) {
                String all = String.join(", ", keys.stream().sorted().toList());
                throw new InvalidInput(
                        entry.key().span(), Message.of("'{0}' is none of the keys {1}", entry.name(), all));
            }
        }
        return new Entry(mapping);
    }

    List<Entry> entries(String key, Set<String> keys) throws InvalidInput {
        List<Entry> entries = new ArrayList<>();
        for (Node node : sequence(key)) {
            entries.add(of(node, keys));
        }
        return entries;
    }

    List<String> texts(String key) throws InvalidInput {
        List<String> texts = new ArrayList<>();
        for (Node item : sequence(key)) {
            if (!(item instanceof Scalar scalar)) {
                throw new InvalidInput(item.span(), Message.of("{0} must be a list of texts", key));
            }
            texts.add(scalar.value());
        }
        return texts;
    }

    /** A list that must not be empty. */
    List<String> some(String key) throws InvalidInput {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            throw new InvalidInput(mapping.span(), Message.of("{0} is missing", key));
        }
        return texts;
    }

    Optional<String> optional(String key) throws InvalidInput {
        return mapping.single(key).map(Scalar::value);
    }

    String text(String key) throws InvalidInput {
        return optional(key).orElseThrow(() -> new InvalidInput(mapping.span(), Message.of("{0} is missing", key)));
    }

    boolean flag(String key) throws InvalidInput {
        Optional<Scalar> value = mapping.single(key);
        if (value.isPresent() && value.get().bool().isEmpty()) {
            throw new InvalidInput(span(key), Message.of("{0} must be true or false", key));
        }
        return value.flatMap(Scalar::bool).orElse(false);
    }

    <T extends Enum<T>> T word(String key, T[] values) throws InvalidInput {
        String word = text(key);
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(span(key), Message.of("'{0}' is no {1}", word, key)));
    }

    Span span(String key) {
        return mapping.get(key).map(Node::span).orElse(mapping.span());
    }

    private List<Node> sequence(String key) throws InvalidInput {
        Optional<Node> value = mapping.get(key);
        if (value.isPresent() && !(value.get() instanceof Sequence)) {
            throw new InvalidInput(value.get().span(), Message.of("{0} must be a list", key));
        }
        return value.map(node -> ((Sequence) node).items()).orElse(List.of());
    }
}
