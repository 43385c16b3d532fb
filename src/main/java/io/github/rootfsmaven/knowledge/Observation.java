package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was seen in one running container.
 *
 * @param subject the image, or the service where the image has no name of its own
 * @param digest the image's digest, if a registry gave it one
 * @param command what was started there, as it may be printed; empty if no file says what that is
 * @param how how it was seen, in words
 * @param places where it wrote, or wanted to
 */
public record Observation(
        Subject subject, Optional<String> digest, Optional<String> command, String how, List<Place> places) {
    public Observation {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(command);
        Objects.requireNonNull(how);
        places = List.copyOf(places);
    }

    /**
     * What it is an observation of.
     *
     * @param repository an image's name without host of Docker Hub, tag and digest; empty for a service
     * @param service a service's name; empty for an image
     */
    public record Subject(Optional<String> repository, Optional<String> service) {
        public Subject {
            Objects.requireNonNull(repository);
            Objects.requireNonNull(service);
        }

        /** An image by its name. */
        public static Subject image(String repository) {
            return new Subject(Optional.of(repository), Optional.empty());
        }

        /** A service by its name. */
        public static Subject service(String name) {
            return new Subject(Optional.empty(), Optional.of(name));
        }

        String id() {
            return repository.or(() -> service).orElseThrow();
        }
    }

    /** A path, canonical, what is kept there, and what else was seen, or no letters. */
    public record Place(String path, Kind kind, String detail) {
        public Place {
            Objects.requireNonNull(path);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(detail);
        }
    }

    /** What may be printed of all that a process starts; empty if no file says what that is. */
    public static Optional<String> command(Process process) {
        return Observed.command(process);
    }
}
