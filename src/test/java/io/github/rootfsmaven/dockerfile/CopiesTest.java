package io.github.rootfsmaven.dockerfile;

import static io.github.rootfsmaven.dockerfile.Dockerfiles.image;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.parse;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.refused;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.told;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.value;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.ImageFile;
import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a COPY places where, what is known of its owner and mode, and what an image takes over from another build. */
class CopiesTest {

    /** Sources, target ({@code /} behind a directory), context, owner and mode; in the working directory {@code /w}. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            COPY a b                            => [a] /w/b context=
            COPY a b/                           => [a] /w/b/ context=
            COPY a .                            => [a] /w/ context=
            COPY a ..                           => [a] // context=
            COPY a ./b/..                       => [a] /w/ context=
            COPY a b /c                         => [a, b] /c/ context=
            COPY a ""                           => [a] /w/ context=
            COPY a $U/b                         => [a] ?/b context=
            COPY a c:/b                         => [a] c:/b context=
            COPY a /c:/b                        => [a] /c:/b context=
            COPY --from=image /a /b             => [/a] /b context=image
            COPY --from=1x /a /b                => [/a] /b context=1x
            COPY --from=0 /a /b                 => [/a] /b stage=0
            COPY --from=one /a /b               => [/a] /b context=one stage=0
            COPY --chown=app:app --chmod=755 a /b => [a] /b context= owner=app:app mode=755
            COPY --chown=$U --chmod=$U a /b     => [a] /b context=
            COPY --chmod=u+x a /b               => [a] /b context= mode=u+x
            ADD --chmod=07777 a /b              => [a] /b context= mode=07777
            """)
    void areFollowed(String line, String copied) throws Exception {
        Image image = image("FROM a AS one\nFROM a\nWORKDIR /w\n" + line + "\n");
        assertThat(image.copied())
                .singleElement()
                .satisfies(one -> assertThat(shown(one)).isEqualTo(copied));
    }

    @Test
    void anOddModeIsRefused() {
        assertThat(told(refused("FROM a\nCOPY --chmod=17777 a /b\n")))
                .startsWith("2:6 invalid chmod parameter: '17777'");
        assertThat(told(refused("FROM a\nCOPY --chmod=8 a /b\n"))).startsWith("2:6 invalid chmod");
    }

    @Test
    void hereDocumentsAreFilesWithTheirText() throws Exception {
        Image image = image("""
                FROM a
                COPY <<one <<"two" <<three /d/
                1
                one
                $A
                two
                $A
                three
                COPY a <<one /d
                1
                one
                """);
        assertThat(image.copied())
                .extracting(CopiesTest::shown)
                .containsExactly("[one, two, three] /d/ context=", "[a, one] /d/ context=");
        assertThat(image.copied().get(0).documents())
                .extracting(Copied.Document::name, Copied.Document::text)
                .containsExactly(tuple("one", "1\n"), tuple("two", "$A\n"));
    }

    @Test
    void aDirectoryIsMadeWhereOneIsFilled() throws Exception {
        assertThat(directories("COPY . /d")).isEqualTo("/d root");
        assertThat(directories("COPY a/ /d")).isEqualTo("/d root");
        assertThat(directories("COPY a /d/e")).isEqualTo("/d root");
        assertThat(directories("COPY a /d/e/")).isEqualTo("/d ?, /d/e root");
        assertThat(directories("COPY --chown=app a /d/")).isEqualTo("/d app");
        assertThat(directories("COPY --chown=$U a /d/")).isEqualTo("/d ?");
        assertThat(directories("USER app\nWORKDIR /d")).isEqualTo("/d app");
        assertThat(directories("WORKDIR /d\nWORKDIR e\nWORKDIR $U")).isEqualTo("/d root, /d/e root");
    }

    @Test
    void aPathThatIsTooLongIsUnknown() throws Exception {
        String step = "WORKDIR " + "a".repeat(1022) + "\n";
        assertThat(image("FROM scratch\n" + step.repeat(4)).workingDirectory()).isPresent();
        assertThat(image("FROM scratch\n" + step.repeat(5)).workingDirectory()).isEmpty();
    }

    @Test
    void anImageFromScratchHasAPathAndBeginsAtTheRoot() throws Exception {
        assertThat(values(image("FROM scratch\nVOLUME /x$PATH\n").volumes()))
                .containsExactly("/x/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        assertThat(image("FROM scratch\nCOPY a b\n").copied().get(0).target().value())
                .isEqualTo("/b");
    }

    @Test
    void anEnvironmentWinsOverWhatAnArgumentHid() throws Exception {
        assertThat(values(image("FROM a AS x\nENV D=/env\nARG D=/arg\nENV D=/new\nFROM x\nVOLUME $D\n")
                        .volumes()))
                .containsExactly("/new");
        assertThat(values(image("FROM a AS x\nENV D=/env\nARG D=/arg\nFROM x AS y\nARG D=/b\nFROM y\nVOLUME $D\n")
                        .volumes()))
                .containsExactly("/env");
        assertThat(image("FROM a\nENV $U=x A=b\n").environment()).containsOnlyKeys("A");
    }

    @Test
    void healthChecksMayBeNone() throws Exception {
        assertThat(image("FROM a\nHEALTHCHECK NONE\n").healthcheck().map(Command::words))
                .contains(List.of());
        assertThat(image("FROM a\nHEALTHCHECK CMD x\n").healthcheck().map(Command::words))
                .contains(List.of("x"));
    }

    @Test
    void anotherBuildIsTakenOverWhole() throws Exception {
        Image other = image("""
                FROM debian
                ENV DIR=/env
                VOLUME /data
                USER app
                WORKDIR /w
                COPY a /d/e
                RUN apt-get install x
                ENTRYPOINT ["/run"]
                CMD ["serve"]
                HEALTHCHECK CMD check
                """);
        Image image = parse("FROM base\nCOPY b $DIR/\nVOLUME more\n")
                .image(
                        Optional.empty(),
                        Map.of(),
                        NamedContexts.of(Map.of("base", new NamedContexts.Source.Built(other))));
        assertThat(image.base()).contains("debian");
        assertThat(image.reference().map(Located::value)).contains("debian");
        assertThat(value(image.environment().get("DIR"))).isEqualTo("/env");
        assertThat(values(image.volumes())).containsExactly("/data", "/more");
        assertThat(image.user().map(Located::value)).contains("app");
        assertThat(image.workingDirectory().map(Located::value)).contains("/w");
        assertThat(image.copied()).extracting(copied -> copied.target().value()).containsExactly("/d/e", "/env");
        assertThat(image.files()).extracting(ImageFile::path).containsExactly("/d", "/env", "/w");
        assertThat(image.entrypoint().map(Command::words)).contains(List.of("/run"));
        assertThat(image.command().map(Command::words)).contains(List.of("serve"));
        assertThat(image.healthcheck().map(Command::words)).contains(List.of("check"));
    }

    @Test
    void aPulledContextIsTheBase() throws Exception {
        Located<String> reference =
                image("FROM scratch AS x\nFROM debian:12\n").reference().orElseThrow();
        Image image = parse("FROM docker.io/library/base:latest\n")
                .image(
                        Optional.empty(),
                        Map.of(),
                        NamedContexts.of(Map.of("base", new NamedContexts.Source.Pulled(reference))));
        assertThat(image.base()).contains("debian:12");
        assertThat(parse("FROM base\n")
                        .image(
                                Optional.empty(),
                                Map.of(),
                                NamedContexts.of(Map.of("base", new NamedContexts.Source.Files())))
                        .base())
                .isEmpty();
    }

    private static String directories(String lines) throws Exception {
        return image("FROM a\n" + lines + "\n").files().stream()
                .map(file -> file.path() + " " + file.owner().orElse("?"))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Copied copied) {
        return values(copied.sources()) + " " + value(copied.target())
                + (copied.directory() ? "/" : "")
                + copied.context().map(name -> " context=" + name).orElse("")
                + copied.stage().map(number -> " stage=" + number).orElse("")
                + copied.owner().map(owner -> " owner=" + owner.value()).orElse("")
                + copied.mode().map(mode -> " mode=" + mode.value()).orElse("");
    }
}
