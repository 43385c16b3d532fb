package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;

/** One change of a file, as an intention; how it is written is for the mode to say. */
public sealed interface Change {

    /** Why, in a few words that fit behind a {@code #}; no letters if it needs no reason. */
    String why();

    /** The file that changes. */
    SourceFile file();

    /**
     * Sets a key of a service that the service itself does not have.
     *
     * @param service the service's key, in the file to change
     */
    record Key(Span service, String key, String value, String why) implements Change {
        public Key {
            Objects.requireNonNull(service);
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
            Objects.requireNonNull(why);
        }

        @Override
        public SourceFile file() {
            return service.file();
        }
    }

    /**
     * Adds an item to a list of a service, which may not have the list yet.
     *
     * @param service the service's key, in the file to change
     * @param list {@code tmpfs} or {@code volumes}
     * @param item in the short syntax, without quotes
     */
    record Item(Span service, String list, String item, String why) implements Change {
        public Item {
            Objects.requireNonNull(service);
            Objects.requireNonNull(list);
            Objects.requireNonNull(item);
            Objects.requireNonNull(why);
        }

        @Override
        public SourceFile file() {
            return service.file();
        }
    }

    /**
     * Replaces a value.
     *
     * @param value the value as it stands there, with its quotes if it has any
     * @param text what it becomes, without quotes
     */
    record Value(Span value, String text, String why) implements Change {
        public Value {
            Objects.requireNonNull(value);
            Objects.requireNonNull(text);
            Objects.requireNonNull(why);
        }

        @Override
        public SourceFile file() {
            return value.file();
        }
    }

    /**
     * Sets a key of a mapping, whether it has it or not.
     *
     * @param mapping where the mapping stands
     */
    record Entry(Span mapping, String key, String value, String why) implements Change {
        public Entry {
            Objects.requireNonNull(mapping);
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
            Objects.requireNonNull(why);
        }

        @Override
        public SourceFile file() {
            return mapping.file();
        }
    }

    /** Declares a named volume under the top-level {@code volumes}, if it is not declared there. */
    record Volume(SourceFile file, String name, String why) implements Change {
        public Volume {
            Objects.requireNonNull(file);
            Objects.requireNonNull(name);
            Objects.requireNonNull(why);
        }
    }

    /**
     * Adds a line to a Dockerfile.
     *
     * @param after the instruction behind which it goes
     */
    record Line(Span after, String text, String why) implements Change {
        public Line {
            Objects.requireNonNull(after);
            Objects.requireNonNull(text);
            Objects.requireNonNull(why);
        }

        @Override
        public SourceFile file() {
            return after.file();
        }
    }
}
