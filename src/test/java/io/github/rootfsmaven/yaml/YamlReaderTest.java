package io.github.rootfsmaven.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    /** As go-yaml v4's internal/libyaml/resolver.go; facts of section 3 on the YAML layer. */
    @ParameterizedTest
    @CsvSource({
        "true,BOOL",
        "True,BOOL",
        "FALSE,BOOL",
        "yes,STRING",
        "on,STRING",
        "y,STRING",
        "tRuE,STRING",
        "~,NULL",
        "null,NULL",
        "NULL,NULL",
        "nUll,STRING",
        "12,INT",
        "-12,INT",
        "1_000,INT",
        "0777,INT",
        "0o777,INT",
        "0x1F,INT",
        "0b101,INT",
        "09,FLOAT",
        "1.5,FLOAT",
        "1e3,FLOAT",
        ".inf,FLOAT",
        "12:30:45,STRING",
        "22:22,STRING",
        "2001-01-01,TIMESTAMP",
        "'\"true\"',STRING",
        "'!!str 5',STRING"
    })
    void resolvesScalarsAsTheReference(String written, ScalarType type) throws Exception {
        Scalar value = (Scalar) only("k: " + written).get("k").orElseThrow();
        assertThat(value.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"0777,511", "010,8", "0o777,511", "0x10,16", "1_000,1000", "-0b101,-5", "0,0"})
    void readsNumbersInEveryBase(String written, long number) throws Exception {
        Scalar value = (Scalar) only("k: " + written).get("k").orElseThrow();
        assertThat(value.integer().orElseThrow().longValueExact()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"1.50,1.5", "1e3,1000", "1e21,1e+21", "0.00001,1e-05", "0.0001,0.0001", "-2.0,-2"})
    void printsNumbersAsGoDoes(String written, String printed) throws Exception {
        Scalar value = (Scalar) only("k: " + written).get("k").orElseThrow();
        assertThat(value.printed().value()).isEqualTo(printed);
    }

    @Test
    void everyScalarStandsWhereItsSpanSays() throws Exception {
        Mapping top = only("""
                # a comment
                services:
                  "été 🐳":
                    image: 'x'   # trailing
                    command: [a, "b c", 3]
                    text: |
                      two
                      lines
                """);
        assertThat(scalars(top))
                .containsExactly(
                        "services",
                        "\"été 🐳\"",
                        "image",
                        "'x'",
                        "command",
                        "a",
                        "\"b c\"",
                        "3",
                        "text",
                        "|\n      two\n      lines\n");
    }

    @Test
    void aBlockEndsWithItsLastValue() throws Exception {
        Mapping top = only("a:\n  b: 1\n  c: 2\n\n# comment\nd: 3\n");
        Mapping block = top.mapping("a").orElseThrow();
        assertThat(block.span().text()).isEqualTo("b: 1\n  c: 2");
        assertThat(top.entry("a").orElseThrow().span().text()).isEqualTo("a:\n  b: 1\n  c: 2");
    }

    @Test
    void partsOfAScalarHaveTheirOwnPlaces() throws Exception {
        Sequence list = only("k: [./a:/b:ro, \"./c:/d\"]").sequence("k").orElseThrow();
        assertThat(((Scalar) list.items().get(0)).split(':'))
                .extracting(part -> part.span().text())
                .containsExactly("./a", "/b", "ro");
        assertThat(((Scalar) list.items().get(1)).split(':'))
                .extracting(part -> part.span().text())
                .containsExactly("./c", "/d");
    }

    @Test
    void aPartOfAScalarWithEscapesHasThePlaceOfTheWhole() throws Exception {
        Scalar scalar = (Scalar) only("k: \"a\\tb:c\"").get("k").orElseThrow();
        assertThat(scalar.split(':').get(1).span().text()).isEqualTo("\"a\\tb:c\"");
    }

    @Test
    void explicitKeysWinOverMergedOnesWhereverTheyStand() throws Exception {
        Mapping top = only("""
                base: &b {read_only: true, tmpfs: /run}
                a:
                  read_only: false
                  <<: *b
                """);
        Mapping merged = top.mapping("a").orElseThrow();
        assertThat(merged.scalar("read_only").orElseThrow().value()).isEqualTo("false");
        assertThat(merged.scalar("tmpfs").orElseThrow().span().startLine()).isEqualTo(1);
    }

    @Test
    void ofSeveralMergedMappingsTheFirstWins() throws Exception {
        Mapping top = only("x: &x {k: 1}\ny: &y {k: 2, l: 2}\nz: {<<: [*x, *y]}\n");
        Mapping merged = top.mapping("z").orElseThrow();
        assertThat(merged.keys()).containsExactly("k", "l");
        assertThat(merged.scalar("k").orElseThrow().value()).isEqualTo("1");
    }

    @Test
    void aQuotedMergeKeyIsAnOrdinaryKey() throws Exception {
        assertThat(only("a: {\"<<\": 1}").mapping("a").orElseThrow().keys()).containsExactly("<<");
    }

    @Test
    void anchorsLiveOnInTheNextDocument() throws Exception {
        List<Node> documents = read("a: &x 1\n---\nb: *x\n");
        assertThat(((Mapping) documents.get(1)).scalar("b").orElseThrow().value())
                .isEqualTo("1");
    }

    @Test
    void keepsTagsOfTheFile() throws Exception {
        Mapping top = only("a: !reset null\nb: !override [1]\nc: !!str 5\n");
        assertThat(top.get("a").orElseThrow().isTagged("!reset")).isTrue();
        assertThat(top.get("b").orElseThrow().isTagged("!override")).isTrue();
        assertThat(top.get("c").orElseThrow().tag()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: 1\\nb: 2\\na: 3             | 3:1 | mapping key "a" already defined at line 1
            a: {<<: {b: 1}, <<: {c: 1}}    | 1:17| mapping key "<<" already defined in this mapping
            a: *nowhere                    | 1:4 | there is no anchor 'nowhere' before this alias
            a: &a [1, *a]                  | 1:11| anchor 'a' contains itself
            a: {<<: 1}                     | 1:4 | map merge requires map or sequence of maps as the value
            a: !!bool "yes"                | 1:4 | 'yes' is no !!bool
            {a: 1}: 2                      | 1:1 | a key must be a single value, not a object
            """)
    void saysWhatIsWrongAndWhere(String yaml, String place, String message) {
        InvalidInput invalid = refused(yaml.replace("\\n", "\n"));
        assertThat(invalid).hasMessage(message);
        assertThat(invalid.where().startLine() + ":" + invalid.where().startColumn())
                .isEqualTo(place);
    }

    @Test
    void refusesTabsAsIndentation() {
        InvalidInput invalid = refused("services:\n\ta: 1\n");
        assertThat(invalid.where().startLine()).isEqualTo(2);
        assertThat(invalid).hasMessageStartingWith("not valid YAML: ");
    }

    @Test
    void refusesAFileThatUnfoldsToMillions() {
        String laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 lol\n", ""));
        assertThat(refused(laughs)).hasMessageContaining("more than 100000 values");
    }

    @Test
    void readsHundredsOfAliases() throws Exception {
        String many = "a: &a {b: c}\nlist:\n" + "  - *a\n".repeat(5_000);
        assertThat(only(many).sequence("list").orElseThrow().items()).hasSize(5_000);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThat(refused("[".repeat(10_000))).hasMessageContaining("levels deep");
    }

    private static Mapping only(String yaml) throws InvalidInput {
        return (Mapping) read(yaml).get(0);
    }

    private static List<Node> read(String yaml) throws InvalidInput {
        return YamlReader.read(SourceFile.of(Path.of("compose.yaml"), yaml));
    }

    private static InvalidInput refused(String yaml) {
        return catchThrowableOfType(InvalidInput.class, () -> read(yaml));
    }

    private static List<String> scalars(Node node) {
        if (node instanceof Scalar scalar) {
            return List.of(scalar.span().text());
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> scalars(item).stream())
                    .toList();
        }
        return ((Mapping) node)
                .entries().stream()
                        .flatMap(entry -> IntStream.range(0, 2)
                                .mapToObj(i -> i == 0 ? scalars(entry.key()) : scalars(entry.value()))
                                .flatMap(List::stream))
                        .toList();
    }
}
