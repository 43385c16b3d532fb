package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;

/** What is to be different about a service, whatever file that is written into. */
public sealed interface Intention {

    /** Why, in a few words that fit behind a {@code #}; no letters if it needs no reason. */
    String why();

    /** The root filesystem becomes read-only. */
    record CloseRoot(String why) implements Intention {
        public CloseRoot {
            Objects.requireNonNull(why);
        }
    }

    /** A tmpfs where there is no mount. */
    record AddTmpfs(Tmpfs tmpfs, String why) implements Intention {
        public AddTmpfs {
            Objects.requireNonNull(tmpfs);
            Objects.requireNonNull(why);
        }
    }

    /** A named volume where there is no mount. */
    record AddVolume(String name, String path, String why) implements Intention {
        public AddVolume {
            Objects.requireNonNull(name);
            Objects.requireNonNull(path);
            Objects.requireNonNull(why);
        }
    }

    /**
     * Another text for a mount in the short syntax.
     *
     * @param text all of it, without quotes
     */
    record ChangeMount(Mount mount, String text, String why) implements Intention {
        public ChangeMount {
            Objects.requireNonNull(mount);
            Objects.requireNonNull(text);
            Objects.requireNonNull(why);
        }
    }

    /** A bind in the long syntax that becomes read-only. */
    record CloseMount(Mount mount, String why) implements Intention {
        public CloseMount {
            Objects.requireNonNull(mount);
            Objects.requireNonNull(why);
        }
    }

    /** A name that a mount of this service uses must be declared. */
    record DeclareVolume(String name) implements Intention {
        public DeclareVolume {
            Objects.requireNonNull(name);
        }

        @Override
        public String why() {
            return "";
        }
    }

    /** A line for the image's Dockerfile, behind that place. */
    record AddLine(Span after, String text, String why) implements Intention {
        public AddLine {
            Objects.requireNonNull(after);
            Objects.requireNonNull(text);
            Objects.requireNonNull(why);
        }
    }
}
