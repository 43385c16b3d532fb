package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all files of one load share: which were read, and what could not be. */
final class Reading {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final Map<Path, SourceFile> sources = new HashMap<>();
    private final Map<Path, List<Node>> documents = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();
    private final Unset unset;
    private final Provenance provenance = new Provenance();
    private boolean complete = true;

    Reading(Unset unset) {
        this.unset = unset;
    }

    /** What a variable without a value means. */
    Unset unset() {
        return unset;
    }

    /** How the services' values come together. */
    Provenance provenance() {
        return provenance;
    }

    /** A file's text. */
    SourceFile source(Path path) throws InvalidInput {
        try {
            SourceFile file = sources.get(path);
            if (file == null) {
                file = SourceFile.read(path);
                sources.put(path, file);
                files.add(path);
            }
            return file;
        } catch (IOException unreadable) {
            Span start = SourceFile.of(path, "").start();
            throw new InvalidInput(start, Message.of("the file cannot be read: {0}", SourceFile.whyUnreadable(path)));
        }
    }

    /** The path that a file names, seen from a directory. */
    static Path path(Path directory, Scalar named) throws InvalidInput {
        try {
            return directory.resolve(named.value()).normalize();
        } catch (InvalidPathException impossible) {
            throw new InvalidInput(named.span(), Message.of("no file can be called so on this machine"));
        }
    }

    /** A file that another one names; if it cannot be read, that is said where it is named. */
    SourceFile source(Path path, Span named) throws InvalidInput {
        if (!Files.isRegularFile(path)) {
            throw new InvalidInput(
                    named, Message.of("the file named here cannot be read: {0}", SourceFile.whyUnreadable(path)));
        }
        return source(path);
    }

    /** The documents of a file, in whose mappings all keys are strings; each file is read once. */
    List<Node> documents(SourceFile file) throws InvalidInput {
        List<Node> known = documents.get(file.path());
        if (known != null) {
            return known;
        }
        List<Node> read = YamlReader.read(file);
        for (Node document : read) {
            checkStringKeys(document, TreePath.TOP);
        }
        documents.put(file.path(), read);
        return read;
    }

    private static void checkStringKeys(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                checkStringKeys(item, path.next(TreePath.ITEM));
            }
        } else if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                if (!entry.key().isString()) {
                    throw new InvalidInput(
                            entry.key().span(),
                            Message.of(
                                    "non-string key {0}: {1}",
                                    path.isTop() ? Message.of("at the top") : Message.of("in {0}", path), entry.name()),
                            Message.of("Put it in quotes."));
                }
                checkStringKeys(entry.value(), path.next(entry.name()));
            }
        }
    }

    /** Something was not read; services may be missing. */
    void missed(Problem problem) {
        complete = false;
        problems.add(problem);
    }

    /** The base of a service was not read. */
    void missedBase(String service, Problem problem) {
        incomplete.add(service);
        problems.add(problem);
    }

    /** A service takes over from one whose base was not read. */
    void inheritsIncomplete(String service) {
        incomplete.add(service);
    }

    boolean isIncomplete(String service) {
        return incomplete.contains(service);
    }

    Set<String> incomplete() {
        return incomplete;
    }

    /** Whether every file was read that may define something. */
    boolean complete() {
        return complete;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Path> files() {
        return files;
    }
}
