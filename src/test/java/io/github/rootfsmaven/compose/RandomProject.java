package io.github.rootfsmaven.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes a Compose project by chance: mostly one that the reference accepts, sometimes one that it refuses. What the
 * releases of the reference read differently is never written (docs/compose-support.md names it).
 */
final class RandomProject {
    private static final List<String> NAMES = List.of("web", "db", "job", "api.v2");
    private static final List<String> VOLUMES = List.of("data", "logs", "cache_1");
    private static final List<String> TARGETS =
            List.of("/data", "/var/log", "/tmp", "/run", "/etc/app/", "/srv//www", "/a/../b", "/opt/x/.");

    private final Random random;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> included = new ArrayList<>();
    private StringBuilder out = new StringBuilder();
    private boolean override;
    private String current = "";
    private int index;
    private int services;
    private boolean deep;
    private boolean common;
    private boolean volumesAnchor;

    private RandomProject(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A project on paper.
     *
     * @param texts the files' texts by name
     * @param files the Compose files in order, as {@code -f} names them
     * @param profiles the profiles that are on
     */
    record Written(Map<String, String> texts, List<String> files, List<String> profiles) {}

    /** The project of that number, always the same. */
    static Written of(long seed) {
        return new RandomProject(seed).project();
    }

    private Written project() {
        List<String> files = new ArrayList<>(List.of("compose.yaml"));
        if (chance(50)) {
            texts.put(".env", dotEnv());
        }
        boolean base = chance(25);
        if (base) {
            document("sub/base.yaml", this::baseFile);
        }
        boolean include = chance(20);
        if (include) {
            included.add("inc1");
            document("inc/c.yaml", this::includedFile);
            if (chance(50)) {
                texts.put("inc/.env", dotEnv());
            }
            if (chance(30)) {
                texts.put("inc/more.env", dotEnv());
            }
        }
        document("compose.yaml", () -> mainFile(base, include));
        int overrides = random.nextInt(3);
        for (int i = 0; i < overrides; i++) {
            String name = i == 0 ? "compose.override.yaml" : "deep/er.yaml";
            override = true;
            document(name, this::overrideFile);
            files.add(name);
        }
        return new Written(
                texts,
                files,
                chance(60) ? List.of("*") : pick(List.of(List.of(), List.of("dev"), List.of("dev", "qa"))));
    }

    private void document(String name, Runnable writer) {
        out = new StringBuilder();
        common = false;
        current = "";
        volumesAnchor = false;
        writer.run();
        texts.put(name, chance(3) ? out.toString().replace("\n", "\r\n") : out.toString());
    }

    private void mainFile(boolean base, boolean include) {
        if (chance(10)) {
            line(0, "version: \"3.8\"");
        }
        if (chance(20)) {
            line(0, "name: " + text("My_Proj"));
        }
        if (include) {
            include();
        }
        if (chance(40)) {
            common = true;
            line(0, "x-common: &common");
            keys(2, 2, false);
        }
        if (chance(20)) {
            volumesAnchor = true;
            line(0, "x-volumes: &volumes");
            for (int i = 0; i < 2; i++) {
                line(2, "- " + shortVolume(TARGETS.get(i)));
            }
        }
        line(0, "services:");
        services = 1 + random.nextInt(NAMES.size());
        for (int i = 0; i < services; i++) {
            service(NAMES.get(i), i, base);
        }
        resources();
        if (chance(15)) {
            line(0, "---");
            line(0, "services:");
            override = true;
            service(NAMES.get(random.nextInt(services)), 0, false);
            override = false;
        }
    }

    private void overrideFile() {
        line(0, "services:");
        int count = chance(95) ? 1 + random.nextInt(services) : NAMES.size();
        for (int i = 0; i < count; i++) {
            service(NAMES.get(i), i, false);
        }
        if (!included.isEmpty() && chance(50)) {
            service(included.get(0), 0, false);
        }
        if (chance(6)) {
            resources();
        }
    }

    private void baseFile() {
        line(0, "services:");
        service("base", 0, false);
        deep = chance(40);
        if (deep) {
            line(2, "deep:");
            line(4, "extends: base");
            keys(4, 2, false);
        }
    }

    private void includedFile() {
        line(0, "services:");
        service("inc1", 0, false);
        line(0, "volumes: {inc_data: {}}");
    }

    private void include() {
        switch (random.nextInt(5)) {
            case 0 -> line(0, "include: [inc/c.yaml]");
            case 1 -> line(0, "include: [" + flow(text("inc/c.yaml")) + "]");
            case 2 -> line(0, "include: [{path: inc/c.yaml, project_directory: .}]");
            case 3 -> line(0, "include: [{path: [inc/c.yaml], env_file: ./inc/more.env}]");
            default ->
                line(
                        0,
                        "include:\n  - path: ./inc/c.yaml\n    project_directory: "
                                + pick(List.of("inc", "./sub", "..")));
        }
    }

    private void resources() {
        line(0, "volumes:");
        for (String volume : VOLUMES) {
            line(
                    2,
                    volume + ":"
                            + pick(List.of(
                                    "",
                                    " {}",
                                    " {driver: local}",
                                    " {driver: local, driver_opts: {type: none, o: bind, device: ./v}}",
                                    " {driver_opts: {type: tmpfs, o: 'size=1m,ro', device: tmpfs}}",
                                    " {external: " + flow(bool()) + "}",
                                    " {name: " + flow(text("real")) + "}",
                                    " {labels: {a: b}}")));
        }
        if (chance(90)) {
            line(0, "configs:");
            line(
                    2,
                    "conf: "
                            + pick(List.of(
                                    "{file: ./conf}",
                                    "{content: " + flow(text("c=1")) + "}",
                                    "{environment: SET}",
                                    "{external: true}",
                                    "{file: /abs/conf, name: n}")));
            line(0, "secrets:");
            line(
                    2,
                    "sec: "
                            + pick(List.of(
                                    "{file: ./sec}",
                                    "{environment: SET}",
                                    "{external: true, name: s}",
                                    "{file: ~/sec}",
                                    "{file: ../sec}")));
        }
        if (chance(90)) {
            line(0, "networks: {front: , back: {internal: " + flow(bool()) + "}}");
        }
    }

    private void service(String name, int index, boolean base) {
        if (override && chance(2)) {
            line(2, name + ": !reset null");
            return;
        }
        this.current = name;
        this.index = index;
        line(2, name + ":" + (override && chance(1) ? " !override" : ""));
        int before = out.length();
        if (common && chance(50)) {
            line(4, chance(80) ? "<<: *common" : "<<: [*common]");
        }
        if (!override && index > 0 && chance(25)) {
            String other = NAMES.get(random.nextInt(index));
            line(4, chance(50) ? "extends: " + other : "extends: {service: " + other + "}");
        } else if (base && chance(50)) {
            line(
                    4,
                    "extends:\n      file: " + text("sub/base.yaml") + "\n      service: "
                            + (deep && chance(50) ? "deep" : "base"));
        }
        boolean image = !override || chance(10);
        if (image) {
            line(
                    4,
                    chance(70)
                            ? "image: " + text("x:1")
                            : "build: "
                                    + pick(List.of(
                                            ".", "./ctx", "ctx", "https://github.com/o/r.git#main:sub", text("./b"))));
        }
        keys(4, 1 + random.nextInt(6), !image || chance(3));
        if (out.length() == before) {
            line(4, "labels: {a: b}");
        }
    }

    /** Some keys of a service, each at most once. */
    private void keys(int indent, int count, boolean all) {
        List<String> names = new ArrayList<>(List.of(
                "read_only",
                "tmpfs",
                "volumes",
                "command",
                "entrypoint",
                "environment",
                "labels",
                "cap_add",
                "user",
                "working_dir",
                "security_opt",
                "privileged",
                "init",
                "shm_size",
                "mem_limit",
                "hostname",
                "healthcheck",
                "deploy",
                "devices",
                "dns",
                "extra_hosts",
                "sysctls",
                "ulimits",
                "logging",
                "restart",
                "x-own",
                "stop_grace_period",
                "group_add",
                "cap_drop",
                "stdin_open",
                "expose",
                "storage_opt",
                "annotations"));
        if (all) {
            names.add("build");
        }
        if (!current.isEmpty()) {
            if (index > 0) {
                names.addAll(List.of("depends_on", "volumes_from", "network_mode", "pid", "ipc"));
            }
            names.addAll(List.of(
                    "profiles",
                    "configs",
                    "secrets",
                    "networks",
                    "ports",
                    "env_file",
                    "volumes",
                    "volumes",
                    "tmpfs",
                    "post_start",
                    "develop",
                    "scale"));
        }
        for (int i = 0; i < count; i++) {
            String name = names.remove(random.nextInt(names.size()));
            names.removeIf(name::equals);
            key(indent, name);
        }
    }

    private void key(int indent, String name) {
        if (override && chance(6)) {
            line(indent, name + ": !reset " + pick(List.of("null", "[]", "x")));
            return;
        }
        String tag = override && chance(6) ? "!override " : "";
        switch (name) {
            case "read_only", "privileged", "init", "stdin_open" -> line(indent, name + ": " + bool());
            case "tmpfs" -> strings(indent, tag, name, this::tmpfs, true);
            case "volumes" -> volumes(indent, tag);
            case "command", "entrypoint" ->
                line(
                        indent,
                        name + ": " + tag
                                + pick(List.of(
                                        "[a, \"b c\", '3']",
                                        "run --x '" + "y z" + "' \"q\"",
                                        "null",
                                        "[]",
                                        text("sh -c true"),
                                        "'a \\ b'",
                                        "|\n" + " ".repeat(indent + 2) + "echo $$HOME\n" + " ".repeat(indent + 2)
                                                + "done",
                                        ">-\n" + " ".repeat(indent + 2) + "a\n" + " ".repeat(indent + 2) + "b")));
            case "environment", "labels", "sysctls", "annotations" -> pairs(indent, tag, name);
            case "cap_add", "cap_drop" ->
                strings(indent, tag, name, () -> pick(List.of("ALL", "SYS_ADMIN", text("NET_ADMIN"), "chown")), false);
            case "security_opt" ->
                strings(
                        indent,
                        tag,
                        name,
                        () -> pick(List.of("no-new-privileges:true", "seccomp:unconfined", text("label:disable"))),
                        false);
            case "group_add" ->
                line(indent, name + ": [" + pick(List.of("1000", "'docker'", flow(text("mail")))) + "]");
            case "user" -> line(indent, name + ": " + pick(List.of("\"1000:1000\"", "app", text("root"), "'0'")));
            case "working_dir" -> line(indent, name + ": " + text("/app/"));
            case "hostname", "restart" -> line(indent, name + ": " + text("h"));
            case "shm_size", "mem_limit" ->
                line(indent, name + ": " + pick(List.of("64m", "1gb", "'1024'", "67108864", "1.5g", text("2M"))));
            case "stop_grace_period" -> line(indent, name + ": 10s");
            case "healthcheck" ->
                line(
                        indent,
                        name + ": "
                                + pick(List.of(
                                        "{test: [CMD, a], retries: " + flow(number()) + "}",
                                        "{disable: " + flow(bool()) + "}",
                                        "{test: curl -f http://localhost}")));
            case "deploy" ->
                line(
                        indent,
                        name + ": "
                                + pick(List.of(
                                        "{resources: {limits: {memory: 64m, cpus: '0.5'}}}",
                                        "{replicas: " + flow(number()) + "}",
                                        "{mode: global}",
                                        "{labels: [a=b]}")));
            case "devices" ->
                strings(
                        indent,
                        tag,
                        name,
                        () -> pick(List.of("/dev/a", "/dev/a:/dev/b", "/dev/a:/dev/b:r", text("/dev/c"))),
                        false);
            case "dns" -> strings(indent, tag, name, () -> pick(List.of("8.8.8.8", "1.1.1.1")), true);
            case "extra_hosts" ->
                line(indent, name + ": " + pick(List.of("['a:1.2.3.4']", "{a: 1.2.3.4}", "['b=::1']")));
            case "ulimits" ->
                line(
                        indent,
                        name + ": {nofile: " + pick(List.of(flow(number()), "{soft: 1, hard: " + flow(number()) + "}"))
                                + "}");
            case "logging" ->
                line(indent, name + ": {driver: " + flow(text("json-file")) + ", options: {max-size: 1m}}");
            case "x-own" -> line(indent, name + ": {any: [1, " + flow(text("x")) + "]}");
            case "expose" -> line(indent, name + ": [" + pick(List.of("80", "'80'", "'81/udp'")) + "]");
            case "storage_opt" -> line(indent, name + ": {size: 1G}");
            case "profiles" ->
                line(
                        indent,
                        name + ": " + tag
                                + pick(List.of("[dev]", "[qa, dev]", "[" + flow(text("dev")) + "]", "[other]", "[]")));
            case "configs" -> mounts(indent, tag, name, "conf");
            case "secrets" -> mounts(indent, tag, name, "sec");
            case "depends_on" ->
                line(
                        indent,
                        name + ": "
                                + pick(List.of(
                                        "[" + other() + "]",
                                        "[" + other() + "]",
                                        "{" + other() + ": {condition: service_started}}",
                                        "{" + other() + ": {condition: service_healthy, required: false}}",
                                        "{" + other() + ": {condition: service_started, restart: " + flow(bool())
                                                + "}}")));
            case "volumes_from" ->
                line(
                        indent,
                        name + ": [" + pick(List.of(other(), other() + ":ro", "container:other", flow(text(other()))))
                                + "]");
            case "networks" ->
                line(
                        indent,
                        name + ": " + pick(List.of("[front]", "{front: {aliases: [q]}}", "{back: }", "[default]")));
            case "network_mode" ->
                line(indent, name + ": " + pick(List.of("host", "none", "service:" + other(), text("bridge"))));
            case "build" -> build(indent, tag);
            case "pid", "ipc" -> line(indent, name + ": " + pick(List.of("host", "service:" + other())));
            case "ports" ->
                line(
                        indent,
                        name + ": "
                                + pick(List.of(
                                        "['80:80']",
                                        "[80]",
                                        "['127.0.0.1:8080:80/tcp', 81]",
                                        "[{target: 80, published: '8080'}]",
                                        "['8000-8001:80-81']")));
            // what a file that exists sets, 2.40.3 prints and newer ones do not
            case "env_file" ->
                line(
                        indent,
                        name + ": "
                                + pick(List.of(
                                        "[{path: ./none.env, required: false}]",
                                        "[]",
                                        chance(10) ? "none.env" : "[]")));
            case "post_start" ->
                line(
                        indent,
                        name + ": [{command: " + pick(List.of("a b", "[a, 'b c']")) + ", user: root, privileged: "
                                + pick(List.of("true", "false", "'yes'")) + "}]");
            case "develop" -> line(indent, name + ": {watch: [{path: ./src, action: sync, target: /src}]}");
            case "scale" -> line(indent, name + ": " + number());
            default -> throw new IllegalStateException(name);
        }
    }

    /** A service that was written before, so that no circle is likely. */
    private String other() {
        return chance(2) ? pick(NAMES) : NAMES.get(random.nextInt(index));
    }

    private void volumes(int indent, String tag) {
        if (volumesAnchor && chance(30)) {
            line(indent, "volumes: *volumes");
            return;
        }
        line(indent, "volumes:" + (tag.isEmpty() ? "" : " " + tag.strip()));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (chance(60)) {
                line(indent + 2, "- " + shortVolume(pick(TARGETS)));
            } else {
                longVolume(indent + 2);
            }
        }
    }

    private String shortVolume(String target) {
        String source = pick(List.of(
                "data",
                "logs",
                "cache_1",
                "./rel",
                "../up",
                "/abs",
                "~",
                "~/home",
                ".",
                "${SET:-./v}",
                "inc_data",
                "./a b"));
        String options = pick(List.of(
                "",
                "",
                ":ro",
                ":rw",
                ":ro,z",
                ":nocopy",
                ":RO",
                ":cached",
                ":rshared",
                ":${EMPTY:-ro}",
                ":ro,rw",
                ":Z,rslave"));
        return switch (random.nextInt(8)) {
            case 0 -> "'" + target + "'";
            case 1 -> "\"" + source + ":" + target + options + "\"";
            case 2 -> text(source + ":" + target + options);
            case 3 ->
                chance(10)
                        ? pick(List.of("'v:/x'", "'C:\\x:/y'", "'/a::ro'", "''", "'a/b:/c'", "ab", "'a:b:c:d'"))
                        : source + ":" + target;
            default -> source + ":" + target + options;
        };
    }

    private void longVolume(int indent) {
        String type = pick(List.of("bind", "volume", "tmpfs", "volume", "bind"));
        line(indent, "- type: " + type);
        if (!type.equals("tmpfs") && chance(95)) {
            line(
                    indent + 2,
                    "source: "
                            + (type.equals("bind")
                                    ? pick(List.of("./rel", "/abs", "~/h", "bare", text("./x")))
                                    : pick(VOLUMES)));
        }
        if (chance(97)) {
            line(indent + 2, "target: " + text(pick(TARGETS)));
        }
        if (chance(40)) {
            line(indent + 2, "read_only: " + bool());
        }
        if (chance(40)) {
            line(
                    indent + 2,
                    switch (type) {
                        case "bind" ->
                            "bind: "
                                    + pick(List.of(
                                            "{propagation: rslave}",
                                            "{create_host_path: false}",
                                            "{selinux: z}",
                                            "{recursive: readonly}",
                                            "{}"));
                        case "volume" ->
                            "volume: "
                                    + pick(List.of(
                                            "{nocopy: " + flow(bool()) + "}",
                                            "{subpath: a/b}",
                                            "{}",
                                            "{labels: {a: b}}"));
                        default ->
                            "tmpfs: "
                                    + pick(List.of(
                                            "{size: 64m}",
                                            "{size: 1048576, mode: 0755}",
                                            "{mode: 1777}",
                                            "{size: " + flow(text("1gb")) + "}",
                                            "{mode: 0o700}",
                                            "{size: 0x10}"));
                    });
        }
    }

    private String tmpfs() {
        return pick(List.of(
                "/run",
                "/tmp",
                "/run:size=1m",
                "/var/cache:mode=1777,size=64m",
                "/run/",
                text("/x"),
                "\"/y:uid=1000\""));
    }

    private void mounts(int indent, String tag, String name, String source) {
        line(
                indent,
                name + ": " + tag + "["
                        + pick(List.of(
                                source,
                                "{source: " + source + ", target: /etc/x}",
                                "{source: " + source + ", target: y, mode: 0440, uid: '1'}",
                                source + ", {source: " + source + ", target: z}",
                                flow(text(source)),
                                chance(5) ? "undefined" : source))
                        + "]");
    }

    private void build(int indent, String tag) {
        line(indent, "build:" + (tag.isEmpty() ? "" : " " + tag.strip()));
        line(
                indent + 2,
                "context: "
                        + pick(List.of(".", "./ctx", "../up", "/abs", "~/c", text("rel"), "git@github.com:o/r.git")));
        if (chance(40)) {
            line(
                    indent + 2,
                    pick(List.of(
                            "dockerfile: D",
                            "dockerfile: ../D",
                            "dockerfile_inline: FROM x",
                            "dockerfile: " + text("Df"))));
        }
        if (chance(30)) {
            line(indent + 2, "target: " + text("t"));
        }
        if (chance(40)) {
            line(
                    indent + 2,
                    "args: "
                            + pick(List.of(
                                    "{A: 1, B: 1.50, C: true, D: , E: ''}",
                                    "[A=1, NONE, B=]",
                                    "{A: " + flow(text("a")) + "}",
                                    "{Z: 0x10, Y: 010}")));
        }
        if (chance(20)) {
            line(
                    indent + 2,
                    "additional_contexts: "
                            + pick(List.of("{src: ./s, img: 'docker-image://x'}", "[src=./s, o=/abs]")));
        }
        if (chance(10)) {
            line(indent + 2, "no_cache: " + pick(List.of("true", "false")));
        }
    }

    private void pairs(int indent, String tag, String name) {
        List<String> names = List.of("A", "B_B", "net.c");
        boolean list = chance(50);
        line(indent, name + ":" + (tag.isEmpty() ? "" : " " + tag.strip()));
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (list) {
                line(
                        indent + 2,
                        "- "
                                + pick(List.of(
                                        names.get(i) + "=" + pick(List.of("1", "", "x y", "${SET:-q}", "a=b")),
                                        "'" + names.get(i) + "=z'",
                                        names.get(i) + (name.equals("environment") ? "" : "="))));
            } else {
                line(
                        indent + 2,
                        names.get(i) + ": "
                                + pick(List.of(
                                        "1",
                                        "1.50",
                                        "true",
                                        "",
                                        "yes",
                                        "''",
                                        "0x1F",
                                        "1e3",
                                        "12:30:45",
                                        "~",
                                        "010",
                                        "1_000",
                                        "-1",
                                        ".5",
                                        text("v"),
                                        "\"q\\tq\"")));
            }
        }
    }

    private void strings(int indent, String tag, String name, Supplier<String> item, boolean single) {
        if (single && chance(40)) {
            line(indent, name + ": " + tag + item.get());
        } else if (chance(30)) {
            String first = flow(item.get());
            String second = flow(item.get());
            line(
                    indent,
                    name + ": " + tag + "[" + first + (first.equals(second) && chance(90) ? "" : ", " + second) + "]");
        } else {
            line(indent, name + ":" + (tag.isEmpty() ? "" : " " + tag.strip()));
            int count = 1 + random.nextInt(3);
            List<String> items = Stream.generate(item).limit(count).toList();
            (chance(90) ? items.stream().distinct() : items.stream()).forEach(one -> line(indent + 2, "- " + one));
        }
    }

    /** Between brackets, what holds brackets, commas or colons must be quoted. */
    private static String flow(String item) {
        boolean quoted = item.startsWith("'") || item.startsWith("\"");
        boolean safe = item.matches("[A-Za-z0-9_./~-]+");
        return quoted || safe ? item : "'" + item + "'";
    }

    private String bool() {
        return pick(List.of(
                "true",
                "false",
                "yes",
                "no",
                "on",
                "off",
                "\"true\"",
                "'No'",
                "y",
                "TRUE",
                "tRuE",
                "${UNSET:-true}",
                "\"${PATH:+yes}\"",
                "${EMPTY:-off}",
                chance(10) ? pick(List.of("\"1\"", "1", "null", "''", "t", "${UNSET}")) : "true"));
    }

    private String number() {
        return pick(List.of("1", "2", "'3'", "${UNSET:-4}", "\"${EMPTY:-5}\""));
    }

    /** The characters, plain, quoted, or as the default of a variable. */
    private String text(String plain) {
        String expression = switch (random.nextInt(14)) {
            case 0 -> "${UNSET:-" + plain + "}";
            case 1 -> "${EMPTY:-" + plain + "}";
            case 2 -> "${UNSET-" + plain + "}";
            case 3 -> "${UNSET:-${EMPTY:-" + plain + "}}";
            case 4 -> "${PATH:+" + plain + "}";
            case 5 -> "${UNSET-${NONE-" + plain + "}}";
            case 6 -> plain + "${EMPTY}";
            case 7 ->
                chance(20)
                        ? pick(List.of(
                                "${SET}",
                                "$SET",
                                "${EMPTY-x}",
                                plain + "$$x",
                                plain + "$1",
                                "${UNSET:?gone}",
                                "${X!}",
                                "${SET?no}",
                                "${UNSET+x}",
                                "${SET:-{}}"))
                        : plain;
            default -> plain;
        };
        return switch (random.nextInt(4)) {
            case 0 -> "'" + expression + "'";
            case 1 -> "\"" + expression + "\"";
            default ->
                expression.startsWith("~")
                                || expression.contains("{}")
                                || expression.contains("${UNSET:-${")
                                || expression.contains(": ")
                        ? "'" + expression + "'"
                        : expression;
        };
    }

    private String dotEnv() {
        StringBuilder env = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            env.append(pick(List.of(
                            "SET=set",
                            "SET='s e t'",
                            "export SET=\"$OTHER\"",
                            "OTHER=o # comment",
                            "EMPTY=",
                            "# comment",
                            "",
                            "EMPTY: ",
                            "SET=${OTHER:-dflt}",
                            "SET=\"a\\nb\"",
                            "OTHER='$SET'",
                            "SET=a#b",
                            "NONE",
                            "COMPOSE_PROFILES=dev")))
                    .append('\n');
        }
        return env.toString();
    }

    private void line(int indent, String text) {
        out.append(" ".repeat(indent)).append(text).append('\n');
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
