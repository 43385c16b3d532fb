package io.github.rootfsmaven.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a Compose file may use. Their values never leave the loader but as interpolated text. */
final class Variables {
    private final Map<String, String> values;
    private final Map<String, String> properties;

    private Variables(Map<String, String> values, Map<String, String> properties) {
        this.values = values;
        this.properties = properties;
    }

    static Variables of(Map<String, String> values) {
        return new Variables(new HashMap<>(values), Map.of());
    }

    /** The same with properties that Maven replaces before Compose sees a file; none if it replaces nothing. */
    Variables withProperties(Map<String, String> mavens) {
        return new Variables(values, mavens);
    }

    Map<String, String> properties() {
        return properties;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These, and the others where these have no value of that name. */
    Variables or(Map<String, String> others) {
        Map<String, String> both = new HashMap<>(others);
        both.putAll(values);
        return new Variables(both, properties);
    }

    /** These with one set. */
    Variables with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Variables(more, properties);
    }

    Map<String, String> asMap() {
        return Map.copyOf(values);
    }
}
