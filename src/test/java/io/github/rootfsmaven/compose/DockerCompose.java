package io.github.rootfsmaven.compose;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The reference itself, if it is installed. No daemon is needed for what is asked here. */
public final class DockerCompose {
    /** What {@code ~} is in all tests. */
    public static final String HOME = "/home/u";

    private DockerCompose() {}

    /** Its version, or why it does not answer. */
    public static Answer version() {
        return run(Path.of("").toAbsolutePath(), Map.of(), List.of("version", "--short"));
    }

    /** What a run ended with. */
    public record Answer(boolean worked, String output, String errors) {}

    /** What it makes of a project: its JSON with single dollar signs, or its message under {@code error}. */
    public static JsonObject config(ComposeSettings settings, Path directory) {
        List<String> arguments = new ArrayList<>();
        settings.files().forEach(file -> arguments.addAll(List.of("-f", file.toString())));
        settings.envFiles().forEach(file -> arguments.addAll(List.of("--env-file", file.toString())));
        settings.profiles().forEach(profile -> arguments.addAll(List.of("--profile", profile)));
        arguments.addAll(List.of("config", "--no-env-resolution", "--format", "json"));
        Answer answer = run(directory, settings.variables(), arguments);
        if (answer.worked()) {
            return (JsonObject)
                    ReferenceJson.mapped(ReferenceJson.object(answer.output()), text -> text.replace("$$", "$"));
        }
        JsonObject error = new JsonObject();
        error.addProperty("error", answer.errors().strip());
        return error;
    }

    private static Answer run(Path directory, Map<String, String> variables, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        String config = environment.getOrDefault("DOCKER_CONFIG", System.getProperty("user.home") + "/.docker");
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "DOCKER_CONFIG", config, "HOME", HOME));
        environment.putAll(variables);
        try {
            Path errors = Files.createTempFile("compose", ".txt");
            try {
                Process process = builder.redirectError(errors.toFile()).start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(1, TimeUnit.MINUTES);
                return new Answer(ended && process.exitValue() == 0, output, Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException absent) {
            return new Answer(false, "", String.valueOf(absent.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(false, "", "interrupted");
        }
    }
}
