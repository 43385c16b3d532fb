package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.engine.ImageComparison.Config;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of Dockerfiles, and what {@code docker build} makes of them. */
@OnEngine
class EngineDockerfileTest {
    private static final int DOCKERFILES = Integer.getInteger("rootfs.dockerfiles", 320);
    private static final long SEED = Long.getLong("rootfs.seed", 20_261_124);
    private static final int AT_A_TIME = 4;

    @TempDir
    Path context;

    @BeforeAll
    static void image() {
        TinyImage.make();
    }

    private enum Outcome {
        SAME,
        REFUSED_BY_BOTH,
        UNDECIDED,
        DIFFERENT
    }

    /**
     * One Dockerfile's comparison.
     *
     * @param told what differs, or why the engine refuses
     */
    private record Result(GeneratedDockerfile dockerfile, Outcome outcome, String told) {}

    @Test
    @Claim(
            "Of generated Dockerfiles, the volumes, user, working directory, variables, entrypoint, command and health check"
                    + " that are read are those of the image that `docker build` makes, and what BuildKit refuses is refused")
    void imagesAreThoseThatWereRead() throws Exception {
        Files.writeString(context.resolve("file.txt"), "a file\n");
        Files.writeString(context.resolve("a b.txt"), "a file\n");
        List<GeneratedDockerfile> dockerfiles = LongStream.range(SEED, SEED + DOCKERFILES)
                .mapToObj(seed -> new DockerfileGenerator(seed).dockerfile())
                .toList();
        List<Result> results = compare(dockerfiles);
        System.out.println("Dockerfiles: " + results.size() + " built and compared: " + count(results, Outcome.SAME)
                + " the same, " + count(results, Outcome.REFUSED_BY_BOTH) + " refused by both, "
                + count(results, Outcome.UNDECIDED) + " refused for what no Dockerfile tells, "
                + count(results, Outcome.DIFFERENT) + " different");
        List<Result> different = results.stream()
                .filter(result -> result.outcome() == Outcome.DIFFERENT)
                .toList();
        if (Boolean.getBoolean("rootfs.engine.all")) {
            different.forEach(result -> System.out.println(result.told() + "\n" + result.dockerfile() + "----"));
        }
        assertThat(different.isEmpty() ? "" : smallest(different.get(0))).isEmpty();
        assertThat(count(results, Outcome.SAME)).isGreaterThan(DOCKERFILES / 2);
        assertThat(count(results, Outcome.REFUSED_BY_BOTH)).isPositive();
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Builds several at a time and looks at all images at once, for most of the time goes into starting the client. */
    private List<Result> compare(List<GeneratedDockerfile> dockerfiles) throws Exception {
        List<Answer> built = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Callable<Answer>> builds = new ArrayList<>();
            dockerfiles.forEach(dockerfile -> builds.add(() -> build(dockerfile)));
            for (Future<Answer> build : workers.invokeAll(builds)) {
                built.add(build.get());
            }
        } finally {
            workers.shutdownNow();
        }
        Map<String, Config> images = inspected(
                built.stream().filter(Answer::succeeded).map(Answer::out).toList());
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < built.size(); i++) {
            GeneratedDockerfile dockerfile = dockerfiles.get(i);
            Answer answer = built.get(i);
            results.add(
                    answer.succeeded()
                            ? compare(dockerfile, images.get(answer.out()))
                            : refused(dockerfile, ImageComparison.read(dockerfile), answer.error()));
        }
        return results;
    }

    private Answer build(GeneratedDockerfile dockerfile) {
        List<String> words = new ArrayList<>(List.of("build", "-q", "-f", "-"));
        words.addAll(dockerfile.options());
        words.add(".");
        return Docker.run(context, dockerfile.text(), words.toArray(String[]::new));
    }

    /** The settings of images by id. Those that have no name are not needed any more. */
    private static Map<String, Config> inspected(List<String> ids) {
        Map<String, Config> images = new HashMap<>();
        if (ids.isEmpty()) {
            return images;
        }
        List<String> nameless = new ArrayList<>();
        docker(List.of("image", "inspect", "--format", "{{.Id}} {{len .RepoTags}} {{json .Config}}"), ids)
                .lines()
                .map(line -> line.split(" ", 3))
                .forEach(parts -> {
                    if (images.put(parts[0], Config.of(parts[2])) == null && parts[1].equals("0")) {
                        nameless.add(parts[0]);
                    }
                });
        docker(List.of("image", "rm", "-f"), nameless);
        return images;
    }

    private static String docker(List<String> command, List<String> ids) {
        List<String> words = new ArrayList<>(command);
        words.addAll(ids);
        return ids.isEmpty() ? "" : Docker.run(words.toArray(String[]::new)).out();
    }

    private static Result compare(GeneratedDockerfile dockerfile, Config config) {
        Object read = ImageComparison.read(dockerfile);
        if (read instanceof InvalidInput refusal) {
            return new Result(dockerfile, Outcome.DIFFERENT, "refused by us alone: " + refusal.getMessage());
        }
        List<String> differences = ImageComparison.differences((Image) read, config);
        return new Result(
                dockerfile, differences.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT, String.join("\n", differences));
    }

    private static Result refused(GeneratedDockerfile dockerfile, Object read, String why) {
        if (read instanceof InvalidInput) {
            return new Result(dockerfile, Outcome.REFUSED_BY_BOTH, why);
        }
        boolean undecided = ImageComparison.isNotOfTheFile(why) || ImageComparison.hangsOnUnknown((Image) read);
        return new Result(
                dockerfile, undecided ? Outcome.UNDECIDED : Outcome.DIFFERENT, "refused by BuildKit alone: " + why);
    }

    /** The Dockerfile with as little in it as still shows a difference of the same kind. */
    private String smallest(Result found) throws Exception {
        Result small = found;
        Optional<Result> smaller = Optional.of(found);
        while (smaller.isPresent()) {
            small = smaller.get();
            smaller = compare(small.dockerfile().smaller().toList()).stream()
                    .filter(result -> result.outcome() == Outcome.DIFFERENT && isLike(result, found))
                    .findFirst();
        }
        return small.told() + System.lineSeparator() + small.dockerfile();
    }

    private static boolean isLike(Result one, Result other) {
        return one.told().split(":")[0].equals(other.told().split(":")[0]);
    }
}
