package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Values by key, in the file's order; what a merge key brings comes last. */
public final class Mapping implements Node {
    private final Map<String, Entry> entries;
    private final Map<String, Entry> covered;
    private final Optional<String> tag;
    private final Span span;

    private Mapping(Map<String, Entry> entries, Map<String, Entry> covered, Optional<String> tag, Span span) {
        this.entries = entries;
        this.covered = covered;
        this.tag = Objects.requireNonNull(tag);
        this.span = Objects.requireNonNull(span);
    }

    /** A key with its place, and its value. */
    public record Entry(Scalar key, Node value) {
        public Entry {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }

        /** The key's characters. */
        public String name() {
            return key.text().value();
        }

        /** The same key with another value. */
        public Entry with(Node other) {
            return new Entry(key, other);
        }

        /** From the key to the end of the value. */
        public Span span() {
            return key.span().file() == value.span().file() && key.span().compareTo(value.span()) < 0
                    ? key.span().to(value.span())
                    : key.span();
        }
    }

    /** A mapping of these entries; of several with one key the last counts, at the place of the first. */
    public static Mapping of(Collection<Entry> entries, Optional<String> tag, Span span) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        return new Mapping(byName, Map.of(), tag, span);
    }

    /** The same, knowing the entries of merged mappings that tagged entries of its own stand in front of. */
    Mapping covering(Map<String, Entry> merged) {
        return new Mapping(entries, merged, tag, span);
    }

    /** What a merge key would bring if the tagged entry of that key were not there. */
    public Optional<Entry> covered(String key) {
        return Optional.ofNullable(covered.get(key));
    }

    /** The same place and tag with other entries. */
    public Mapping with(Collection<Entry> others) {
        return of(others, tag, span);
    }

    /** The same with one entry added or replaced. */
    public Mapping with(Entry entry) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.put(entry.name(), entry);
        return new Mapping(changed, covered, tag, span);
    }

    /** The same without a key. */
    public Mapping without(String key) {
        if (!entries.containsKey(key)) {
            return this;
        }
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.remove(key);
        return new Mapping(changed, covered, tag, span);
    }

    /** Another value for an entry's, or the same. */
    @FunctionalInterface
    public interface Change {
        /** The value to put in place of the entry's. */
        Node of(Entry entry) throws InvalidInput;
    }

    /** The mapping with every value changed; itself if no value is another one. */
    public Mapping mapped(Change change) throws InvalidInput {
        Map<String, Entry> changed = null;
        for (Entry entry : entries.values()) {
            Node value = change.of(entry);
            if (value != entry.value()) {
                changed = changed == null ? new LinkedHashMap<>(entries) : changed;
                changed.put(entry.name(), entry.with(value));
            }
        }
        return changed == null ? this : new Mapping(changed, covered, tag, span);
    }

    /** Keys and values in order. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /** The keys in order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The value of a key. */
    public Optional<Node> get(String key) {
        return entry(key).map(Entry::value);
    }

    /** The value of a key, if it is a mapping. */
    public Optional<Mapping> mapping(String key) {
        return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** The value of a key, if it is a list. */
    public Optional<Sequence> sequence(String key) {
        return get(key).filter(Sequence.class::isInstance).map(Sequence.class::cast);
    }

    /** The value of a key, if it is a scalar other than null. */
    public Optional<Scalar> scalar(String key) {
        return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast).filter(value -> !value.isNull());
    }

    /**
     * The value of a key that must not have several; empty if there is none or null.
     *
     * @throws InvalidInput if it is a list or a mapping
     */
    public Optional<Scalar> single(String key) throws InvalidInput {
        Optional<Node> value = get(key);
        if (value.isPresent() && !(value.get() instanceof Scalar)) {
            throw new InvalidInput(value.get().span(), Message.of("{0} must be a single value", key));
        }
        return scalar(key);
    }

    @Override
    public Optional<String> tag() {
        return tag;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public String typeName() {
        return "object";
    }
}
