package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a program writes because of its command line; see the head of {@code programs.yaml} for what each means.
 *
 * @param images repositories of images whose command, if it begins with an option, is this program's
 */
record KnownProgram(List<String> names, List<String> images, List<Place> writes) {
    KnownProgram {
        names = List.copyOf(names);
        images = List.copyOf(images);
        writes = List.copyOf(writes);
    }

    /**
     * A place that a program writes: what one of the options names, or without them the path.
     *
     * @param part where in the option's value the path is: the first group
     * @param none values of the option that name no file
     * @param ifRun words of the command line one of which must be there
     * @param unless words or options one of which takes the write away
     * @param unlessSet variables that do
     */
    record Place(
            List<String> options,
            Optional<Pattern> part,
            List<String> none,
            Optional<String> path,
            Kind kind,
            boolean sometimes,
            boolean stops,
            Evidence evidence,
            String says,
            List<String> ifRun,
            List<String> unless,
            List<String> unlessSet,
            Optional<String> avoidedBy,
            List<String> sources) {
        Place {
            options = List.copyOf(options);
            Objects.requireNonNull(part);
            none = List.copyOf(none);
            Objects.requireNonNull(path);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(evidence);
            Objects.requireNonNull(says);
            ifRun = List.copyOf(ifRun);
            unless = List.copyOf(unless);
            unlessSet = List.copyOf(unlessSet);
            Objects.requireNonNull(avoidedBy);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A variable that names a place to write, or holds options.
     *
     * @param name its name; {@code *} stands for words with their underscore, or nothing
     * @param holds what is in it
     * @param program whose options are in it
     * @param images repositories of images that read it; without any, everybody who knows its name
     */
    record Variable(
            String name,
            Holds holds,
            Optional<String> program,
            List<String> images,
            Kind kind,
            boolean sometimes,
            boolean stops,
            Evidence evidence,
            String says,
            List<String> ifSet,
            List<String> unlessSet,
            List<String> sources) {
        Variable {
            Objects.requireNonNull(name);
            Objects.requireNonNull(holds);
            Objects.requireNonNull(program);
            images = List.copyOf(images);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(evidence);
            Objects.requireNonNull(says);
            ifSet = List.copyOf(ifSet);
            unlessSet = List.copyOf(unlessSet);
            sources = List.copyOf(sources);
        }

        /** Whether a variable is meant; a star stands for words with their underscore, or nothing. */
        static boolean isNamed(String name, String other) {
            int star = name.indexOf('*');
            if (star < 0) {
                return name.equals(other);
            }
            String end = name.substring(star + 1);
            int behind = other.length() - end.length();
            return behind >= star
                    && other.startsWith(name.substring(0, star))
                    && other.endsWith(end)
                    && (behind == star || other.charAt(behind - 1) == '_');
        }
    }

    /** What is in a variable. */
    enum Holds {
        PATH,
        JAVA,
        OPTIONS
    }
}
