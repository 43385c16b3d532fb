package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the variables without a value that stand where access is decided: one problem each per file. */
final class Unresolved {
    private final Map<Use, List<Span>> uses = new LinkedHashMap<>();

    private record Use(String variable, Path file) {}

    /** Notes the variables of a value that decides access, and says whether there are any. */
    boolean in(Scalar scalar) {
        for (String variable : scalar.text().unresolved()) {
            List<Span> places =
                    uses.computeIfAbsent(new Use(variable, scalar.span().file().path()), use -> new ArrayList<>());
            if (!places.contains(scalar.span())) {
                places.add(scalar.span());
            }
        }
        return !scalar.text().unresolved().isEmpty();
    }

    List<Problem> problems() {
        return uses.entrySet().stream()
                .map(use -> new Problem(
                        Problem.Kind.NOT_READ,
                        use.getValue().get(0),
                        Message.of(
                                "variable {0} has no value here, and what can be written depends on it",
                                use.getKey().variable()),
                        Message.of(
                                "Set it with 'environment', 'envFiles' or .env, or take the process's with rootfs.processEnvironment=true."),
                        use.getValue().subList(1, use.getValue().size())))
                .toList();
    }
}
