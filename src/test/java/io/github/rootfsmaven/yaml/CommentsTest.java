package io.github.rootfsmaven.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommentsTest {

    @Test
    void areWhatStandsOutsideOfScalars() throws Exception {
        SourceFile file = SourceFile.of(Path.of("a.yaml"), """
                # one
                a: x#no # two
                b: "c # no" # three
                c: 'it''s # no
                  # no' # four
                d: | # five
                  # no
                   text # no
                # six
                e: &x [a, # seven
                  b] # eight
                f: >-
                  folded # no

                  # no
                g: plain
                  # nine
                h: *x # ten
                """);
        assertThat(Comments.of(file))
                .extracting(Span::text)
                .containsExactly(
                        "# one", "# two", "# three", "# four", "# five", "# six", "# seven", "# eight", "# nine",
                        "# ten");
    }
}
