package io.github.rootfsmaven.dockerfile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of this package say often. */
final class Dockerfiles {
    private Dockerfiles() {}

    static Dockerfile parse(String text) throws InvalidInput {
        return Dockerfile.parse(SourceFile.of(Path.of("/project/Dockerfile"), text));
    }

    /** The instructions behind the first FROM. */
    static List<Instruction> instructions(String text) throws InvalidInput {
        return parse(text).stages().get(0).instructions();
    }

    static Image image(String text) throws InvalidInput {
        return image(text, Map.of());
    }

    static Image image(String text, Map<String, String> buildArguments) throws InvalidInput {
        return parse(text).image(Optional.empty(), buildArguments);
    }

    static InvalidInput refused(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> image(text));
    }

    /** A value with {@code ?} for what could not be resolved. */
    static String value(Located<String> located) {
        return located.value().replace(Text.UNRESOLVED, '?');
    }

    static List<String> values(List<Located<String>> located) {
        return located.stream().map(Dockerfiles::value).toList();
    }

    /** {@code line:column message}, as a reader of a report sees it. */
    static String told(InvalidInput refusal) {
        Span where = refusal.where();
        return where.startLine() + ":" + where.startColumn() + " " + refusal.getMessage();
    }
}
