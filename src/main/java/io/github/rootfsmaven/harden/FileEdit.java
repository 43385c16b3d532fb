package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Written;
import io.github.rootfsmaven.yaml.WrittenReader;
import io.github.rootfsmaven.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All changes of one Compose file in one pass. */
final class FileEdit {
    private final Outline outline;
    private final List<Node> documents;
    private final Shape shape;
    private final Additions additions;
    private final Edits edits = new Edits();
    private final List<InPlace.Refused> refused = new ArrayList<>();
    private final Set<List<String>> touched = new HashSet<>();
    private final boolean values;

    FileEdit(Outline outline, List<Node> documents, List<Change> changes, boolean comments) {
        this.outline = outline;
        this.documents = documents;
        this.shape = new Shape(outline.documents());
        this.additions = new Additions(outline, comments);
        this.values =
                changes.stream().anyMatch(change -> change instanceof Change.Value || change instanceof Change.Entry);
        Map<Integer, List<Change>> services = new LinkedHashMap<>();
        List<Change.Volume> volumes = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Key key) {
                add(services, key.service().file().startOf(key.service()), key);
            } else if (change instanceof Change.Item item) {
                add(services, item.service().file().startOf(item.service()), item);
            } else if (change instanceof Change.Volume volume) {
                volumes.add(volume);
            } else if (change instanceof Change.Value value) {
                attempt(List.of(value), () -> new ValueEdit(outline, shape, additions).plan(value));
            } else if (change instanceof Change.Entry entry) {
                attempt(List.of(entry), () -> new EntryEdit(outline, shape, additions).plan(entry));
            } else {
                refuse(List.of(change), Message.of("it is no line of a Dockerfile"));
            }
        }
        Sharing sharing =
                new Sharing(outline, (pair, key) -> asks(services.get(pair.key().start()), key));
        services.forEach((start, its) -> service(start, its, sharing));
        volumes(volumes);
    }

    private static void add(Map<Integer, List<Change>> services, int start, Change change) {
        services.computeIfAbsent(start, any -> new ArrayList<>()).add(change);
    }

    private static boolean asks(List<Change> changes, String key) {
        return changes != null
                && changes.stream().anyMatch(change -> key(change).equals(key));
    }

    private static String key(Change change) {
        return change instanceof Change.Key key ? key.key() : ((Change.Item) change).list();
    }

    /** Makes edits, or says why not. */
    @FunctionalInterface
    private interface Attempt {
        Edits.Plan plan() throws NotWritable;
    }

    private boolean attempt(List<? extends Change> changes, Attempt attempt) {
        try {
            edits.add(attempt.plan());
            return true;
        } catch (NotWritable why) {
            refuse(changes, why.why());
            return false;
        }
    }

    private void refuse(List<? extends Change> changes, Message why) {
        changes.forEach(change -> refused.add(new InPlace.Refused(change, why)));
    }

    private void service(int start, List<Change> changes, Sharing sharing) {
        Optional<Written.Pair> pair = outline.pairAt(start);
        Optional<Message> why = pair.isEmpty()
                ? Optional.of(Message.of("there is no service at that place"))
                : ServiceEdit.refusal(pair.get());
        if (why.isPresent()) {
            refuse(changes, why.get());
            return;
        }
        ServiceEdit edit = new ServiceEdit(outline, shape, additions, pair.get(), effective(pair.get()));
        Map<String, List<Change>> byKey = new LinkedHashMap<>();
        changes.forEach(change ->
                byKey.computeIfAbsent(key(change), any -> new ArrayList<>()).add(change));
        List<Change> missing = new ArrayList<>();
        List<Added> keys = new ArrayList<>();
        for (Map.Entry<String, List<Change>> each : byKey.entrySet()) {
            List<Change> its = each.getValue();
            Optional<Message> shared = sharing.refusal(pair.get(), each.getKey());
            if (shared.isPresent()) {
                refuse(its, shared.get());
                continue;
            }
            Optional<Written.Pair> own = edit.own(each.getKey());
            List<Change.Item> items = its.stream()
                    .filter(Change.Item.class::isInstance)
                    .map(Change.Item.class::cast)
                    .toList();
            if (items.size() < its.size() && (own.isPresent() || its.size() > 1)) {
                refuse(
                        its,
                        own.isPresent()
                                ? Message.of("the service has {0} already", each.getKey())
                                : Message.of("it is asked for twice"));
            } else if (own.isPresent()) {
                boolean done = attempt(items, () -> {
                    Edits.Plan plan = new Edits.Plan();
                    edit.items(plan, own.get(), items);
                    return plan;
                });
                touch(done, pair.get(), each.getKey());
            } else {
                try {
                    keys.add(items.isEmpty() ? key((Change.Key) its.get(0)) : edit.list(items.get(0), items));
                    missing.addAll(its);
                } catch (NotWritable unwritable) {
                    refuse(its, unwritable.why());
                }
            }
        }
        if (!keys.isEmpty()) {
            boolean done = attempt(missing, () -> {
                Edits.Plan plan = new Edits.Plan();
                edit.keys(plan, keys);
                return plan;
            });
            keys.forEach(key -> touch(done, pair.get(), key.key()));
        }
    }

    private static Added key(Change.Key change) {
        boolean typed = ScalarType.of(change.value()) != ScalarType.STRING;
        return Added.value(
                change.key(),
                typed ? change.value() : Quoting.of(change.value(), '"', true),
                typed ? Shape.plain(change.value()) : Shape.string(change.value()),
                change.why());
    }

    private Map<String, Node> effective(Written.Pair service) {
        Map<String, Node> values = new LinkedHashMap<>();
        Optional<List<String>> path = outline.path(service.value());
        if (path.isPresent()) {
            Node node = documents.get(Integer.parseInt(path.get().get(0)));
            for (String key : path.get().subList(1, path.get().size())) {
                node = node instanceof Mapping mapping ? mapping.get(key).orElse(mapping) : node;
            }
            if (node instanceof Mapping mapping) {
                mapping.entries().forEach(entry -> values.put(entry.name(), entry.value()));
            }
        }
        return values;
    }

    private void touch(boolean done, Written.Pair service, String key) {
        outline.path(service.value()).filter(path -> done).ifPresent(path -> {
            List<String> whole = new ArrayList<>(path);
            whole.add(key);
            touched.add(whole);
        });
    }

    private void volumes(List<Change.Volume> changes) {
        VolumeEdit edit = new VolumeEdit(outline, shape, additions);
        Map<String, String> names = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !edit.isDeclared(change.name()))
                .forEach(change -> names.putIfAbsent(change.name(), change.why()));
        if (!names.isEmpty()) {
            List<VolumeEdit.Declared> declared = new ArrayList<>();
            names.forEach((name, why) -> declared.add(new VolumeEdit.Declared(name, why)));
            attempt(
                    changes.stream()
                            .filter(change -> names.containsKey(change.name()))
                            .toList(),
                    () -> edit.plan(declared));
        }
    }

    /** The text with what could be written. */
    String text() {
        return edits.apply(outline.layout().text());
    }

    List<InPlace.Refused> refused() {
        return refused;
    }

    /** Whether the file now says what was meant, and nothing else has changed. */
    boolean isAsIntended(SourceFile edited) {
        try {
            return shape.equals(new Shape(WrittenReader.read(edited))) && (values || leavesOthers(edited));
        } catch (InvalidInput broken) {
            return false;
        }
    }

    /** Whether all services have what they had, but for what was changed; a value may well be shared. */
    private boolean leavesOthers(SourceFile edited) throws InvalidInput {
        List<Node> now = YamlReader.read(edited);
        for (int i = 0; i < documents.size(); i++) {
            Map<String, Node> before = services(documents.get(i));
            Map<String, Node> after = services(now.get(i));
            for (Map.Entry<String, Node> service : before.entrySet()) {
                List<String> path = List.of(String.valueOf(i), "services", service.getKey());
                if (!others(service.getValue(), path).equals(others(after.get(service.getKey()), path))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Map<String, Object> others(Node service, List<String> path) {
        Map<String, Object> others = new LinkedHashMap<>();
        if (service instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                List<String> whole = new ArrayList<>(path);
                whole.add(entry.name());
                if (!touched.contains(whole)) {
                    others.put(entry.name(), Shape.of(entry.value()));
                }
            }
        }
        return others;
    }

    private static Map<String, Node> services(Node document) {
        Map<String, Node> services = new LinkedHashMap<>();
        if (document instanceof Mapping top) {
            top.mapping("services")
                    .ifPresent(all -> all.entries().forEach(entry -> services.put(entry.name(), entry.value())));
        }
        return services;
    }
}
