package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes settings of YAML documents: keys below each other are joined by dots, items have their number. */
final class YamlSettings {
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private YamlSettings() {}

    /** The documents in order; none for a file that is no YAML. */
    static List<Map<String, Setting>> read(SourceFile file) {
        try {
            return YamlReader.read(file).stream().map(YamlSettings::of).toList();
        } catch (InvalidInput broken) {
            return List.of();
        }
    }

    private static Map<String, Setting> of(Node document) {
        YamlSettings all = new YamlSettings();
        all.add("", document);
        return all.settings;
    }

    private void add(String key, Node node) {
        if (node instanceof Mapping mapping) {
            String prefix = key.isEmpty() ? "" : key + ".";
            mapping.entries().forEach(entry -> add(prefix + entry.name(), entry.value()));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                add(key + "[" + i + "]", sequence.items().get(i));
            }
        } else if (node instanceof Scalar scalar && !scalar.isNull()) {
            settings.put(key, new Setting(key, scalar.text(), scalar.span()));
        }
    }
}
