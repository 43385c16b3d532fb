package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScriptCommentsTest {

    @Test
    void areWhatStandsOutsideOfQuotesAndDocuments() {
        SourceFile file = SourceFile.of(Path.of("a.sh"), """
                # one
                echo a#b ${#x} $# \\# no # two
                echo "a # no" 'b # no
                # no' # three
                cat <<EOF <<-'END' # four
                # no
                EOF
                # no
                \tEND
                true;# five
                grep x <<< y # six
                echo 'open # no
                """);
        assertThat(ScriptComments.of(file))
                .extracting(Span::text)
                .containsExactly("# one", "# two", "# three", "# four", "# five", "# six");
    }
}
