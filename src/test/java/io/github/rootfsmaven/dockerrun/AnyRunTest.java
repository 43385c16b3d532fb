package io.github.rootfsmaven.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import io.github.rootfsmaven.text.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** No text may do anything but become lines and problems; the profile {@code fuzz} tries more of them. */
@Timeout(3600)
class AnyRunTest {
    private static final int TRIES = Integer.getInteger("rootfs.fuzz", 5_000);

    private static final String SEED = """
            DOCKER := docker
            RUN = $(DOCKER) run --rm -it $(OPTS)
            ifdef X
            \tA += $(RUN)
            endif
            start: build
            \t@docker container run -d --name "$$N" -v $(CURDIR):/a:ro --mount 'type=bind,"src=/a",dst=/b' \\
            \t  --tmpfs=/t:size=1m -e A="b c" --device /dev/sda:/x:r --volumes-from a:ro $(IMAGE):$$TAG sh -c 'x' || true
            \t-$(RUN) ${IMAGE} $(shell pwd)
            f() { local o="--read-only"; docker run $o "${a[@]}" "$@" $(docker create -vx:/y:z,ro i) & }
            [ -n "$1" ] && sudo -E env A=b docker -H x run --read-only=false -- image <<E
            docker run no
            E
            """;

    private static final String[] PIECES = {
        "$",
        "$(",
        "${",
        "$$",
        ")",
        "}",
        "\"",
        "'",
        "\\",
        "\\\n",
        "\n\t",
        "\n",
        " ",
        "=",
        ":",
        ",",
        "-",
        "--",
        "-v",
        "--mount ",
        "--tmpfs ",
        "-it",
        "@",
        "docker run ",
        "--read-only",
        "define x\n",
        "endef\n",
        "#",
        "\uE000",
        "\uD83D\uDE00",
        "e=",
        "::"
    };

    @TestFactory
    Stream<DynamicTest> brokenFiles() {
        return Stream.of("start.sh", "Makefile")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Random random = new Random(42);
                    for (int i = 0; i < TRIES; i++) {
                        String text = broken(random);
                        assertThatCode(() -> read(name, text))
                                .as(() -> "of <<<" + text + ">>>")
                                .doesNotThrowAnyException();
                    }
                }));
    }

    private static String broken(Random random) {
        StringBuilder text = new StringBuilder(SEED);
        for (int change = 1 + random.nextInt(6); change > 0; change--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
            }
            text.insert(Math.min(at, text.length()), PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Reading costs memory in proportion to the text: ten times as much may not cost thirty times as much. */
    @Test
    void costsGrowWithTheText() {
        for (String name : new String[] {"start.sh", "Makefile"}) {
            String head = name.equals("Makefile") ? "A = b c\nB = $(A)$(A)\nall:\n" : "A='b c'\n";
            String line = "\tdocker run -d -v $A:/b:ro -e X=\"$(B) y\" ${A} $(B) image $A\n";
            cost(name, head + line.repeat(100));
            long little = cost(name, head + line.repeat(200));
            long much = cost(name, head + line.repeat(2_000));
            assertThat(much).as(name).isLessThan(little * 30);
        }
    }

    /** Variables that double each other could fill any memory. */
    @Test
    void variablesDoNotExplode() {
        StringBuilder make = new StringBuilder("V0 = docker run -d image\n");
        StringBuilder shell = new StringBuilder("V0='docker run -d image'\n");
        for (int i = 1; i < 60; i++) {
            make.append("V" + i + " = " + ("$(V" + (i - 1) + ") ").repeat(8)).append('\n');
            shell.append("V" + i + "=\"" + ("$V" + (i - 1) + " ").repeat(8)).append("\"\n");
        }
        make.append("all:\n").append("\t$(V59) $(V9)\n".repeat(200));
        shell.append("$V59 $V5\n".repeat(200));
        assertThat(cost("Makefile", make.toString())).isLessThan(1_000_000_000L);
        assertThat(cost("start.sh", shell.toString())).isLessThan(1_000_000_000L);
    }

    private static long cost(String name, String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(name, text);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static DockerRuns read(String name, String text) {
        return DockerRuns.read(SourceFile.of(Path.of("/project", name), text));
    }
}
