package io.github.rootfsmaven.compose;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.rootfsmaven.report.ConfigJson;
import io.github.rootfsmaven.text.InvalidInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The canonical form of a project, the reference's beside ours: what must be the same is the same here, and what
 * releases of the reference print differently without meaning it is gone.
 */
final class ReferenceJson {
    /** Keys with forms of their own that decide nothing here; the loader reads and checks them and prints none. */
    private static final Set<String> NOT_PRINTED = Set.of(
            "annotations",
            "blkio_config",
            "deploy",
            "develop",
            "dns",
            "dns_search",
            "env_file",
            "expose",
            "extra_hosts",
            "gpus",
            "healthcheck",
            "label_file",
            "links",
            "logging",
            "mem_limit",
            "mem_reservation",
            "memswap_limit",
            "models",
            "ports",
            "sysctls",
            "ulimits");

    private ReferenceJson() {}

    /** What our loader makes of a project: its JSON, or the message of what it refuses under {@code error}. */
    static JsonObject ours(ComposeSettings settings, String home) {
        try {
            return object(ConfigJson.of(ComposeLoader.config(settings, home)));
        } catch (InvalidInput invalid) {
            JsonObject error = new JsonObject();
            error.addProperty("error", located(invalid));
            return error;
        }
    }

    /** Every refusal has a place: an error without one would not be what is promised. */
    private static String located(InvalidInput invalid) {
        Path file = invalid.where().file().path();
        if (!file.isAbsolute() || invalid.getMessage().isBlank()) {
            throw new AssertionError("not located: " + file + ": " + invalid.getMessage());
        }
        return file + ":" + invalid.where().startLine() + ":" + invalid.where().startColumn() + ": "
                + invalid.getMessage();
    }

    static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    /** The same with every string changed. */
    static JsonElement mapped(JsonElement json, UnaryOperator<String> change) {
        if (json.isJsonObject()) {
            JsonObject object = new JsonObject();
            for (Map.Entry<String, JsonElement> entry : json.getAsJsonObject().entrySet()) {
                object.add(change.apply(entry.getKey()), mapped(entry.getValue(), change));
            }
            return object;
        }
        if (json.isJsonArray()) {
            JsonArray array = new JsonArray();
            json.getAsJsonArray().forEach(item -> array.add(mapped(item, change)));
            return array;
        }
        boolean string = json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
        return string ? new JsonPrimitive(change.apply(json.getAsString())) : json;
    }

    /**
     * Where our project differs; empty if it does not.
     *
     * @param keys the keys of services that the reference's answer tells about
     * @param whole whether the reference lists resources that no service uses
     */
    static List<String> differences(JsonObject reference, JsonObject ours, Predicate<String> keys, boolean whole) {
        List<String> differences = new ArrayList<>();
        if (reference.has("error") || ours.has("error")) {
            if (!reference.has("error") || !ours.has("error")) {
                differences.add("the reference says " + said(reference) + ", we say " + said(ours));
            }
            return differences;
        }
        JsonObject theirServices = section(reference, "services");
        JsonObject ourServices = section(ours, "services");
        if (!theirServices.keySet().equals(ourServices.keySet())) {
            differences.add("services: " + theirServices.keySet() + ", ours " + ourServices.keySet());
            return differences;
        }
        for (String service : theirServices.keySet()) {
            JsonObject theirs = theirServices.getAsJsonObject(service);
            JsonObject own = ourServices.getAsJsonObject(service);
            Set<String> names = new TreeSet<>(theirs.keySet());
            names.addAll(own.keySet());
            names.removeAll(NOT_PRINTED);
            names.removeIf(name -> name.startsWith("x-"));
            names.removeIf(keys.negate());
            names.forEach(
                    key -> compare("services." + service + "." + key, theirs.get(key), own.get(key), differences));
        }
        for (String section : List.of("volumes", "configs", "secrets")) {
            JsonObject theirs = section(reference, section);
            JsonObject own = section(ours, section);
            Set<String> names = new TreeSet<>(theirs.keySet());
            if (whole) {
                names.addAll(own.keySet());
            }
            names.forEach(name -> compare(section + "." + name, theirs.get(name), own.get(name), differences));
        }
        return differences;
    }

    private static void compare(String place, JsonElement theirs, JsonElement ours, List<String> differences) {
        String wanted = String.valueOf(theirs == null ? null : plain(theirs));
        String found = String.valueOf(ours == null ? null : plain(ours));
        if (!wanted.equals(found)) {
            differences.add(place + ": " + wanted + ", ours " + found);
        }
    }

    private static String said(JsonObject answer) {
        return answer.has("error") ? "error: " + answer.get("error").getAsString() : "no error";
    }

    private static JsonObject section(JsonObject project, String name) {
        return project.has(name) && project.get(name).isJsonObject() ? project.getAsJsonObject(name) : new JsonObject();
    }

    /** Keys sorted; {@code create_host_path} is printed by some releases only, and the empty mapping it leaves. */
    private static JsonElement plain(JsonElement json) {
        if (json.isJsonArray()) {
            JsonArray array = new JsonArray();
            json.getAsJsonArray().forEach(item -> array.add(plain(item)));
            return array;
        }
        if (!json.isJsonObject()) {
            return json;
        }
        JsonObject sorted = new JsonObject();
        for (String key : new TreeSet<>(json.getAsJsonObject().keySet())) {
            JsonElement value = plain(json.getAsJsonObject().get(key));
            boolean empty = Set.of("bind", "volume", "tmpfs", "image").contains(key)
                    && value.isJsonObject()
                    && value.getAsJsonObject().isEmpty();
            if (!empty && !key.equals("create_host_path")) {
                sorted.add(key, value);
            }
        }
        return sorted;
    }
}
