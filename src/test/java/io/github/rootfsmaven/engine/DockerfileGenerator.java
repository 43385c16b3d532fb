package io.github.rootfsmaven.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes Dockerfiles with everything that decides what an image is set to. Most are right, and some have one of the
 * mistakes that BuildKit knows. The same seed, the same Dockerfile.
 */
final class DockerfileGenerator {
    private static final List<String> NAMES = List.of("A", "B", "C", "DIR", "EMPTY", "NOBODY");
    private static final List<String> STAGES = List.of("base", "Build", "mid.1", "x-2", "LAST");

    private final Random random;
    private final DockerfileWords words;
    private final List<String> parts = new ArrayList<>();
    private final Map<String, String> arguments = new TreeMap<>();
    private final List<String> stages = new ArrayList<>();
    private String escape = "\\";

    DockerfileGenerator(long seed) {
        this.random = new Random(seed);
        this.words = new DockerfileWords(random, NAMES);
    }

    GeneratedDockerfile dockerfile() {
        directives();
        for (int i = random.nextInt(3); i > 0; i--) {
            add("ARG " + argument());
        }
        boolean baseArgument = chance(15);
        if (baseArgument) {
            add("ARG BASE=scratch");
        }
        for (int count = 1 + random.nextInt(3), i = 0; i < count; i++) {
            stage(baseArgument);
        }
        if (chance(8)) {
            int place = random.nextInt(parts.size() + 1);
            parts.add(place, mistake() + "\n");
        }
        for (String name : NAMES) {
            if (chance(12)) {
                arguments.put(name, words.plain());
            }
        }
        List<String> named = stages.stream().filter(name -> !name.isEmpty()).toList();
        Optional<String> target = Optional.empty();
        if (!named.isEmpty() && chance(25)) {
            String name = named.get(random.nextInt(named.size()));
            target = Optional.of(pick(name, name.toUpperCase(Locale.ROOT), name));
        } else if (chance(2)) {
            target = Optional.of(pick("0", "nobody"));
        }
        boolean windows = chance(4);
        return new GeneratedDockerfile(
                parts.stream()
                        .map(part -> windows ? part.replace("\n", "\r\n") : part)
                        .toList(),
                target,
                arguments);
    }

    private void directives() {
        if (chance(15)) {
            escape = "`";
            parts.add(pick("# escape=`\n", "#escape = `\n", "# ESCAPE=`\n"));
        } else if (chance(5)) {
            parts.add(pick("# escape=\\\n", "# check=skip=all\n", "# a comment\n# escape=`\n"));
        }
        words.escapeWith(escape);
    }

    private void stage(boolean baseArgument) {
        String base = "scratch";
        if (!stages.isEmpty() && chance(65)) {
            String name = stages.get(random.nextInt(stages.size()));
            base = name.isEmpty() ? base : chance(96) ? name.toLowerCase(Locale.ROOT) : name;
        } else if (baseArgument && chance(60)) {
            base = pick("$BASE", "${BASE}", "${BASE:-scratch}", "\"$BASE\"", "${NOBODY:-scratch}");
        } else if (chance(20)) {
            base = TinyImage.NAME;
        }
        String name = chance(65) ? STAGES.get(random.nextInt(STAGES.size())) : "";
        add("FROM " + pick("", "", "", "", "--platform=linux/amd64 ", "--platform=$TARGETPLATFORM ") + base
                + (name.isEmpty() ? "" : pick(" AS ", " as ", " As ") + name));
        for (int i = 2 + random.nextInt(7); i > 0; i--) {
            String instruction = instruction(base.equals(TinyImage.NAME));
            add((chance(12) ? pick("ONBUILD ", "onbuild ") : "") + instruction);
        }
        stages.add(name);
    }

    private String instruction(boolean hasShell) {
        return switch (random.nextInt(26)) {
            case 0, 1, 2 -> "ARG " + argument() + (chance(15) ? " " + argument() : "");
            case 3, 4, 5 -> "ENV " + variables();
            case 6 -> "ENV " + name() + " " + words.line();
            case 7, 8 -> "USER " + pick("1000", "1000:1000", "0", "4711:0", "$UID", "${A:+1000}", "\"1000\"", "'0':0");
            case 9, 10, 11 -> "WORKDIR " + words.path();
            case 12, 13 -> "VOLUME " + words.path() + (chance(40) ? " " + words.path() : "");
            case 14 -> "VOLUME " + json(words::path);
            case 15, 16 -> pick("ENTRYPOINT ", "entrypoint ") + command();
            case 17, 18, 19 -> pick("CMD ", "Cmd ") + command();
            case 20 -> "SHELL " + pick("[\"/bin/bash\", \"-c\"]", "[\"/bin/sh\",\"-e\",\"-c\"]", "[ \"a b\" ]", "[]");
            case 21 -> healthcheck();
            case 22 -> other();
            case 23 -> copy();
            case 24 -> hasShell ? run() : "ENV " + variables();
            default -> "LABEL " + variables();
        };
    }

    private String argument() {
        return name() + (chance(70) ? "=" + words.word() : "");
    }

    private String variables() {
        StringBuilder text = new StringBuilder(name() + "=" + words.word());
        while (chance(35)) {
            text.append(' ').append(name()).append('=').append(words.word());
        }
        return text.toString();
    }

    private String command() {
        return switch (random.nextInt(8)) {
            case 0 -> "[]";
            case 1, 2, 3 -> json(words::word);
            case 4 ->
                pick(
                        "['single', 'quotes']",
                        "[\"open\"",
                        "[\"a\",]",
                        "[\"a\"] b",
                        "[ \"\\u0041\\n\" ]",
                        "[\"a\\b\\d\"]");
            default -> words.line();
        };
    }

    private String json(Supplier<String> element) {
        List<String> elements = new ArrayList<>();
        do {
            elements.add("\"" + element.get().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        } while (chance(45));
        return pick("[", "[ ") + String.join(pick(",", ", ", " , "), elements) + pick("]", " ]");
    }

    private String healthcheck() {
        return "HEALTHCHECK "
                + pick(
                        "NONE",
                        "none",
                        "CMD " + words.line(),
                        "--interval=5s CMD " + json(words::word),
                        "--retries=2 --timeout=1m30s CMD test",
                        "--start-period=0 CMD [\"a\"]",
                        "--start-interval=1s cmd x");
    }

    private String other() {
        return pick(
                "EXPOSE 80",
                "EXPOSE 80/tcp 90-91/udp",
                "EXPOSE ${PORT:-8080}",
                "STOPSIGNAL SIGTERM",
                "STOPSIGNAL 9",
                "STOPSIGNAL ${NOBODY:-SIGINT}",
                "MAINTAINER some body");
    }

    private String copy() {
        List<String> sources = new ArrayList<>(List.of("", ""));
        for (int i = 0; i < stages.size(); i++) {
            sources.add("--from=" + i + " ");
            if (!stages.get(i).isEmpty()) {
                sources.add("--from=" + pick(stages.get(i), stages.get(i).toLowerCase(Locale.ROOT)) + " ");
            }
        }
        String from = sources.get(random.nextInt(sources.size()));
        if (from.isEmpty() && chance(60)) {
            return pick(
                    "COPY <<EOF /file\nVOLUME /in/a/document $A\n\n# no comment\nEOF",
                    "COPY <<-'E O' <<\"F\" /dir/\n\tENV A=1\n\tE O\nUSER 1\nF",
                    "COPY --chmod=755 <<EOF /${A:-x}\nCMD no\nEOF",
                    "COPY file.txt /copy/",
                    "COPY [\"file.txt\", \"a b.txt\", \"/copy/\"]",
                    "ADD --chown=1000:1000 file.txt .");
        }
        return "COPY " + (from.isEmpty() ? "file.txt" : from + "/") + pick(" /copied/", " ./copied/");
    }

    private String run() {
        return "RUN "
                + pick(
                        "true",
                        "[\"true\"]",
                        "<<EOF\nVOLUME=/not\ntrue\nEOF",
                        "cat <<A - <<B\nENV A=1\nA\nUSER 3\nB",
                        "--mount=type=tmpfs,target=/m true",
                        "--network=none true # no comment");
    }

    /** What is refused, or looks as if it were. */
    private String mistake() {
        return pick(
                "ENV",
                "ENV A",
                "ENV A=1 B",
                "ENV =1",
                "ARG =1",
                "ARG",
                "VOLUME",
                "VOLUME [\"\"]",
                "VOLUME [1]",
                "VOLUME [\"/a\", [\"/b\"]]",
                "VOLUME $EMPTY_AND_UNSET",
                "USER",
                "USER a b",
                "USER ${}",
                "WORKDIR",
                "WORKDIR ${A",
                "WORKDIR $EMPTY_AND_UNSET",
                "WORKDIR --flag=1 /x",
                "CMD --flag=1 x",
                "CMD",
                "ENTRYPOINT",
                "ENV A='open",
                "ENV A=\"open",
                "ENV A=${B:x}",
                "ENV A=${NEVER_SET:?message}",
                "ENV A=${NEVER_SET?}",
                "ENV A=${PATH:?message}",
                "ENV A=${PATH#\\x}",
                "ENV A=${:-x}",
                "ENV A=${B:#x}",
                "ENV A=${B/x}",
                "UNKNOWN x",
                "SHELL sh -c",
                "SHELL",
                "HEALTHCHECK",
                "HEALTHCHECK CMD",
                "HEALTHCHECK NONE x",
                "HEALTHCHECK --interval=x CMD a",
                "HEALTHCHECK --interval=1ns CMD a",
                "HEALTHCHECK --interval=-1s CMD a",
                "HEALTHCHECK --retries=-1 CMD a",
                "HEALTHCHECK --retries=0 CMD a",
                "HEALTHCHECK --retries=x CMD a",
                "HEALTHCHECK SHELL a",
                "ONBUILD ONBUILD USER 1",
                "ONBUILD FROM scratch",
                "ONBUILD MAINTAINER me",
                "ONBUILD",
                "ONBUILD USER",
                "ONBUILD USER a b",
                "ONBUILD UNKNOWN a",
                "ONBUILD COPY --from=nobody-knows",
                "EXPOSE x",
                "EXPOSE 80/none",
                "EXPOSE 70000",
                "EXPOSE 9-8",
                "EXPOSE $EMPTY_AND_UNSET",
                "STOPSIGNAL NONE",
                "STOPSIGNAL SIGNONE",
                "STOPSIGNAL 99",
                "STOPSIGNAL 0",
                "STOPSIGNAL a b",
                "COPY a",
                "COPY <<EOF /x\nnever closed",
                "COPY file.txt <<EOF\nx\nEOF",
                "COPY --from=$A / /x/",
                "COPY --from=9 / /x/",
                "COPY --from=-1 / /x/",
                "COPY --unknown file.txt /x/",
                "COPY --link=maybe file.txt /x/",
                "COPY --chown=1 --chown=2 file.txt /x/",
                "COPY --chown file.txt /x/",
                "COPY --chmod=abc file.txt /x/",
                "COPY --chmod=99999 file.txt /x/",
                "COPY file.txt a b",
                "COPY file.txt file.txt /not-a-directory",
                "COPY $EMPTY_AND_UNSET /x/",
                "RUN --mount=type=none,target=/x true",
                "RUN --mount=target true",
                "RUN --mount=type=cache true",
                "RUN --network=some true",
                "RUN --security=some true",
                "ADD --from=0 / /x/",
                "MAINTAINER",
                "FROM",
                "FROM scratch AS",
                "FROM scratch AS 1a",
                "FROM scratch AS a/b",
                "FROM scratch IS x",
                "FROM --platform= scratch",
                "FROM --platform=$EMPTY_AND_UNSET scratch",
                "FROM --platform=a/b/c/d scratch",
                "FROM --flag=x scratch",
                "FROM $EMPTY_AND_UNSET",
                "FROM scratch AS scratch",
                "FROM Not:Valid:Reference",
                "LABEL a",
                "LABEL a=1 b",
                "# escape=x",
                "\\",
                "[\"/a\"]",
                "<<EOF\nEOF",
                "ENV A=1 \\",
                "ENV \\\n\n  A=1 \\\n\n# c\n B=2",
                "ENV A=a\\\n  b=c");
    }

    /** Adds an instruction, its line broken now and then. */
    private void add(String instruction) {
        String text = instruction;
        int document = text.indexOf("<<");
        if (document < 0 && chance(15)) {
            int blank = text.indexOf(' ', random.nextInt(text.length()));
            if (blank >= 0) {
                String between = pick("\n", " \t\n", "\n\n", "\n# comment\n", "\n  # comment " + escape + "\n");
                text = text.substring(0, blank + 1)
                        + escape
                        + between
                        + pick("", "  ", " ")
                        + text.substring(blank + 1);
            }
        }
        parts.add(pick("", "", "", "  ", "\t", "# comment\n", "\n") + text + pick("\n", "\n", "\n", "\n", "  \n"));
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size() - (chance(80) ? 1 : 0)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
