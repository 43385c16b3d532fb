package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.TreeMap;

/**
 * An effective Compose project as JSON, keys sorted, as {@code docker compose config --format json} prints it. It is
 * asked for by name, so the values of variables are in it; a dollar sign is not doubled.
 */
public final class ConfigJson {

    private ConfigJson() {}

    /** The JSON text, with a line break at its end. */
    public static String of(Mapping project) {
        return Json.text(json(project));
    }

    private static JsonElement json(Node node) {
        if (node instanceof Mapping mapping) {
            TreeMap<String, JsonElement> sorted = new TreeMap<>();
            mapping.entries().forEach(entry -> sorted.put(entry.name(), json(entry.value())));
            JsonObject object = new JsonObject();
            sorted.forEach(object::add);
            return object;
        }
        if (node instanceof Sequence sequence) {
            JsonArray array = new JsonArray();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Scalar scalar = (Scalar) node;
        return switch (scalar.type()) {
            case NULL -> JsonNull.INSTANCE;
            case BOOL -> new JsonPrimitive(scalar.bool().orElseThrow());
            case INT -> new JsonPrimitive(scalar.integer().orElseThrow());
            case FLOAT -> new JsonPrimitive(Double.valueOf(scalar.value()));
            case TIMESTAMP, STRING -> new JsonPrimitive(scalar.value());
        };
    }
}
