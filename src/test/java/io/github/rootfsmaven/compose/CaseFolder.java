package io.github.rootfsmaven.compose;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case of the loader: a folder with the input below {@code in}, how it is called in {@code case.json} (title, files,
 * environment, profiles, env files, working directory), and the reference's answer in {@code expected.json}, in which
 * {@code $DIR} is the folder of the input.
 */
record CaseFolder(Path folder, JsonObject how, JsonObject expected) {

    /** All cases below a directory, by name. */
    static List<CaseFolder> below(Path directory) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(directory)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        List<CaseFolder> cases = new ArrayList<>();
        for (Path folder : folders) {
            Path expected = folder.resolve("expected.json");
            cases.add(new CaseFolder(
                    folder.toAbsolutePath().normalize(),
                    ReferenceJson.object(Files.readString(folder.resolve("case.json"))),
                    ReferenceJson.object(Files.exists(expected) ? Files.readString(expected) : "{}")));
        }
        return cases;
    }

    String title() {
        return folder.getFileName() + ": " + how.get("title").getAsString();
    }

    /** Whether the reference gives an answer: it crashes on a few inputs. */
    boolean isAnswered() {
        return expected.has("services") || expected.has("error");
    }

    /**
     * Where our answer differs from the expected one.
     *
     * @param whole whether the answer lists resources that no service uses; an installed Docker Compose leaves them out
     */
    List<String> differences(boolean whole) {
        Optional<ComposeSettings> settings = settings();
        JsonObject ours = new JsonObject();
        if (settings.isPresent()) {
            ours = ReferenceJson.ours(settings.orElseThrow(), DockerCompose.HOME);
        } else {
            ours.addProperty("error", "no Compose file");
        }
        return ReferenceJson.differences(
                expected, (JsonObject) ReferenceJson.mapped(ours, this::relative), key -> true, whole);
    }

    /** Asks the reference and keeps its answer as the expected one. */
    void record() throws IOException {
        ComposeSettings settings = settings().orElseThrow();
        JsonObject answer =
                (JsonObject) ReferenceJson.mapped(DockerCompose.config(settings, workingDirectory()), this::relative);
        List.of("name", "networks").forEach(answer::remove);
        Files.writeString(
                folder.resolve("expected.json"),
                new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .serializeNulls()
                                .create()
                                .toJson(answer) + "\n");
    }

    private String relative(String text) {
        return text.replace(input().toString(), "$DIR").replace(folder.toString(), "$DIR/..");
    }

    private Path input() {
        return folder.resolve("in");
    }

    private Path workingDirectory() {
        return input().resolve(
                        how.has("workingDirectory")
                                ? how.get("workingDirectory").getAsString()
                                : ".")
                .normalize();
    }

    /** How the loader is called: the files as the command line or the discovery names them. */
    Optional<ComposeSettings> settings() {
        Path directory = workingDirectory();
        Map<String, String> environment = new HashMap<>(Map.of("HOME", DockerCompose.HOME));
        if (how.has("environment")) {
            how.getAsJsonObject("environment")
                    .entrySet()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().getAsString()));
        }
        List<Path> given = paths("envFiles", directory);
        List<Path> envFiles = given.isEmpty() ? ComposeFiles.envFiles(directory, environment) : given;
        List<Path> files = paths("files", directory);
        boolean found = files.isEmpty();
        if (found) {
            files = ComposeFiles.named(directory, environment, envFiles)
                    .orElseGet(() -> ComposeFiles.discover(directory, Optional.empty()));
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        ComposeSettings settings = new ComposeSettings(files, envFiles, environment, strings("profiles"), Unset.EMPTY);
        return Optional.of(found ? settings.foundIn(directory) : settings);
    }

    private List<Path> paths(String key, Path directory) {
        return strings(key).stream().map(directory::resolve).toList();
    }

    private List<String> strings(String key) {
        JsonArray array = how.has(key) ? how.getAsJsonArray(key) : new JsonArray();
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}
