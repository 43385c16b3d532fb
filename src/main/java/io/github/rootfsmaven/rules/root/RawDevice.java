package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Device;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whoever can write a disk can write the files on it, whatever is mounted read-only. */
public final class RawDevice implements ContainerRule {
    private static final Pattern DISK = Pattern.compile(
            "/dev/(?:(?:sd|hd|vd|xvd)[a-z]+[0-9]*|nvme[0-9]+n[0-9]+(?:p[0-9]+)?|mmcblk[0-9]+(?:p[0-9]+)?"
                    + "|dm-[0-9]+|md[0-9]+(?:p[0-9]+)?|loop[0-9]+|nbd[0-9]+|rbd[0-9]+|zd[0-9]+|bcache[0-9]+"
                    + "|(?:mapper|disk|md|block)(?:/.+)?)");
    private static final Pattern MEMORY = Pattern.compile("/dev/(?:mem|kmem|port)");

    /** Type, major and minor number, permissions, as the kernel's device controller has them. */
    private static final Pattern RULE = Pattern.compile("([ab]) ([0-9]+|\\*):(?:[0-9]+|\\*) [rwm]*w[rwm]*");

    /** What a device is, and what follows from it. */
    private record Judgement(Effect effect, Confidence confidence, Message sentence) {}

    @Override
    public String id() {
        return "raw-device";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly() || container.privileges().isPrivileged()) {
            return Stream.empty();
        }
        return Stream.concat(devices(container), rules(container));
    }

    private Stream<Finding> devices(Container container) {
        return container.privileges().devices().stream()
                .filter(Device::writable)
                .flatMap(device -> judge(container, device).stream()
                        .map(judgement -> finding(container, judgement)
                                .about(device.source().shown())
                                .fix("Remove it, or let it be read only: `{0}`.", readOnly(device))
                                .at(device.declared())));
    }

    private static String readOnly(Device device) {
        String path = device.source().shown();
        return path + ":" + path + ":r";
    }

    private static Optional<Judgement> judge(Container container, Device device) {
        String path = Paths.clean(device.source().value());
        String shown = device.source().shown();
        if (path.equals("/dev")) {
            return Optional.of(new Judgement(
                    Effect.ROOT_OPEN,
                    Confidence.CERTAIN,
                    Message.of("The container gets all devices of the host, and can write its disks")));
        }
        if (DISK.matcher(path).matches()) {
            return Optional.of(new Judgement(
                    Effect.ROOT_OPEN,
                    Confidence.LIKELY,
                    Message.of("The container can write the disk {0} past everything that is mounted from it", shown)));
        }
        if (MEMORY.matcher(path).matches()) {
            boolean mayUse = container.privileges().capabilities().stream()
                    .map(Located::value)
                    .anyMatch(name -> name.equals("SYS_RAWIO") || name.equals("ALL"));
            return Optional.of(new Judgement(
                    Effect.ROOT_OPEN,
                    mayUse ? Confidence.LIKELY : Confidence.POSSIBLE,
                    Message.of("The container gets the host's memory as {0}", shown)));
        }
        return path.equals("/dev/kmsg")
                ? Optional.of(new Judgement(
                        Effect.WIDER_THAN_NEEDED,
                        Confidence.CERTAIN,
                        Message.of("The container can write the host's kernel log")))
                : Optional.empty();
    }

    private Stream<Finding> rules(Container container) {
        if (container.privileges().lacks("MKNOD")) {
            return Stream.empty();
        }
        return container.privileges().deviceRules().stream()
                .flatMap(rule -> judge(rule).stream()
                        .map(judgement -> finding(container, judgement)
                                .about(rule.shown())
                                .fix(
                                        "Name the one device that is needed {0}, without `w` if it is only read.",
                                        container.words(Message.of("below `devices`"), Message.of("with `--device`")))
                                .at(rule.span())));
    }

    private static Optional<Judgement> judge(Located<String> rule) {
        Matcher form = RULE.matcher(rule.value());
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean all = form.group(1).equals("a") || form.group(2).equals("*");
        return Optional.of(new Judgement(
                Effect.ROOT_OPEN,
                all ? Confidence.CERTAIN : Confidence.LIKELY,
                all
                        ? Message.of(
                                "The container can make device files for all disks of the host and write them: `{0}`",
                                rule.shown())
                        : Message.of(
                                "The container can make device files for disks of the host and write them: `{0}`",
                                rule.shown())));
    }

    /** Device files belong to root, and only root can make new ones. */
    private Finding.Builder finding(Container container, Judgement judgement) {
        boolean notRoot = container.process().certainlyNotRoot();
        return Finding.of(this, judgement.effect(), notRoot ? Confidence.POSSIBLE : judgement.confidence())
                .in(container)
                .says(notRoot ? "{0}, if its process becomes root." : "{0}.", judgement.sentence());
    }
}
