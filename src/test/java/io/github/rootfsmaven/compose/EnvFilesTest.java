package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFilesTest {
    @TempDir
    Path directory;

    @Test
    void aLaterFileWinsAndEnvironmentWinsOverAll() throws IOException {
        Files.writeString(directory.resolve("one.env"), "A=1\nB=1\nC=1\n");
        Files.writeString(directory.resolve("two.env"), "B=2\nC=2\nD=${A}-${OUT}-${E}\n");
        Service service = only("env_file: [one.env, {path: two.env}]\n    environment: {C: own, E: e}");
        assertThat(service.environment().get("A").value()).isEqualTo("1");
        assertThat(service.environment().get("B").value()).isEqualTo("2");
        assertThat(service.environment().get("C").value()).isEqualTo("own");
        assertThat(service.environment().get("D").value()).isEqualTo("1-out-e");
    }

    @Test
    void noValueOfAFileIsShown() throws IOException {
        Files.writeString(directory.resolve("one.env"), "TOKEN=hunter2\n");
        Located<String> token = only("env_file: one.env").environment().get("TOKEN");
        assertThat(token.shown()).isEqualTo("${TOKEN}");
        assertThat(token.origin()).isEqualTo(Located.Origin.INTERPOLATED);
        assertThat(token.span().text()).isEqualTo("one.env");
    }

    @Test
    void aMissingFileIsAMistakeOnlyWhereItIsKnownToBeOne() throws IOException {
        String missing = "env_file: [{path: none.env}]";
        assertThat(load(missing, Unset.UNKNOWN).problems()).isEmpty();
        Problem problem = load(missing, Unset.EMPTY).problems().get(0);
        assertThat(problem.message().english()).isEqualTo("the env file 'none.env' does not exist");
        assertThat(problem.where().text()).isEqualTo("none.env");
        assertThat(load("env_file: none.env", Unset.EMPTY)
                        .problems()
                        .get(0)
                        .where()
                        .text())
                .isEqualTo("none.env");
        assertThat(load("env_file: [{path: none.env, required: false}]", Unset.EMPTY)
                        .problems())
                .isEmpty();
        assertThat(load("env_file: ['${NOWHERE}.env']", Unset.UNKNOWN).problems())
                .isEmpty();
        assertThat(load("label_file: none.labels", Unset.EMPTY).problems())
                .extracting(refused -> refused.message().english())
                .containsExactly("the label file 'none.labels' does not exist");
        assertThat(load("label_file: none.labels", Unset.UNKNOWN).problems()).isEmpty();
    }

    @Test
    void aBrokenFileIsAMistakeOnlyWhereItIsRead() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.env"), "A='x\n");
        Files.writeString(directory.resolve("raw.env"), "A='x\n");
        Problem problem = load("env_file: broken.env", Unset.EMPTY).problems().get(0);
        assertThat(problem.where().file().path()).isEqualTo(broken);
        assertThat(load("env_file: broken.env", Unset.UNKNOWN).problems()).isEmpty();
        assertThat(load("env_file: [{path: raw.env, format: raw}]", Unset.EMPTY).problems())
                .isEmpty();
    }

    @Test
    void theCanonicalFormNamesTheFiles() throws Exception {
        Files.writeString(directory.resolve("one.env"), "A=1\n");
        String config = ReferenceJson.ours(
                        settings("env_file: [./one.env, {path: no.env, required: 'no'}]", Unset.EMPTY), "/home/u")
                .toString()
                .replace(directory.toString(), "$DIR");
        assertThat(config).contains("\"env_file\":[{\"path\":\"$DIR/one.env\"},{\"path\":\"$DIR/no.env\"");
    }

    @Test
    void whatIsAskedOfConfigIsLocated() throws IOException {
        ComposeSettings settings = settings("env_file: none.env", Unset.EMPTY);
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> ComposeLoader.config(settings, "/h"));
        assertThat(invalid.where().startLine()).isEqualTo(4);
    }

    private Service only(String keys) throws IOException {
        return load(keys, Unset.EMPTY).services().get(0);
    }

    private ComposeProject load(String keys, Unset unset) throws IOException {
        return ComposeLoader.load(settings(keys, unset));
    }

    private ComposeSettings settings(String keys, Unset unset) throws IOException {
        Path file = Files.writeString(
                directory.resolve("compose.yaml"), "services:\n  a:\n    image: x\n    " + keys + "\n");
        return new ComposeSettings(List.of(file), List.of(), Map.of("OUT", "out"), List.of("*"), unset);
    }
}
