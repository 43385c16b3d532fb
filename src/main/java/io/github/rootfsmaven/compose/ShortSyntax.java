package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns short forms into the long ones they stand for, as compose-go's {@code transform} package. */
final class ShortSyntax {
    private ShortSyntax() {}

    /** A list of names as a mapping of names to nothing. */
    static Mapping names(Sequence names) throws InvalidInput {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Node item : names.items()) {
            Scalar name = string(item);
            entries.add(new Mapping.Entry(name, nothing(name.span())));
        }
        return Mapping.of(entries, Optional.empty(), names.span());
    }

    /** A list of services as the dependencies they mean: started, and required. */
    static Mapping dependencies(Sequence services) throws InvalidInput {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Node item : services.items()) {
            Scalar name = string(item);
            Span span = name.span();
            entries.add(new Mapping.Entry(
                    name,
                    mapping(
                            span,
                            entry("condition", Scalar.string(Text.literal("service_started"), span)),
                            entry("required", bool(true, span)))));
        }
        return Mapping.of(entries, Optional.empty(), services.span());
    }

    /** {@code KEY=value} strings as a mapping; a key without a value has null. */
    static Mapping keyValues(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Node item : Merge.list(node).items()) {
            if (item instanceof Scalar scalar) {
                int equals = scalar.value().indexOf('=');
                entries.add(
                        equals < 0
                                ? new Mapping.Entry(scalar, nothing(scalar.span()))
                                : new Mapping.Entry(
                                        scalar.part(0, equals),
                                        scalar.part(equals + 1, scalar.value().length())));
            }
        }
        return Mapping.of(entries, Optional.empty(), node.span());
    }

    /** A name alone as a mount of that config or secret. */
    static Mapping fileMount(Node node) {
        return node instanceof Mapping mapping ? mapping : mapping(node.span(), entry("source", node));
    }

    /** A string alone as the context of a build. */
    static Mapping build(Node node) {
        return node instanceof Mapping mapping ? mapping : mapping(node.span(), entry("context", node));
    }

    static Mapping.Entry entry(String key, Node value) {
        return new Mapping.Entry(Scalar.string(Text.literal(key), value.span()), value);
    }

    static Mapping mapping(Span span, Mapping.Entry... entries) {
        return Mapping.of(List.of(entries), Optional.empty(), span);
    }

    static Scalar bool(boolean value, Span span) {
        return new Scalar(Text.literal(String.valueOf(value)), ScalarType.BOOL, Optional.empty(), span);
    }

    static Scalar nothing(Span span) {
        return new Scalar(Text.literal(""), ScalarType.NULL, Optional.empty(), span);
    }

    private static Scalar string(Node node) throws InvalidInput {
        if (node instanceof Scalar scalar && scalar.isString()) {
            return scalar;
        }
        throw new InvalidInput(node.span(), Message.of("a name is wanted here, not a {0}", node.typeName()));
    }
}
