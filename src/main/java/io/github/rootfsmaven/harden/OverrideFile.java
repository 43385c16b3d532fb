package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.harden.Intention.AddTmpfs;
import io.github.rootfsmaven.harden.Intention.AddVolume;
import io.github.rootfsmaven.harden.Intention.ChangeMount;
import io.github.rootfsmaven.harden.Intention.CloseMount;
import io.github.rootfsmaven.harden.Intention.CloseRoot;
import io.github.rootfsmaven.harden.Intention.DeclareVolume;
import io.github.rootfsmaven.model.Mount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plans as a Compose file of their own, to be loaded after the others: it has only what is added or replaced. Docker
 * Compose merges {@code volumes} by target, appends to {@code tmpfs}, and takes two items of that for one only if what
 * stands before their first {@code =} is the same (compose-go: override/uncity.go); so a changed tmpfs comes in a list
 * that replaces the others.
 */
public final class OverrideFile {
    /** Its name. */
    public static final String NAME = io.github.rootfsmaven.compose.ComposeFiles.HARDENED;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./$~][A-Za-z0-9_./:=,@${}~+%()-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|~|.*:");

    private final boolean comments;
    private final StringBuilder text = new StringBuilder();

    private OverrideFile(boolean comments) {
        this.comments = comments;
    }

    /**
     * Its text; empty if the plans ask for nothing that a Compose file can say.
     *
     * @param files the names of the files that it comes after, as the command line needs them
     * @param own its own name there
     */
    public static Optional<String> of(List<Plan> plans, List<String> files, String own, boolean comments) {
        List<Plan> some = plans.stream()
                .filter(plan -> plan.intentions().stream().anyMatch(OverrideFile::canSay))
                .toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(new OverrideFile(comments).text(some, files, own));
    }

    /** Whether a Compose file that comes after can say it; a line of a Dockerfile, or one key of a mount, it cannot. */
    static boolean canSay(Intention intention) {
        return !(intention instanceof Intention.AddLine)
                && !(intention instanceof CloseMount close
                        && LongMount.readOnly(close.mount()).isEmpty());
    }

    private String text(List<Plan> plans, List<String> files, String own) {
        text.append("# Written by rootfs:harden. To be loaded after the other files:\n# docker compose");
        files.forEach(file -> text.append(" -f ").append(file));
        text.append(" -f ").append(own).append(" up\n");
        text.append("services:\n");
        Set<String> volumes = new LinkedHashSet<>();
        for (Plan plan : plans) {
            service(plan);
            plan.intentions().stream()
                    .filter(DeclareVolume.class::isInstance)
                    .map(declare -> ((DeclareVolume) declare).name())
                    .forEach(volumes::add);
        }
        if (!volumes.isEmpty()) {
            text.append("volumes:\n");
            volumes.forEach(name -> text.append("  ").append(scalar(name)).append(":\n"));
        }
        return text.toString();
    }

    /** A line of a list, and why it is there. */
    private record Item(String text, String why) {}

    private void service(Plan plan) {
        text.append("  ")
                .append(scalar(plan.container().name().orElseThrow().value()))
                .append(":\n");
        List<Item> tmpfs = new ArrayList<>();
        List<Item> volumes = new ArrayList<>();
        boolean replaces = plan.intentions().stream()
                .anyMatch(intention -> intention instanceof ChangeMount change && ShortMount.isTmpfs(change.mount()));
        if (replaces) {
            plan.container().mounts().stream()
                    .filter(ShortMount::isTmpfs)
                    .forEach(mount -> tmpfs.add(tmpfs(plan, mount)));
        }
        for (Intention intention : plan.intentions()) {
            String why = intention.why();
            if (intention instanceof CloseRoot) {
                text.append("    read_only: true").append(comment(why)).append('\n');
            } else if (intention instanceof AddTmpfs add) {
                tmpfs.add(new Item(add.tmpfs().text(), why));
            } else if (intention instanceof AddVolume add) {
                volumes.add(new Item(add.name() + ":" + add.path(), why));
            } else if (intention instanceof ChangeMount change && !ShortMount.isTmpfs(change.mount())) {
                volumes.add(new Item(change.text(), why));
            } else if (intention instanceof CloseMount close) {
                LongMount.readOnly(close.mount()).ifPresent(mount -> volumes.add(new Item(mount, why)));
            }
        }
        list("tmpfs:" + (replaces ? " !override" : ""), tmpfs);
        list("volumes:", volumes);
    }

    private static Item tmpfs(Plan plan, Mount mount) {
        return plan.intentions().stream()
                .filter(intention -> intention instanceof ChangeMount change
                        && change.mount().equals(mount))
                .map(intention -> new Item(((ChangeMount) intention).text(), intention.why()))
                .findFirst()
                .orElseGet(() -> new Item(ShortMount.text(mount), ""));
    }

    private void list(String key, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        text.append("    ").append(key).append('\n');
        items.forEach(item -> text.append("      - ")
                .append(scalar(item.text))
                .append(comment(item.why))
                .append('\n'));
    }

    private String comment(String why) {
        return comments && !why.isEmpty() ? " # " + why : "";
    }

    /** A string of YAML: what could be taken for something else stands in quotes. */
    static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
