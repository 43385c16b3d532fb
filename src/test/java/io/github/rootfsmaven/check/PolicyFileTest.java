package io.github.rootfsmaven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final List<String> KNOWN = List.of("writable-rootfs", "missing-tmp", "not-read");

    @Test
    void isReadAsAWhole() throws Exception {
        PolicyFile policy = read("""
                failOn: warning
                rules:
                  writable-rootfs: off
                rulesAsOf: 0.1.0
                capScopes: false
                requireReason: true
                scopes:
                  development:
                    files: [ops/**]
                    services: [mail*]
                """);
        assertThat(policy.failOn()).contains("warning");
        assertThat(policy.rules()).containsEntry("writable-rootfs", "off").hasSize(1);
        assertThat(policy.rulesAsOf()).contains("0.1.0");
        assertThat(policy.capScopes()).contains(false);
        assertThat(policy.requireReason()).contains(true);
        assertThat(policy.scopes()).containsOnlyKeys(Scope.DEVELOPMENT);
        assertThat(policy.scopes().get(Scope.DEVELOPMENT).services()).containsExactly("mail*");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            failon: error                           | 1:1  | 'failon' is no key of a policy | Did you mean 'failOn'?
            failOn: fatal                           | 1:9  | 'fatal' is none of error, warning, note, never. |
            rules: {writeable-rootfs: off}          | 1:9  | there is no rule 'writeable-rootfs'. Did you mean 'writable-rootfs'? |
            rules: {missing-tmp: loud}              | 1:9  | 'loud' for rule 'missing-tmp' is none of error, warning, note, off. |
            rules: {not-read: off}                  | 1:9  | 'not-read' cannot be off: a green build over files that were not read would prove nothing. |
            rules: [missing-tmp]                    | 1:8  | rules must be a mapping of rules to severities |
            failOn: [error]                         | 1:9  | failOn must be a word |
            rules: {missing-tmp: [error]}           | 1:9  | '' for rule 'missing-tmp' is none of error, warning, note, off. |
            rulesAsOf: {a: b}                       | 1:12 | rulesAsOf must be a word |
            capScopes: [true]                       | 1:12 | capScopes must be true or false |
            requireReason: {}                       | 1:16 | requireReason must be true or false |
            scopes: [test]                          | 1:9  | must be a mapping |
            scopes: {test: [a]}                     | 1:16 | must be a mapping |
            scopes: {test: {files: [[a]]}}          | 1:25 | files must be a list of patterns |
            rulesAsOf: 7.0.0                        | 1:12 | there is no version 7.0.0 yet: this is 1.0.0. |
            capScopes: perhaps                      | 1:12 | capScopes must be true or false |
            scopes: {prod: {}}                      | 1:10 | 'prod' is no key of scopes | There are production, development, test.
            scopes: {test: {file: []}}              | 1:17 | 'file' is no key of a scope | Did you mean 'files'?
            scopes: {test: {files: a}}              | 1:24 | files must be a list |
            """)
    void whatCannotBeFollowedHasAPlaceAndAHint(String text, String place, String message, String hint) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(InvalidInput.class, broken -> {
                    assertThat(broken.where().startLine() + ":" + broken.where().startColumn())
                            .isEqualTo(place);
                    assertThat(broken.hint().english()).isEqualTo(hint == null ? "" : hint);
                })
                .hasMessage(message);
    }

    private static PolicyFile read(String text) throws InvalidInput {
        return PolicyFile.read(SourceFile.of(Path.of("policy.yaml"), text), KNOWN, "1.0.0");
    }
}
