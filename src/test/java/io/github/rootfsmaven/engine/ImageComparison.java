package io.github.rootfsmaven.engine;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import io.github.rootfsmaven.dockerfile.Dockerfile;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Dockerfile is read as, held against what the engine made of it. */
final class ImageComparison {
    /** What {@link TinyImage} brings along, and what BuildKit sets without a base. */
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String TINY_PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final List<String> TINY_COMMAND = List.of("sleep", "infinity");

    /** What BuildKit says of things that no Dockerfile tells: files, users, the registry. */
    private static final Pattern NOT_OF_THE_FILE = Pattern.compile(
            "(?s).*(no users found|unable to find user|invalid user|failed to calculate checksum|no such file or directory"
                    + "|did not complete successfully|failed to resolve source metadata|not a directory"
                    + "|cannot copy to non-directory|can't find uid).*");

    /** What of an image's settings {@code docker image inspect} shows. */
    static final class Config {
        @SerializedName("Env")
        private List<String> env;

        @SerializedName("Volumes")
        private Map<String, Object> volumes;

        @SerializedName("User")
        private String user;

        @SerializedName("WorkingDir")
        private String workingDirectory;

        @SerializedName("Entrypoint")
        private List<String> entrypoint;

        @SerializedName("Cmd")
        private List<String> cmd;

        @SerializedName("Shell")
        private List<String> shell;

        @SerializedName("Healthcheck")
        private Healthcheck healthcheck;

        static Config of(String json) {
            return new Gson().fromJson(json, Config.class);
        }
    }

    /** The part of it that says what runs. */
    static final class Healthcheck {
        @SerializedName("Test")
        private List<String> test;
    }

    private final List<String> differences = new ArrayList<>();

    private ImageComparison() {}

    /** What we read, or why we refuse. */
    static Object read(GeneratedDockerfile dockerfile) {
        try {
            return Dockerfile.parse(SourceFile.of(Path.of("/project/Dockerfile"), dockerfile.text()))
                    .image(dockerfile.target(), dockerfile.arguments());
        } catch (InvalidInput refusal) {
            return refusal;
        }
    }

    /** Whether the engine refuses for a reason that lies outside of the Dockerfile. */
    static boolean isNotOfTheFile(String refusal) {
        return NOT_OF_THE_FILE.matcher(refusal).matches();
    }

    /** Whether a value hangs on something that no file tells; then the build may be refused for it, too. */
    static boolean hangsOnUnknown(Image image) {
        return image.toString().indexOf(Text.UNRESOLVED) >= 0
                || image.workingDirectory().isEmpty()
                || !image.base().equals(Optional.of("scratch"));
    }

    /** The settings that differ, one line each. */
    static List<String> differences(Image image, Config config) {
        ImageComparison comparison = new ImageComparison();
        comparison.compare(image, config);
        return comparison.differences;
    }

    private void compare(Image image, Config config) {
        boolean tiny = image.base().equals(Optional.of(TinyImage.NAME));
        value(
                "User",
                image.user().map(Located::value).orElse(""),
                Optional.ofNullable(config.user).orElse(""));
        // Without a known WORKDIR below it a relative one is unknown; the tiny image has the root.
        if (image.workingDirectory().isPresent() || !tiny) {
            String ours = image.workingDirectory().map(Located::value).orElse("/");
            String theirs = Paths.clean(
                    "/" + Optional.ofNullable(config.workingDirectory).orElse(""));
            if (!isPlace(ours, theirs)) {
                differences.add("WorkingDir: '" + ours + "' instead of '" + theirs + "'");
            }
        }
        environment(image, config, tiny ? TINY_PATH : DEFAULT_PATH);
        words("Entrypoint", image.entrypoint().map(ImageComparison::words).orElse(List.of()), config.entrypoint);
        words("Cmd", image.command().map(ImageComparison::words).orElse(tiny ? TINY_COMMAND : List.of()), config.cmd);
        words("Healthcheck", image.healthcheck().map(ImageComparison::words).orElse(List.of()), check(config));
        volumes(image, config);
    }

    private void environment(Image image, Config config, String path) {
        Map<String, String> theirs = new LinkedHashMap<>();
        Optional.ofNullable(config.env).orElse(List.of()).forEach(variable -> {
            String[] parts = variable.split("=", 2);
            theirs.put(parts[0], parts[1]);
        });
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put("PATH", path);
        image.environment().forEach((name, value) -> ours.put(name, value.value()));
        if (!ours.keySet().equals(theirs.keySet())) {
            differences.add("Env: " + new TreeSet<>(ours.keySet()) + " instead of " + new TreeSet<>(theirs.keySet()));
        }
        theirs.forEach((name, value) -> {
            if (ours.containsKey(name)) {
                value("Env " + name, ours.get(name), value);
            }
        });
    }

    /** A relative path is kept by BuildKit; the engine mounts it below the root. */
    private void volumes(Image image, Config config) {
        List<String> ours = image.volumes().stream().map(Located::value).toList();
        List<String> theirs = Optional.ofNullable(config.volumes).orElse(Map.of()).keySet().stream()
                .map(volume -> Paths.clean("/" + volume))
                .toList();
        boolean same = ours.stream().allMatch(place -> theirs.stream().anyMatch(other -> isPlace(place, other)))
                && theirs.stream().allMatch(other -> ours.stream().anyMatch(place -> isPlace(place, other)));
        if (!same) {
            differences.add("Volumes: " + ours + " instead of " + theirs);
        }
    }

    private void words(String what, List<String> ours, List<String> theirs) {
        List<String> known = Optional.ofNullable(theirs).orElse(List.of());
        if (!ours.equals(known)) {
            differences.add(what + ": " + ours + " instead of " + known);
        }
    }

    private void value(String what, String ours, String theirs) {
        if (!means(ours, theirs)) {
            differences.add(what + ": '" + ours + "' instead of '" + theirs + "'");
        }
    }

    /** Whether they are the same, whatever the unknown parts of ours are. */
    private static boolean means(String ours, String theirs) {
        StringBuilder pattern = new StringBuilder("(?s)");
        for (String part : ours.split(String.valueOf(Text.UNRESOLVED), -1)) {
            pattern.append(pattern.length() > 4 ? ".*" : "").append(Pattern.quote(part));
        }
        return theirs.matches(pattern.toString());
    }

    /** The same of paths: an unknown part may be empty, and leave a slash or dot behind; with dots behind it, it is anywhere. */
    private static boolean isPlace(String ours, String theirs) {
        boolean doubtful =
                ours.indexOf(Text.UNRESOLVED) >= 0 && !Paths.clean(ours).equals(ours);
        return doubtful || Stream.of("", "/", "/.").anyMatch(rest -> means(ours, theirs + rest));
    }

    private static List<String> words(Command command) {
        List<String> words = new ArrayList<>(command.words());
        if (command.shell()) {
            words.addAll(0, List.of("/bin/sh", "-c"));
        }
        return words;
    }

    /** What the engine runs for a health check: its shell form with the image's shell (moby: daemon/health.go). */
    private static List<String> check(Config config) {
        if (config.healthcheck == null || config.healthcheck.test == null) {
            return List.of();
        }
        List<String> test = config.healthcheck.test;
        List<String> words = new ArrayList<>(test.subList(1, test.size()));
        if (test.get(0).equals("CMD-SHELL")) {
            boolean usual = config.shell == null || config.shell.isEmpty();
            words.addAll(0, usual ? List.of("/bin/sh", "-c") : config.shell);
        }
        return words;
    }
}
