package io.github.rootfsmaven.engine;

import io.github.rootfsmaven.engine.GeneratedProject.GeneratedService;
import io.github.rootfsmaven.engine.GeneratedProject.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes Compose projects with everything that decides what a container can write. The same seed, the same project. */
final class Generator {
    /** Where things are mounted: one in the other, beside each other, there in the image and not. */
    static final List<String> PLACES = List.of(
            "/data",
            "/data/sub",
            "/data/sub/deep",
            "/var",
            "/var/lib",
            "/var/lib/store",
            "/var/log",
            "/var/cache",
            "/var/tmp",
            "/run",
            "/run/lock",
            "/run/app",
            "/tmp",
            "/tmp/work",
            "/etc/app",
            "/etc",
            "/usr/local",
            "/usr/local/bin",
            "/usr/share",
            "/opt",
            "/opt/app",
            "/opt/app/lib",
            "/opt/app/work",
            "/srv",
            "/srv/files",
            "/home/app",
            "/own",
            "/made/own",
            "/made/roots",
            "/absent",
            "/absent/place",
            "/mnt/a",
            "/boot");

    private static final List<String> ODDLY_WRITTEN = List.of(
            "/var/run", "/var/run/app", "/var/lock", "/data/", "/data//sub", "/opt/../srv", "/./tmp", "/dev/shm");

    private static final Pattern VOLUME =
            Pattern.compile("(?:^|source: |[\"'])((?:named|disk|memory|sealed)[a-z0-9]*)");

    private final Random random;
    private int volumes;

    Generator(long seed) {
        this.random = new Random(seed);
    }

    /** A project with that many services. */
    GeneratedProject project(int size) {
        volumes = 0;
        List<GeneratedService> services = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            services.add(service("s" + i, services));
        }
        return new GeneratedProject(services);
    }

    /** The names of named volumes in a part. */
    static Optional<String> volumeIn(String text) {
        Matcher matcher = VOLUME.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** How a volume of that name is declared. */
    static String driver(String volume) {
        if (volume.startsWith("disk")) {
            return " {driver_opts: {type: none, o: bind, device: \"DIRECTORY/bind3\"}}";
        }
        if (volume.startsWith("memory")) {
            return " {driver_opts: {type: tmpfs, o: size=1m, device: tmpfs}}";
        }
        if (volume.startsWith("sealed")) {
            return " {driver_opts: {type: none, o: \"bind,ro\", device: \"DIRECTORY/bind3\"}}";
        }
        return "";
    }

    private GeneratedService service(String name, List<GeneratedService> earlier) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of("network_mode", chance(85) ? "none" : pick("bridge", "host")));
        root(parts);
        privileges(parts);
        ImageVariant variant = ImageVariant.values()[random.nextInt(ImageVariant.values().length)];
        List<String> taken = new ArrayList<>();
        if (variant == ImageVariant.RUNNING) {
            taken.add("link"); // written with a link there and without it here, both would be mounted
        }
        for (int mounts = random.nextInt(6); mounts > 0; mounts--) {
            String target = chance(80) ? PLACES.get(random.nextInt(PLACES.size())) : pick(ODDLY_WRITTEN);
            if (!taken.contains(plain(target)) && !leadsElsewhere(target, taken)) {
                taken.add(plain(target));
                if (isLink(target)) {
                    taken.add("link");
                }
                Part mount = mount(target).at(target);
                parts.add(chance(15) ? mount.overriding() : mount);
            }
        }
        files(parts);
        List<GeneratedService> givers = earlier.stream()
                .filter(giver -> giver.variant() != ImageVariant.RUNNING)
                .filter(giver -> giver.targets().stream().noneMatch(Generator::isLink))
                .toList();
        if (!givers.isEmpty() && !taken.contains("link") && chance(10)) {
            String from = givers.get(random.nextInt(givers.size())).name();
            parts.add(Part.item("volumes_from", from + pick("", ":ro", ":rw")));
        }
        return new GeneratedService(name, variant, parts);
    }

    private void root(List<Part> parts) {
        if (chance(85)) {
            parts.add(Part.of("read_only", "true"));
        } else if (chance(50)) {
            parts.add(Part.of("read_only", "false"));
        }
        if (chance(6)) {
            parts.add(Part.of("read_only", pick("true", "false", "!reset null")).overriding());
        }
        if (chance(30)) {
            parts.add(Part.of("user", pick("\"1000\"", "\"1000:1000\"", "\"0\"", "\"4711:0\"")));
        }
    }

    private void privileges(List<Part> parts) {
        if (chance(6)) {
            parts.add(Part.of("privileged", "true"));
        }
        if (chance(6)) {
            parts.add(Part.item("cap_add", pick("SYS_ADMIN", "ALL", "NET_ADMIN")));
        }
        if (chance(10)) {
            parts.add(Part.item(
                    "security_opt",
                    pick(
                            "seccomp:unconfined",
                            "systempaths=unconfined",
                            "writable-cgroups=true",
                            "writable-cgroups=false",
                            "no-new-privileges:true")));
        }
        if (chance(10)) {
            parts.add(Part.of("ipc", pick("none", "host", "shareable", "private")));
        }
        if (chance(4)) {
            parts.add(Part.of("shm_size", "1m"));
        }
        if (chance(4)) {
            parts.add(Part.of("cgroup", pick("host", "private")));
        }
        if (chance(4)) {
            parts.add(Part.of("init", "true"));
        }
        if (chance(3)) {
            parts.add(Part.of("pid", "host"));
        }
    }

    private void files(List<Part> parts) {
        if (chance(8)) {
            parts.add(Part.item("configs", "conf").at("/conf"));
        }
        if (chance(6)) {
            String target = pick("/etc/app/app.conf", "/etc/hosts", "/tmp/app.conf", "/srv/files/app.conf");
            parts.add(Part.item("configs", "{source: conf, target: " + target + "}")
                    .at(target));
        }
        if (chance(8)) {
            parts.add(Part.item("secrets", "pass").at("/run/secrets/pass"));
        }
        if (chance(5)) {
            String target = pick("/etc/hosts", "/etc/app/app.conf", "/etc/resolv.conf", "/data/file.conf");
            parts.add(Part.item("volumes", "./file.conf:" + target + pick("", ":ro", ":rw"))
                    .at(target));
        }
    }

    private Part mount(String target) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> Part.item("tmpfs", target);
            case 2, 3 ->
                Part.item(
                        "tmpfs",
                        target
                                + pick(
                                        ":size=1m",
                                        ":ro",
                                        ":size=64k,mode=1777",
                                        ":rw,exec",
                                        ":ro,rw",
                                        ":rw,ro",
                                        ":uid=1000,mode=0700",
                                        ":noexec,nosuid,size=1m,ro"));
            case 4 -> longTmpfs(target);
            case 5, 6 ->
                Part.item(
                        "volumes",
                        pick("./bind1:", "./bind2:")
                                + target
                                + pick("", "", ":ro", ":rw", ":RO", ":readonly", ":ro,z", ":ro,rprivate"));
            case 7, 8 -> longBind(target);
            case 9 ->
                Part.item("volumes", named() + ":" + target + pick("", "", ":ro", ":rw", ":nocopy", ":ro,nocopy"));
            case 10 ->
                Part.item(
                        "volumes",
                        "{type: volume, source: " + named() + ", target: " + target
                                + pick("}", ", read_only: true}", ", volume: {nocopy: true}}"));
            case 11 -> Part.item("volumes", target);
            case 12 -> Part.item("volumes", "{type: volume, target: " + target + "}");
            default -> Part.item("volumes", special() + ":" + target + pick("", "", ":ro"));
        };
    }

    private Part longTmpfs(String target) {
        return Part.item(
                "volumes",
                "{type: tmpfs, target: " + target
                        + pick(
                                "}",
                                ", read_only: true}",
                                ", tmpfs: {size: 1m}}",
                                ", tmpfs: {mode: 01777, size: 65536}}"));
    }

    private Part longBind(String target) {
        return Part.item(
                "volumes",
                "{type: bind, source: " + pick("./bind1", "./bind2") + ", target: " + target
                        + pick(
                                "}",
                                ", read_only: true}",
                                ", read_only: false}",
                                ", read_only: true, bind: {propagation: rprivate}}",
                                ", read_only: true, bind: {recursive: writable}}",
                                ", read_only: true, bind: {recursive: disabled}}"));
    }

    private String named() {
        return "named" + volumes++;
    }

    private String special() {
        return pick("disk", "memory", "sealed") + volumes++;
    }

    /**
     * Whether it is written with a link that another mount hides, or hides one. The model keeps where a mount leads and not
     * how it is written, so that is not its to tell; docs/truth.md says so.
     */
    private static boolean leadsElsewhere(String target, List<String> taken) {
        boolean link = isLink(target);
        boolean toRun = link || target.startsWith("/run") || target.equals("/var");
        return toRun && taken.contains("link") || link && taken.stream().anyMatch(Generator::concernsRun);
    }

    private static boolean isLink(String target) {
        return target.startsWith("/var/run") || target.startsWith("/var/lock");
    }

    private static boolean concernsRun(String path) {
        return path.startsWith("/run") || path.equals("/var");
    }

    /** Two mounts on one place are an error of the file, not a case. */
    private static String plain(String target) {
        return io.github.rootfsmaven.model.Paths.canonical(target);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
