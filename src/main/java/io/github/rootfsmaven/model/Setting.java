package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a Maven plugin's configuration.
 *
 * @param name the element's name
 * @param text what stands between its tags, without blanks around it; no letters where it has only elements
 * @param children the elements in it
 */
public record Setting(String name, Located<String> text, List<Setting> children) {
    public Setting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        children = List.copyOf(children);
    }

    /** The first element below that path. */
    public Optional<Setting> at(String... path) {
        Optional<Setting> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(setting -> setting.children.stream()
                    .filter(child -> child.name.equals(step))
                    .findFirst());
        }
        return found;
    }

    /** The text of the first element below that path; empty where there is none, or nothing in it. */
    public Optional<Located<String>> text(String... path) {
        return at(path).map(Setting::text).filter(text -> !text.value().isEmpty());
    }

    /** The texts of the elements in the first element below that path, whatever they are called. */
    public List<Located<String>> texts(String... path) {
        return at(path).stream()
                .flatMap(list -> list.children.stream())
                .map(Setting::text)
                .filter(text -> !text.value().isEmpty())
                .toList();
    }

    /** The elements of the first element below that path. */
    public Stream<Setting> elements(String... path) {
        return at(path).stream().flatMap(list -> list.children.stream());
    }
}
