package io.github.rootfsmaven.yaml;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value as it is written: an alias stays an alias and a merge key a key. Places are indices into the file's text (in
 * UTF-16 units, as {@link String} counts).
 */
public sealed interface Written {

    /** Where it begins, its anchor and tag included; the place where a value would stand if there is none. */
    int start();

    /** Where it ends; a block collection ends with its last value. */
    int end();

    /** What stands before it. */
    Properties properties();

    /** Anchor and tag of a value. */
    record Properties(Optional<String> anchor, Optional<String> tag) {
        public Properties {
            Objects.requireNonNull(anchor);
            Objects.requireNonNull(tag);
        }
    }

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    /**
     * A single value.
     *
     * @param value its characters, after quotes and escapes
     * @param type what it means, tags of the file's own aside
     */
    record Single(int start, int end, Properties properties, String value, ScalarType type, Style style)
            implements Written {
        public Single {
            Objects.requireNonNull(properties);
            Objects.requireNonNull(value);
            Objects.requireNonNull(type);
            Objects.requireNonNull(style);
        }

        /** Whether nothing is written. */
        public boolean isEmpty() {
            return style == Style.PLAIN && value.isEmpty();
        }
    }

    /**
     * Keys with values, in order.
     *
     * @param inside the first key's first character, or what follows the brace
     */
    record Pairs(int start, int end, Properties properties, boolean flow, int inside, List<Pair> pairs)
            implements Written {
        public Pairs {
            Objects.requireNonNull(properties);
            pairs = List.copyOf(pairs);
        }

        /** The pair of a key, other than the merge key, that stands here itself. */
        public Optional<Pair> pair(String key) {
            return pairs.stream().filter(pair -> pair.isNamed(key)).findFirst();
        }
    }

    /** A key with its value. */
    record Pair(Written key, Written value) {
        public Pair {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }

        /** Whether that is the key. */
        public boolean isNamed(String name) {
            return key instanceof Single single && single.value().equals(name);
        }
    }

    /**
     * Values in order.
     *
     * @param inside the first dash, or what follows the bracket
     */
    record Items(int start, int end, Properties properties, boolean flow, int inside, List<Written> items)
            implements Written {
        public Items {
            Objects.requireNonNull(properties);
            items = List.copyOf(items);
        }
    }

    /** A value that stands at an anchor. */
    record Alias(int start, int end, String anchor) implements Written {
        public Alias {
            Objects.requireNonNull(anchor);
        }

        @Override
        public Properties properties() {
            return new Properties(Optional.empty(), Optional.empty());
        }
    }
}
