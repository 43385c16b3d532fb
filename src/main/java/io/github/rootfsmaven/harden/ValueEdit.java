package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Written;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces a single value in its own quotes. */
final class ValueEdit {
    private static final int COMMENT = 5;
    /** What needs no quotes between brackets either, for all but very old readers. */
    private static final Pattern COLONS = Pattern.compile("[\\w/.][\\w/.+=-]*(?::[\\w/.+=-]+)*+");

    private static final Pattern PROPERTIES = Pattern.compile("(?:[&!]\\S*\\s+)*+");

    private final Outline outline;
    private final Layout layout;
    private final Shape shape;
    private final Additions additions;

    ValueEdit(Outline outline, Shape shape, Additions additions) {
        this.outline = outline;
        this.layout = outline.layout();
        this.shape = shape;
        this.additions = additions;
    }

    Edits.Plan plan(Change.Value change) throws NotWritable {
        int start = change.file().startOf(change.value());
        int end = change.file().endOf(change.value());
        Written.Single old = outline.singles().stream()
                .filter(single -> single.end() == end && (single.start() == start || content(single) == start))
                .findFirst()
                .orElseThrow(() -> new NotWritable(Message.of("there is no single value at that place")));
        if (old.style() == Written.Style.BLOCK) {
            throw new NotWritable(Message.of("the value is a block of lines"));
        }
        Edits.Plan plan = new Edits.Plan();
        boolean flow = outline.flow(old).isPresent();
        String text = written(old, change.text(), flow);
        ScalarType type = quoted(text) || old.properties().tag().isPresent() ? old.type() : ScalarType.of(text);
        plan.means(() -> shape.say(old, quoted(text) ? ScalarType.STRING : type, change.text()));
        plan.replace(content(old), old.end(), (old.isEmpty() ? " " : "") + text);
        String rest = layout.rest(old.end()).strip();
        if (!flow && rest.isEmpty()) {
            plan.insert(layout.lineEnd(old.end()), additions.comment(change.why()), COMMENT);
        } else if (flow) {
            additions.above(plan, old, change.why());
        }
        return plan;
    }

    private static boolean quoted(String text) {
        return text.startsWith("\"") || text.startsWith("'");
    }

    /** A boolean or a number stays one where one stood or where YAML should find one. */
    private static String written(Written.Single old, String text, boolean flow) {
        return switch (old.style()) {
            case SINGLE_QUOTED -> Quoting.quoted(text, '\'');
            case DOUBLE_QUOTED -> Quoting.quoted(text, '"');
            default -> {
                ScalarType type = ScalarType.of(text);
                boolean typed = type == ScalarType.BOOL || (type == ScalarType.INT && old.type() == ScalarType.INT);
                boolean asBefore = flow
                        && old.value().contains(":")
                        && COLONS.matcher(text).matches();
                yield typed ? text : Quoting.of(text, '"', flow && !asBefore);
            }
        };
    }

    /** Where the value begins behind its anchor and tag. */
    private int content(Written.Single single) {
        if (single.properties().anchor().isEmpty() && single.properties().tag().isEmpty()) {
            return single.start();
        }
        Matcher properties = PROPERTIES.matcher(layout.text()).region(single.start(), single.end());
        return properties.lookingAt() ? properties.end() : single.start();
    }
}
