package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rules.input.ExpiredIgnore;
import io.github.rootfsmaven.rules.input.IgnoreWithoutReason;
import io.github.rootfsmaven.rules.input.UnusedIgnore;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ignores of one check: which findings they take out, and what is wrong with them. */
final class Ignores {
    private final Suppressions wishes;
    private final Collection<String> known;
    private final List<Ignore> all;
    private final Map<Ignore, Set<String>> used = new HashMap<>();

    private Ignores(Suppressions wishes, Collection<String> known, List<Ignore> all) {
        this.wishes = wishes;
        this.known = known;
        this.all = all;
        all.forEach(ignore -> used.put(ignore, new HashSet<>()));
    }

    /**
     * The ignores of the POM and of the files.
     *
     * @param known the ids of all rules
     * @param found everything that is said, whether or not something graver is told instead: what an ignore is about is
     *     there
     */
    static Ignores of(Suppressions wishes, Collection<String> known, Project project, List<Finding> found) {
        List<Ignore> ignores = new ArrayList<>();
        if (wishes.comments()) {
            Set<Path> dockerfiles = project.containers().stream()
                    .map(Container::image)
                    .flatMap(image -> image.dockerfile().stream())
                    .map(SourceFile::path)
                    .collect(Collectors.toSet());
            files(project, found)
                    .forEach((path, file) -> ignores.addAll(IgnoreComment.in(file, dockerfiles.contains(path))));
        }
        ignores.addAll(wishes.ignores());
        Ignores all = new Ignores(wishes, known, ignores);
        found.forEach(finding -> ignores.stream()
                .filter(ignore -> ignore.covers(finding) && isSuppressible(finding.rule()))
                .forEach(ignore -> all.used.get(ignore).add(finding.rule())));
        return all;
    }

    /** The files in which ignores may stand: all that were read, and those that findings point to. */
    private static Map<Path, SourceFile> files(Project project, List<Finding> found) {
        Map<Path, SourceFile> files = new TreeMap<>();
        Stream.concat(
                        project.containers().stream()
                                .map(container -> container.place().file()),
                        found.stream().map(finding -> finding.span().file()))
                .forEach(file -> files.putIfAbsent(file.path(), file));
        project.containers().stream()
                .map(Container::image)
                .map(Image::dockerfile)
                .flatMap(Optional::stream)
                .forEach(file -> files.putIfAbsent(file.path(), file));
        for (Path path : project.read()) {
            try {
                if (!files.containsKey(path)) {
                    files.put(path, SourceFile.read(path));
                }
            } catch (IOException | InvalidInput unreadable) {
                // the loader has told that
            }
        }
        return files;
    }

    /** What could not be read, and what is said of ignores, is always told. */
    static boolean isSuppressible(String rule) {
        return !Policy.NEVER_OFF.contains(rule) && !Policy.ON_IGNORES.contains(rule);
    }

    /** Why a finding does not count, if one of these takes it out. */
    Optional<Suppression> suppression(Finding finding) {
        return all.stream()
                .filter(ignore -> isEffective(ignore) && isSuppressible(finding.rule()) && ignore.covers(finding))
                .findFirst()
                .map(Ignore::suppression);
    }

    private boolean isEffective(Ignore ignore) {
        return ignore.mistake().isEmpty() && !lacksReason(ignore) && !isOver(ignore);
    }

    private boolean lacksReason(Ignore ignore) {
        return wishes.requireReason() && ignore.reason().isEmpty();
    }

    private boolean isOver(Ignore ignore) {
        return ignore.until().filter(day -> day.isBefore(wishes.today())).isPresent();
    }

    /** What is wrong with the ignores themselves. */
    List<Finding> complaints() {
        return all.stream().flatMap(this::complaints).toList();
    }

    private Stream<Finding> complaints(Ignore ignore) {
        UnusedIgnore unused = new UnusedIgnore();
        String subject = String.join(", ", ignore.rules());
        if (ignore.mistake().isPresent()) {
            return Stream.of(unused.at(ignore.place(), subject, ignore.mistake().get()));
        }
        List<Finding> complaints = new ArrayList<>();
        List<String> idle = ignore.rules().stream()
                .filter(id -> !used.get(ignore).contains(id))
                .toList();
        for (String id : idle) {
            why(ignore, id).map(why -> unused.at(ignore.place(), id, why)).ifPresent(complaints::add);
        }
        boolean alive = idle.size() < ignore.rules().size();
        if (lacksReason(ignore) && (alive || !ignore.inherited())) {
            complaints.add(new IgnoreWithoutReason().at(ignore.place(), subject));
        } else if (isOver(ignore) && alive) {
            complaints.add(new ExpiredIgnore()
                    .at(ignore.place(), subject, ignore.until().orElseThrow().toString()));
        }
        return complaints.stream();
    }

    /** Why an ignore is idle for a rule; nothing if it need not be told. */
    private Optional<Message> why(Ignore ignore, String id) {
        if (!known.contains(id)) {
            return Optional.of(Spelling.nearest(id, known)
                    .map(other -> Message.of("There is no rule '{0}'. Did you mean '{1}'?", id, other))
                    .orElse(Message.of("There is no rule '{0}'.", id)));
        }
        if (Policy.NEVER_OFF.contains(id)) {
            return Optional.of(Message.of("{0} cannot be ignored: what was not read is not known.", id));
        }
        if (Policy.ON_IGNORES.contains(id)) {
            return Optional.of(Message.of("{0} cannot be ignored, for it is about ignores.", id));
        }
        return ignore.inherited()
                ? Optional.empty()
                : Optional.of(Message.of("There is no {0} here that this could ignore.", id));
    }
}
