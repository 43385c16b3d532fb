package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The comments of a YAML file (YAML 1.2.2, 6.6: a {@code #} at the start of a line or behind a blank, outside of scalars).
 * SnakeYAML's own reading of comments refuses valid files.
 */
public final class Comments {
    private Comments() {}

    /**
     * Each comment from its {@code #} to the end of its line, in the file's order.
     *
     * @throws InvalidInput where {@link YamlReader} would not read the file
     */
    public static List<Span> of(SourceFile file) throws InvalidInput {
        String text = file.text();
        BitSet scalars = new BitSet(text.length());
        WrittenReader.read(file).forEach(document -> cover(document, text, scalars));
        List<Span> comments = new ArrayList<>();
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            boolean apart = at == 0 || text.charAt(at - 1) <= ' ';
            if (apart && !scalars.get(at)) {
                int end = lineEnd(text, at);
                comments.add(file.between(at, end));
                at = end - 1;
            }
        }
        return comments;
    }

    private static void cover(Written written, String text, BitSet scalars) {
        if (written instanceof Written.Single single) {
            // what follows the indicator of a block scalar on its line is none of its text
            boolean block = single.style() == Written.Style.BLOCK;
            int start = block ? lineEnd(text, single.start()) : single.start();
            scalars.set(Math.min(start, single.end()), single.end());
        } else if (written instanceof Written.Items items) {
            items.items().forEach(item -> cover(item, text, scalars));
        } else if (written instanceof Written.Pairs pairs) {
            pairs.pairs().forEach(pair -> {
                cover(pair.key(), text, scalars);
                cover(pair.value(), text, scalars);
            });
        }
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
