package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.project.Scopes;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Spelling;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What several projects have in common: a YAML file whose keys are parameters of {@code check}. What the POM or the command
 * line says wins over it.
 *
 * @param failOn the least severity that fails the build
 * @param rules severities by rule id
 * @param rulesAsOf the version whose rules are known
 * @param capScopes whether findings of development and test are notes at most
 * @param requireReason whether an ignore needs a reason
 * @param scopes what files, profiles and services are for
 */
public record PolicyFile(
        Optional<String> failOn,
        Map<String, String> rules,
        Optional<String> rulesAsOf,
        Optional<Boolean> capScopes,
        Optional<Boolean> requireReason,
        Map<Scope, Scopes.Patterns> scopes) {

    private static final List<String> KEYS =
            List.of("failOn", "rules", "rulesAsOf", "capScopes", "requireReason", "scopes");
    private static final List<String> PATTERNS = List.of("files", "profiles", "services");

    public PolicyFile {
        Objects.requireNonNull(failOn);
        rules = Map.copyOf(rules);
        Objects.requireNonNull(rulesAsOf);
        Objects.requireNonNull(capScopes);
        Objects.requireNonNull(requireReason);
        scopes = Map.copyOf(scopes);
    }

    /** A policy that says nothing. */
    public static PolicyFile none() {
        return new PolicyFile(
                Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * Reads a policy.
     *
     * @param known the ids of all rules
     * @param plugin this version of the plugin
     * @throws InvalidInput at what cannot be followed, with the nearest word that can
     */
    public static PolicyFile read(SourceFile file, Collection<String> known, String plugin) throws InvalidInput {
        List<Node> documents = YamlReader.read(file);
        if (documents.size() != 1) {
            throw new InvalidInput(file.start(), Message.of("a policy is one YAML document"));
        }
        Mapping top = mapping(documents.get(0), KEYS, Message.of("a policy"));
        PolicyFile policy = new PolicyFile(
                text(top, "failOn"),
                rules(top, known),
                text(top, "rulesAsOf"),
                bool(top, "capScopes"),
                bool(top, "requireReason"),
                scopes(top));
        // the words are those of the parameters, and so is what is said of wrong ones
        check(top, "failOn", () -> Policy.of(policy.failOn.orElse("error"), Map.of(), List.of(), known));
        check(top, "rulesAsOf", () -> PinnedCatalogue.newer(policy.rulesAsOf.orElse(plugin), plugin, List.of()));
        return policy;
    }

    private interface Words {
        Object read() throws BadParameter;
    }

    private static void check(Mapping top, String key, Words words) throws InvalidInput {
        Optional<Node> value = top.get(key);
        if (value.isPresent()) {
            refused(value.get().span(), words);
        }
    }

    private static void refused(Span place, Words words) throws InvalidInput {
        try {
            words.read();
        } catch (BadParameter wrong) {
            throw new InvalidInput(place, Message.verbatim(wrong.reason()));
        }
    }

    private static Map<String, String> rules(Mapping top, Collection<String> known) throws InvalidInput {
        Map<String, String> rules = new TreeMap<>();
        Optional<Node> value = top.get("rules");
        if (value.isEmpty()) {
            return rules;
        }
        if (!(value.get() instanceof Mapping severities)) {
            throw new InvalidInput(value.get().span(), Message.of("rules must be a mapping of rules to severities"));
        }
        for (Mapping.Entry entry : severities.entries()) {
            // YAML 1.2 has no boolean 'off'; a reader of 1.1 would see one
            String severity = entry.value() instanceof Scalar scalar ? scalar.value() : "";
            refused(entry.key().span(), () -> Policy.of("error", Map.of(entry.name(), severity), List.of(), known));
            rules.put(entry.name(), severity);
        }
        return rules;
    }

    private static Map<Scope, Scopes.Patterns> scopes(Mapping top) throws InvalidInput {
        Map<Scope, Scopes.Patterns> scopes = new EnumMap<>(Scope.class);
        Optional<Node> value = top.get("scopes");
        if (value.isPresent()) {
            List<String> words = Arrays.stream(Scope.values()).map(Scope::word).toList();
            Mapping named = mapping(value.get(), words, Message.verbatim("scopes"));
            for (Scope scope : Scope.values()) {
                Optional<Node> patterns = named.get(scope.word());
                if (patterns.isPresent()) {
                    Mapping of = mapping(patterns.get(), PATTERNS, Message.of("a scope"));
                    scopes.put(
                            scope,
                            new Scopes.Patterns(texts(of, "files"), texts(of, "profiles"), texts(of, "services")));
                }
            }
        }
        return scopes;
    }

    private static Mapping mapping(Node node, List<String> keys, Message what) throws InvalidInput {
        if (!(node instanceof Mapping mapping)) {
            throw new InvalidInput(node.span(), Message.of("must be a mapping"));
        }
        for (Mapping.Entry entry : mapping.entries()) {
            if (!keys.contains(entry.name())) {
                Message hint = Spelling.nearest(entry.name(), keys)
                        .map(other -> Message.of("Did you mean '{0}'?", other))
                        .orElse(Message.of("There are {0}.", String.join(", ", keys)));
                throw new InvalidInput(
                        entry.key().span(), Message.of("'{0}' is no key of {1}", entry.name(), what), hint);
            }
        }
        return mapping;
    }

    private static Optional<String> text(Mapping mapping, String key) throws InvalidInput {
        Optional<Node> value = mapping.get(key);
        if (value.isPresent() && !(value.get() instanceof Scalar)) {
            throw new InvalidInput(value.get().span(), Message.of("{0} must be a word", key));
        }
        return value.map(node -> ((Scalar) node).value());
    }

    private static Optional<Boolean> bool(Mapping mapping, String key) throws InvalidInput {
        Optional<Boolean> bool = mapping.scalar(key).flatMap(Scalar::bool);
        Optional<Node> value = mapping.get(key);
        if (value.isPresent() && bool.isEmpty()) {
            throw new InvalidInput(value.get().span(), Message.of("{0} must be true or false", key));
        }
        return bool;
    }

    private static List<String> texts(Mapping mapping, String key) throws InvalidInput {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Sequence items)) {
            throw new InvalidInput(value.get().span(), Message.of("{0} must be a list", key));
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items.items()) {
            if (!(item instanceof Scalar scalar)) {
                throw new InvalidInput(item.span(), Message.of("{0} must be a list of patterns", key));
            }
            texts.add(scalar.value());
        }
        return texts;
    }
}
