package io.github.rootfsmaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import io.github.rootfsmaven.text.InvalidInput;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input may do anything but become a Dockerfile or be refused; the profile {@code fuzz} tries more of them. */
@Timeout(600)
class AnyInputTest {
    private static final int TRIES = Integer.getInteger("rootfs.fuzz", 5_000);

    private static final String SEED = """
            # syntax=docker/dockerfile:1
            # escape=\\
            ARG VERSION=3 X
            FROM --platform=$BUILDPLATFORM alpine:${VERSION:-latest} AS build
            ENV A=1 B="x y" C='$A' D=${A%.*}${B//x/y}
            ENV OLD  form $A
            RUN --mount=type=cache,target=/x apk add \\
              # a comment

              --no-cache 'é🐳' <<-"EOF" && cat <<X
            \tbody $A
            \tEOF
            x
            X
            FROM build
            WORKDIR /app/${X:?no}
            COPY --from=build --chown=1:1 ["a", "b\\u0041", "/c/"]
            ADD <<E $A /d
            $A
            E
            VOLUME ["/data", "$A/x"] \\
            VOLUME /data $B
            USER ${X+u}:g
            ENTRYPOINT ["a", "b"]
            CMD a b
            HEALTHCHECK --interval=3s CMD ["x"]
            ONBUILD COPY <<Y /y
            Y
            SHELL ["sh"]
            LABEL a=b
            STOPSIGNAL 9
            EXPOSE 80
            MAINTAINER me
            """;

    private static final String[] PIECES = {
        "$",
        "${",
        "}",
        "\"",
        "'",
        "\\",
        "`",
        "<<",
        "<<-",
        "[",
        "]",
        "{",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "#",
        "--",
        "=",
        ":-",
        ":",
        "%",
        "/",
        "\u00A0",
        "\uE000",
        "\uFFFF",
        "\uD83D",
        "FROM ",
        "ONBUILD ",
        "\\\n",
        "EOF"
    };

    @Test
    void theSeedIsRead() throws Exception {
        assertThat(Dockerfiles.image(SEED).copied()).hasSize(2);
    }

    @Test
    void mutationsAreReadOrRefused() {
        Random random = new Random(20_261_124);
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int mutation = random.nextInt(8); mutation >= 0; mutation--) {
                int at = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), at + random.nextInt(12));
                text.replace(at, random.nextBoolean() ? at : to, PIECES[random.nextInt(PIECES.length)]);
            }
            isReadOrRefused(text.toString());
        }
    }

    @Test
    void largeInputsAreReadOrRefused() {
        isReadOrRefused("FROM a\n" + "WORKDIR a\n".repeat(100_000));
        isReadOrRefused("FROM a\nWORKDIR /\n" + "WORKDIR a\n".repeat(100_000));
        isReadOrRefused("FROM a AS a\n".repeat(30_000));
        isReadOrRefused("FROM a\nENV A=" + "$A".repeat(30_000) + "\n");
        isReadOrRefused("FROM a\nENV A=xxxxxxxxxxxxxxxx\n" + "ENV A=$A$A$A$A B=$A$A$A\n".repeat(20_000));
        isReadOrRefused("FROM a\nRUN \\\n" + " x \\\n".repeat(200_000));
        isReadOrRefused("FROM a\nCMD " + "[".repeat(60_000));
        isReadOrRefused("FROM a\nCMD [1," + "{\"a\":".repeat(10_000));
        isReadOrRefused("FROM a\nVOLUME " + "é ".repeat(20_000));
        isReadOrRefused("FROM a\nVOLUME " + "${a:-".repeat(12_000));
        isReadOrRefused("FROM a\nHEALTHCHECK --interval=" + "1h".repeat(30_000) + " CMD x");
        isReadOrRefused("FROM a\n" + "ONBUILD ".repeat(8_000));
        isReadOrRefused("FROM a\nRUN " + "<<A ".repeat(10_000));
        isReadOrRefused("FROM a\nENV A=" + "a".repeat(4000) + "\nUSER ${A%" + "*a".repeat(2000) + "b}\n");
    }

    /** Four times the file is four times the work, give or take; the memory that a thread takes is the same in every run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WORKDIR a\n",
                "FROM a AS a\n",
                "ENV A=$A$A B=${A:-x}\n",
                "RUN a \\\n # c\n\n b\n",
                "RUN <<E cat\nx\nE\n",
                "COPY <<A <<B /c/\nx\nA\ny\nB\n",
                "ONBUILD RUN x\n",
                "VOLUME [\"/a\", \"/b\"]\n",
                "HEALTHCHECK --interval=1s CMD x\n",
                "# comment\n",
                "\n"
            })
    void aParseIsLinear(String piece) throws InvalidInput {
        int times = 40_000 / piece.length();
        work(piece.repeat(times));
        long once = work(piece.repeat(times));
        assertThat(work(piece.repeat(4 * times))).isLessThan(once * 6);
    }

    private static long work(String text) throws InvalidInput {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        Dockerfiles.parse("FROM a\n" + text);
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static void isReadOrRefused(String text) {
        assertThatCode(() -> {
                    try {
                        Dockerfiles.image(text, Map.of("VERSION", "1"));
                    } catch (InvalidInput refused) {
                        refused.where().text();
                    }
                })
                .as(text.length() > 2000 ? text.substring(0, 60) : text)
                .doesNotThrowAnyException();
    }
}
