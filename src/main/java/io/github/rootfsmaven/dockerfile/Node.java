package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An instruction cut into words, before anybody asks what it means: what BuildKit's {@code frontend/dockerfile/parser}
 * calls a node.
 *
 * @param keyword the instruction's name as written
 * @param flags the {@code --flags} before the arguments
 * @param arguments the arguments; for {@code ENV} and {@code LABEL} names and values take turns
 * @param json whether the arguments are the elements of a JSON array
 * @param trigger the instruction behind {@code ONBUILD}, read as it will be where it is carried out; empty where that
 *     cannot be
 * @param heredocs here-documents, in the order of their words
 * @param span the whole instruction, here-documents included
 */
record Node(
        Word keyword,
        List<Word> flags,
        List<Word> arguments,
        boolean json,
        Optional<Node> trigger,
        List<Heredoc> heredocs,
        Span span) {

    Node {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
        heredocs = List.copyOf(heredocs);
    }

    String name() {
        return keyword.text().toUpperCase(Locale.ROOT);
    }

    /** Whether {@code <<} in it may begin a here-document: {@code ADD}, {@code COPY} and {@code RUN} without JSON. */
    boolean takesHeredocs() {
        return switch (name()) {
            case "ADD", "COPY", "RUN" -> !json;
            case "ONBUILD" ->
                trigger.filter(node -> !node.name().equals("ONBUILD"))
                        .filter(Node::takesHeredocs)
                        .isPresent();
            default -> false;
        };
    }

    Node with(List<Heredoc> documents, Span whole) {
        return new Node(
                keyword, flags, arguments, json, trigger.map(node -> node.with(documents, whole)), documents, whole);
    }
}
