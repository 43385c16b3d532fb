package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What configures a program, in layers of which the first that has a key wins. Keys are compared as Spring Boot's relaxed
 * binding does (its reference, "Relaxed Binding"): case, dashes and underscores do not matter, and
 * {@code LOGGING_FILE_NAME} is {@code logging.file.name}.
 */
final class Settings {
    /** Deeper than anybody nests placeholders; a placeholder can refer to itself. */
    private static final int DEEPEST = 10;

    private static final int LONGEST = 4096;

    /** More than anybody has in one value, with all that they stand for. */
    private static final int MOST = 500;

    private final Launch launch;
    private final List<Map<String, Setting>> layers = new ArrayList<>();
    private int replaced;

    /** What the command line and the environment set; variables are looked at last of these. */
    Settings(Launch launch, boolean arguments) {
        this.launch = launch;
        if (arguments) {
            add(launch.arguments());
        }
        add(launch.properties());
        add(variables(launch));
    }

    /** Goes behind the layers that are there. */
    void add(Map<String, Setting> layer) {
        Map<String, Setting> byKey = new HashMap<>();
        layer.forEach((key, setting) -> byKey.put(familiar(key), setting));
        layers.add(byKey);
    }

    private static Map<String, Setting> variables(Launch launch) {
        Map<String, Setting> variables = new HashMap<>();
        launch.environment().forEach((name, setting) -> variables.put(name.replace('_', '.'), setting));
        return variables;
    }

    private static String familiar(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** The value of a key with its placeholders replaced, as far as they are known. */
    Optional<Setting> get(String key) {
        return raw(key).map(setting -> setting.with(resolve(setting.value())));
    }

    private Optional<Setting> raw(String key) {
        String familiar = familiar(key);
        return layers.stream()
                .map(layer -> layer.get(familiar))
                .filter(setting -> setting != null)
                .findFirst();
    }

    /** The parts between the commas of a value, or the items of a list. */
    List<String> list(String key) {
        List<String> all = new ArrayList<>();
        get(key).ifPresent(setting -> all.addAll(List.of(setting.value().value().split("\\s*,\\s*"))));
        for (int i = 0; get(key + "[" + i + "]").isPresent(); i++) {
            all.add(get(key + "[" + i + "]").orElseThrow().value().value());
        }
        return all.stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    boolean isTrue(String key) {
        return get(key).filter(Setting::isTrue).isPresent();
    }

    /** What stands between two parts of keys, such as the names of data sources; lower case. */
    List<String> between(String before, String after) {
        TreeSet<String> names = new TreeSet<>();
        String start = familiar(before);
        String end = familiar(after);
        layers.forEach(layer -> layer.keySet().stream()
                .filter(key ->
                        key.startsWith(start) && key.endsWith(end) && key.length() > start.length() + end.length())
                .map(key -> key.substring(start.length(), key.length() - end.length()))
                .filter(name -> name.indexOf('.') < 0)
                .forEach(names::add));
        return List.copyOf(names);
    }

    /** Placeholders {@code ${key:default}} replaced; one that is not known is unresolved. */
    private Text resolve(Text text) {
        replaced = 0;
        return resolve(text, 0);
    }

    private Text resolve(Text text, int depth) {
        String value = text.value();
        if (value.length() > LONGEST || depth > DEEPEST || replaced > MOST) {
            return Text.unresolved("", text.shown());
        }
        int start = value.indexOf("${");
        int end = start < 0 ? -1 : closing(value, start + 2);
        if (end < 0) {
            return text;
        }
        Text expression = text.substring(start + 2, end);
        return Text.join(List.of(
                text.substring(0, start), placeholder(expression, depth), resolve(text.substring(end + 1), depth)));
    }

    private Text placeholder(Text expression, int depth) {
        replaced++;
        Text resolved = expression.value().startsWith("${") ? resolve(expression, depth + 1) : expression;
        int colon = resolved.value().indexOf(':');
        String key = colon < 0 ? resolved.value() : resolved.value().substring(0, colon);
        return Optional.ofNullable(launch.environment().get(key)) // by its very name, too
                .or(() -> raw(key))
                .map(setting -> resolve(setting.value(), depth + 1))
                .or(() -> launch.standard(key))
                .or(() -> colon < 0 ? Optional.empty() : Optional.of(resolve(resolved.substring(colon + 1), depth + 1)))
                .orElseGet(() -> Text.unresolved(key, "${" + expression.shown() + "}"));
    }

    /** The brace that closes a placeholder whose content begins at an index; -1 if none does. */
    static int closing(String value, int from) {
        int open = 1;
        for (int i = from; i < value.length(); i++) {
            if (value.startsWith("${", i)) {
                open++;
            } else if (value.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
