package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Change.Action;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what commands change. */
final class Changes {
    /** Where a write is none: devices, open files, the kernel's own. */
    private static final Pattern NO_FILE = Pattern.compile("/(?:dev|proc|sys)(?:/.*)?");

    private static final Pattern SPECIAL = Pattern.compile("[*?\\[]");

    private final Walk walk;
    private final List<Change> all = new ArrayList<>();

    Changes(Walk walk) {
        this.walk = walk;
    }

    List<Change> all() {
        return all;
    }

    /** A command changes what an argument names. */
    void add(Action action, Argument path, Message verb, Scope scope, Context context) {
        add(action, path, verb, Optional.empty(), false, scope, context);
    }

    /** A command changes what an argument names, with what it sets. */
    void add(
            Action action,
            Argument path,
            Message verb,
            Optional<Text> detail,
            boolean recursive,
            Scope scope,
            Context context) {
        Text written = path.text();
        Text place = path.pattern() ? lookedInto(written) : written;
        Text absolute = absolute(place, scope.directory());
        if (NO_FILE.matcher(absolute.value()).matches()) {
            return;
        }
        boolean conditional = context.conditional() || path.pattern();
        boolean stops = context.stops(scope.errorsEnd());

        all.add(new Change(
                action,
                absolute,
                detail,
                recursive,
                said(verb, written.shown()),
                path.span(),
                walk.frame().script(),
                walk.role(),
                new Change.Doubt(conditional, context.tolerated(), stops)));
    }

    /** The object is the last value of the verb's template. */
    private static Message said(Message verb, String object) {
        List<Object> values = new ArrayList<>(verb.values());
        values.add(object);
        return object.isEmpty()
                ? Message.verbatim(
                        new Message(verb.template(), values).english().strip())
                : new Message(verb.template(), values);
    }

    /** A path as seen from the working directory. */
    static Text absolute(Text path, Optional<Text> directory) {
        if (path.value().startsWith("/")) {
            return path;
        }
        if (path.value().isEmpty() || path.value().charAt(0) == Text.UNRESOLVED) {
            return Scope.unknown("path");
        }
        Text from = directory.orElse(Scope.unknown("PWD"));
        return path.value().equals(".") ? from : Text.join(List.of(from, Text.literal("/"), path));
    }

    /** The directory in which a pattern finds its files. */
    private static Text lookedInto(Text pattern) {
        var special = SPECIAL.matcher(pattern.value());
        int until = special.find() ? special.start() : pattern.value().length();
        int slash = pattern.value().lastIndexOf('/', Math.max(0, until - 1));
        return slash < 0 ? Text.literal(".") : pattern.substring(0, Math.max(1, slash));
    }
}
