package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;

/** What commands print, for the few that scripts find their way with. */
final class Outputs {
    /** The name of the unknown number that a user other than root has. */
    static final String ANOTHER_USER = "the number of another user than root";

    private final Walk walk;
    private final Expansion expansion;

    Outputs(Walk walk, Expansion expansion) {
        this.walk = walk;
        this.expansion = expansion;
    }

    Text value(Part.Output output, Scope scope, Context context) {
        Scope inside = scope.branch();
        Context own = context.child(scope.errorsEnd());
        Text unknown = Text.unresolved("output", output.written());
        List<Node.Item> items = output.script().items();
        if (items.size() != 1) {
            walk.ways().block(output.script(), inside, own);
            return unknown;
        }
        Node node = items.get(0).node();
        if (node instanceof Node.Chain chain
                && chain.links().size() == 1
                && chain.links().get(0).and()) {
            walk.ways().node(chain.first(), inside, own);
            node = chain.links().get(0).node();
        }
        walk.ways().node(node, inside, own);
        return node instanceof Node.Simple simple ? printed(simple, inside, own).orElse(unknown) : unknown;
    }

    private Optional<Text> printed(Node.Simple simple, Scope scope, Context context) {
        List<Argument> words = expansion.fields(simple.words(), scope, context);
        if (words.isEmpty() || !words.stream().allMatch(Argument::isKnown)) {
            return Optional.empty();
        }
        List<Argument> operands = words.stream()
                .skip(1)
                .filter(word -> !word.value().equals("--"))
                .toList();
        Optional<Text> only = Optional.of(operands)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0).text());
        return switch (words.get(0).value()) {
            case "pwd" -> scope.directory();
            case "id" -> only.filter(option -> option.value().equals("-u")).flatMap(option -> userNumber());
            case "dirname" -> only.map(Outputs::parent);
            case "basename" -> only.map(path -> path.substring(path.value().lastIndexOf('/') + 1));
            case "echo" -> only.filter(text -> !text.value().startsWith("-"));
            case "readlink", "realpath" ->
                operands.isEmpty()
                        ? Optional.empty()
                        : Optional.of(operands.get(operands.size() - 1).text())
                                .filter(path -> path.value().startsWith("/"));
            default -> Optional.empty();
        };
    }

    private Optional<Text> userNumber() {
        return walk.user()
                .map(user -> user.matches("[0-9]{1,9}")
                        ? Text.literal(user)
                        : user.equals("root") ? Text.literal("0") : Text.unresolved(ANOTHER_USER, "$(id -u)"));
    }

    private static Text parent(Text path) {
        int slash = path.value().lastIndexOf('/');
        return slash < 0 ? Text.literal(".") : path.substring(0, Math.max(1, slash));
    }
}
