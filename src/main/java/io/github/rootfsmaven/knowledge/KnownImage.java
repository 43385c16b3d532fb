package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.Located;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of one image; see {@code docs/knowledge.md} for what each key means.
 *
 * @param id its name in sentences
 * @param services the services in which something was observed, where the image has no name of its own
 * @param command what was started there, as it may be printed
 */
record KnownImage(
        String id,
        List<String> names,
        List<String> packages,
        List<String> programs,
        List<String> services,
        Optional<String> command,
        Optional<String> digest,
        Optional<String> from,
        Optional<String> before,
        List<String> volumes,
        List<String> sources,
        List<Library> libraries,
        List<Place> writes) {
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d+(?:\\.\\d+)*+).*");

    KnownImage {
        Objects.requireNonNull(id);
        names = List.copyOf(names);
        packages = List.copyOf(packages);
        programs = List.copyOf(programs);
        services = List.copyOf(services);
        Objects.requireNonNull(command);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(from);
        Objects.requireNonNull(before);
        volumes = List.copyOf(volumes);
        sources = List.copyOf(sources);
        libraries = List.copyOf(libraries);
        writes = List.copyOf(writes);
    }

    /**
     * A library that unpacks machine code when the image's program runs.
     *
     * @param id the one in {@code libraries.yaml}
     */
    record Library(String id, Evidence evidence, String source) {
        Library {
            Objects.requireNonNull(id);
            Objects.requireNonNull(evidence);
            Objects.requireNonNull(source);
        }
    }

    /** How much a write is needed. */
    enum Needed {
        /** The start or the normal work fails without it. */
        ALWAYS,
        /** It hangs on something. */
        SOMETIMES,
        /** The image lives without it. */
        TOLERATED
    }

    /**
     * A place that the image writes. The conditions are alternatives; without any it is written in any case.
     *
     * @param source where that was read; empty for what is inferred
     * @param movedBy the variable that names another place
     * @param onlyRoot whether another user than root does not write there
     * @param ifSet variables
     * @param ifRun programs
     * @param ifMounted paths
     * @param unsureIfMounted configuration files of the user's own that may name another place
     */
    record Place(
            String path,
            Kind kind,
            Needed needed,
            Evidence evidence,
            String source,
            String detail,
            Optional<String> movedBy,
            boolean onlyRoot,
            List<String> ifSet,
            List<String> ifRun,
            List<String> ifMounted,
            List<String> unsureIfMounted) {
        Place {
            Objects.requireNonNull(path);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(needed);
            Objects.requireNonNull(evidence);
            Objects.requireNonNull(source);
            Objects.requireNonNull(detail);
            Objects.requireNonNull(movedBy);
            ifSet = List.copyOf(ifSet);
            ifRun = List.copyOf(ifRun);
            ifMounted = List.copyOf(ifMounted);
            unsureIfMounted = List.copyOf(unsureIfMounted);
        }
    }

    /** How well a reference fits: a name in full before a pattern, a pattern of the tag before none; empty if not. */
    Optional<Integer> fit(ImageName name) {
        return names.stream()
                .filter(pattern -> matches(pattern, name))
                .map(pattern -> pattern.contains(":") ? 2 : pattern.contains("*") ? 0 : 1)
                .max(Integer::compare)
                .filter(fit -> isOfVersion(name));
    }

    /**
     * Whether a command, if there is one, starts the image's own program: options for it, or {@code nginx}, {@code mysqld},
     * {@code redis-server}; not {@code redis-cli} or a shell.
     */
    boolean isStartedBy(Process process) {
        return process.command()
                .flatMap(command -> command.words().stream().findFirst())
                .map(word -> Paths.name(word.strip().split("\\s+", 2)[0]))
                .filter(word -> !word.startsWith("-") && itsPrograms().noneMatch(word::equals))
                .isEmpty();
    }

    /** The word that starts one of the programs, and whether it is the first one: what follows a wrapper may be a word. */
    Optional<Located<Boolean>> start(Process process) {
        return process.commands().flatMap(command -> start(command).stream()).findFirst();
    }

    private Optional<Located<Boolean>> start(Command command) {
        List<String> words = command.words().stream()
                .flatMap(line -> Stream.of(line.split("[\\s;&|]+")))
                .filter(word -> !word.isEmpty() && !word.equals("exec"))
                .map(Paths::name)
                .toList();
        return words.stream()
                .filter(programs::contains)
                .findFirst()
                .map(program -> Located.literal(words.indexOf(program) == 0, command.span()));
    }

    private Stream<String> itsPrograms() {
        Stream<String> called = names.stream()
                .map(name -> Paths.name(name.split(":", 2)[0]))
                .flatMap(name -> Stream.of(name, name + "d", name + "-server", name + "-foreground"));
        return Stream.concat(programs.stream(), called);
    }

    /** Whether something was seen in a container of the very image. */
    boolean isVery(ImageName name) {
        return digest.isPresent() && digest.equals(name.digest());
    }

    /** Whether it is certain that this holds for the version. */
    boolean isCertainOf(ImageName name) {
        return from.isEmpty() && before.isEmpty() || version(name).isPresent() || isLatest(name);
    }

    private boolean isOfVersion(ImageName name) {
        if (isLatest(name)) {
            return before.isEmpty();
        }
        Optional<String> version = version(name);
        return version.isEmpty()
                || from.filter(first -> compare(version.get(), first) < 0).isEmpty()
                        && before.filter(end -> compare(version.get(), end) >= 0)
                                .isEmpty();
    }

    private static boolean isLatest(ImageName name) {
        return name.tag().filter("latest"::equals).isPresent();
    }

    private static Optional<String> version(ImageName name) {
        return name.tag().map(NUMBERS::matcher).filter(Matcher::matches).map(numbers -> numbers.group(1));
    }

    private static int compare(String first, String second) {
        String[] left = first.split("\\.");
        String[] right = second.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = new BigInteger(left[i]).compareTo(new BigInteger(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Whether a name or a pattern of an entry is that of an image. */
    static boolean matches(String pattern, ImageName name) {
        String repository = repository(pattern);
        boolean same = fits(repository, name.repository())
                || name.behindUnknown().filter(known -> fits(repository, known)).isPresent();
        return same
                && (repository.length() == pattern.length()
                        || fits(
                                pattern.substring(repository.length() + 1),
                                name.tag().orElse("")));
    }

    /** A name or a pattern of an entry without its tag. */
    static String repository(String pattern) {
        int colon = pattern.indexOf(':');
        return colon < 0 ? pattern : pattern.substring(0, colon);
    }

    /** Whether a text is of a pattern, in which a star stands for anything but a slash. */
    static boolean fits(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String behind = pattern.substring(star + 1);
        int slash = text.indexOf('/', star);
        int last = slash < 0 ? text.length() : slash;
        for (int end = star; end <= last; end++) {
            if (fits(behind, text.substring(end))) {
                return true;
            }
        }
        return false;
    }
}
