package io.github.rootfsmaven.compose;

import static io.github.rootfsmaven.compose.Shape.any;
import static io.github.rootfsmaven.compose.Shape.between;
import static io.github.rootfsmaven.compose.Shape.either;
import static io.github.rootfsmaven.compose.Shape.keys;
import static io.github.rootfsmaven.compose.Shape.list;
import static io.github.rootfsmaven.compose.Shape.mapOf;
import static io.github.rootfsmaven.compose.Shape.matching;
import static io.github.rootfsmaven.compose.Shape.notNegative;
import static io.github.rootfsmaven.compose.Shape.of;
import static io.github.rootfsmaven.compose.Shape.set;
import static io.github.rootfsmaven.compose.Shape.word;
import static io.github.rootfsmaven.yaml.ScalarType.BOOL;
import static io.github.rootfsmaven.yaml.ScalarType.FLOAT;
import static io.github.rootfsmaven.yaml.ScalarType.INT;
import static io.github.rootfsmaven.yaml.ScalarType.NULL;
import static io.github.rootfsmaven.yaml.ScalarType.STRING;
import static io.github.rootfsmaven.yaml.ScalarType.TIMESTAMP;

import io.github.rootfsmaven.compose.Shape.Keys;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.yaml.Mapping;
import java.util.List;

/**
 * The Compose Specification's schema ({@code schema/compose-spec.json} of compose-go 2.14): which keys there are and
 * what may stand at them. A misspelled key is refused, as the reference refuses it.
 */
final class ComposeSchema {
    private static final String NAME = "^[a-zA-Z0-9._-]+$";
    private static final Shape STRINGS = set(of(STRING));
    private static final Shape STRING_OR_LIST = either(of(STRING), STRINGS);
    private static final Shape LIST_OR_DICT = either(mapOf("", of(STRING, FLOAT, BOOL, NULL, TIMESTAMP)), STRINGS);
    private static final Shape COMMAND = either(of(NULL), of(STRING), list(of(STRING)));
    private static final Shape FLAG = of(BOOL, STRING);
    private static final Shape NUMBER = of(FLOAT, STRING);
    private static final Shape WHOLE = of(INT, STRING);
    private static final Shape DRIVER_OPTIONS = mapOf("", of(STRING, FLOAT));

    private static final Shape EXTRA_HOSTS = either(mapOf("", either(of(STRING), list(of(STRING)))), STRINGS);
    private static final Shape FILE_MOUNTS = list(either(
            of(STRING),
            keys().with(List.of("source", "target", "uid", "gid"), of(STRING)).with("mode", NUMBER)));
    private static final Shape ULIMITS = mapOf(
            "^[a-z]+$",
            either(of(INT, STRING), keys().with(List.of("hard", "soft"), WHOLE).required("soft", "hard")));
    private static final Shape HOOK = keys().with("command", COMMAND)
            .with(List.of("user", "working_dir"), of(STRING))
            .with("privileged", FLAG)
            .with("environment", LIST_OR_DICT)
            .required("command");
    private static final Shape DEVICES = list(keys().with(List.of("capabilities", "device_ids"), STRINGS)
            .with("count", WHOLE)
            .with("driver", of(STRING))
            .with("options", LIST_OR_DICT)
            .required("capabilities"));

    private static final Shape MOUNT = either(
            of(STRING),
            keys().with("type", word("bind", "volume", "tmpfs", "cluster", "npipe", "image"))
                    .with(List.of("source", "target", "consistency"), of(STRING))
                    .with("read_only", FLAG)
                    .with(
                            "bind",
                            keys().with("propagation", of(STRING))
                                    .with("create_host_path", FLAG)
                                    .with("recursive", word("enabled", "disabled", "writable", "readonly"))
                                    .with("selinux", word("z", "Z")))
                    .with(
                            "volume",
                            keys().with("labels", LIST_OR_DICT)
                                    .with("nocopy", FLAG)
                                    .with("subpath", of(STRING)))
                    .with(
                            "tmpfs",
                            keys().with("size", either(between(0, Long.MAX_VALUE), of(STRING)))
                                    .with("mode", notNegative()))
                    .with("image", keys().with("subpath", of(STRING)))
                    .required("type"));

    private static final Shape BUILD = either(
            of(STRING),
            keys().with(
                            List.of("context", "dockerfile", "dockerfile_inline", "network", "target", "isolation"),
                            of(STRING))
                    .with(List.of("entitlements", "cache_from", "cache_to", "tags", "platforms"), list(of(STRING)))
                    .with(List.of("args", "ssh", "labels", "additional_contexts"), LIST_OR_DICT)
                    .with(List.of("no_cache", "provenance", "sbom", "pull", "privileged"), FLAG)
                    .with("no_cache_filter", STRING_OR_LIST)
                    .with("shm_size", WHOLE)
                    .with("extra_hosts", EXTRA_HOSTS)
                    .with("secrets", FILE_MOUNTS)
                    .with("ulimits", ULIMITS));

    private static final Shape SERVICE = service();
    private static final Keys PROJECT = project();

    private ComposeSchema() {}

    /**
     * Refuses what the reference's schema refuses.
     *
     * @throws InvalidInput at the first value that is not allowed
     */
    static void check(Mapping project) throws InvalidInput {
        PROJECT.check(project, TreePath.TOP);
    }

    private static Keys project() {
        return keys().with(List.of("version", "name"), of(STRING))
                .with(
                        "include",
                        list(either(
                                of(STRING),
                                keys().with(List.of("path", "env_file"), STRING_OR_LIST)
                                        .with("project_directory", of(STRING))
                                        .closed())))
                .with("services", mapOf(NAME, SERVICE))
                .with(
                        "models",
                        mapOf(
                                NAME,
                                keys().with(List.of("name", "model"), of(STRING))
                                        .with("context_size", of(INT))
                                        .with("runtime_flags", list(of(STRING)))
                                        .required("model")))
                .with("networks", mapOf(NAME, network()))
                .with("volumes", mapOf(NAME, either(of(NULL), resource())))
                .with(
                        "secrets",
                        mapOf(NAME, resource().with(List.of("environment", "file", "template_driver"), of(STRING))))
                .with(
                        "configs",
                        mapOf(
                                NAME,
                                keys().with(
                                                List.of("name", "content", "environment", "file", "template_driver"),
                                                of(STRING))
                                        .with("external", either(FLAG, keys().with("name", of(STRING))))
                                        .with("labels", LIST_OR_DICT)));
    }

    private static Keys resource() {
        return keys().with(List.of("name", "driver"), of(STRING))
                .with("driver_opts", DRIVER_OPTIONS)
                .with("external", either(FLAG, keys().with("name", of(STRING))))
                .with("labels", LIST_OR_DICT);
    }

    private static Shape network() {
        return either(
                of(NULL),
                resource()
                        .with(
                                "ipam",
                                keys().with("driver", of(STRING))
                                        .with(
                                                "config",
                                                list(keys().with(List.of("subnet", "ip_range", "gateway"), of(STRING))
                                                        .with("aux_addresses", mapOf("", of(STRING)))))
                                        .with("options", mapOf("", of(STRING))))
                        .with(List.of("internal", "enable_ipv4", "enable_ipv6", "attachable"), FLAG));
    }

    private static Keys service() {
        return keys().with(
                        List.of(
                                "cgroup_parent",
                                "cpuset",
                                "domainname",
                                "hostname",
                                "image",
                                "ipc",
                                "isolation",
                                "mac_address",
                                "network_mode",
                                "platform",
                                "pull_refresh_after",
                                "restart",
                                "runtime",
                                "stop_grace_period",
                                "stop_signal",
                                "user",
                                "userns_mode",
                                "uts",
                                "working_dir"),
                        of(STRING))
                .with("pid", of(STRING, NULL))
                .with("container_name", matching("[a-zA-Z0-9][a-zA-Z0-9_.-]+"))
                .with("pull_policy", matching("always|never|build|if_not_present|missing|refresh|daily|weekly|every_"))
                .with("cgroup", word("host", "private"))
                .with(
                        List.of("attach", "init", "oom_kill_disable", "privileged", "read_only", "stdin_open", "tty"),
                        FLAG)
                .with("use_api_socket", of(BOOL))
                .with(
                        List.of(
                                "cpu_shares",
                                "cpu_quota",
                                "cpu_period",
                                "cpu_rt_period",
                                "cpu_rt_runtime",
                                "cpus",
                                "mem_limit",
                                "memswap_limit",
                                "pids_limit",
                                "shm_size"),
                        NUMBER)
                .with(List.of("mem_reservation", "mem_swappiness", "scale"), WHOLE)
                .with("cpu_count", either(of(STRING), between(0, Long.MAX_VALUE)))
                .with("cpu_percent", either(of(STRING), between(0, 100), of(FLOAT)))
                .with("oom_score_adj", either(of(STRING), between(-1000, 1000)))
                .with(
                        List.of(
                                "cap_add",
                                "cap_drop",
                                "device_cgroup_rules",
                                "dns_opt",
                                "external_links",
                                "links",
                                "profiles",
                                "security_opt",
                                "volumes_from"),
                        STRINGS)
                .with(List.of("dns", "dns_search", "tmpfs"), STRING_OR_LIST)
                .with(List.of("annotations", "environment", "labels", "sysctls"), LIST_OR_DICT)
                .with(List.of("command", "entrypoint"), COMMAND)
                .with(List.of("configs", "secrets"), FILE_MOUNTS)
                .with("build", BUILD)
                .with("volumes", set(MOUNT))
                .with("extra_hosts", EXTRA_HOSTS)
                .with("ulimits", ULIMITS)
                .with("storage_opt", mapOf("", any()))
                .with(List.of("expose", "group_add"), set(of(STRING, FLOAT)))
                .with("label_file", either(of(STRING), list(of(STRING))))
                .with(List.of("post_start", "pre_stop"), list(HOOK))
                .with("pre_start", list(preStart()))
                .with("develop", develop())
                .with("deploy", deploy())
                .with("healthcheck", healthcheck())
                .with("blkio_config", blockIo())
                .with("credential_spec", keys().with(List.of("config", "file", "registry"), of(STRING)))
                .with("depends_on", dependsOn())
                .with(
                        "devices",
                        list(either(
                                of(STRING),
                                keys().with(List.of("source", "target", "permissions"), of(STRING))
                                        .required("source"))))
                .with("env_file", envFile())
                .with(
                        "extends",
                        either(
                                of(STRING),
                                keys().with(List.of("service", "file"), of(STRING))
                                        .required("service")
                                        .closed()))
                .with(
                        "provider",
                        keys().with("type", of(STRING))
                                .with("options", mapOf("", any()))
                                .required("type"))
                .with("gpus", either(word("all"), list(any())))
                .with("logging", keys().with("driver", of(STRING)).with("options", mapOf("", of(STRING, FLOAT, NULL))))
                .with(
                        "models",
                        either(
                                STRINGS,
                                mapOf(
                                        NAME,
                                        either(
                                                of(NULL),
                                                keys().with(List.of("endpoint_var", "model_var"), of(STRING))))))
                .with("networks", either(STRINGS, mapOf(NAME, either(of(NULL), attachment()))))
                .with(
                        "ports",
                        set(either(
                                of(FLOAT, STRING),
                                keys().with(List.of("name", "mode", "host_ip", "protocol", "app_protocol"), of(STRING))
                                        .with(List.of("target", "published"), WHOLE))));
    }

    private static Shape preStart() {
        return keys().with("command", COMMAND)
                .with(List.of("image", "user", "working_dir"), of(STRING))
                .with(List.of("privileged", "per_replica"), FLAG)
                .with("environment", LIST_OR_DICT);
    }

    private static Shape attachment() {
        return keys().with(List.of("aliases", "link_local_ips"), STRINGS)
                .with(List.of("interface_name", "ipv4_address", "ipv6_address", "mac_address"), of(STRING))
                .with("driver_opts", DRIVER_OPTIONS)
                .with(List.of("priority", "gw_priority"), of(FLOAT));
    }

    private static Shape dependsOn() {
        return either(
                STRINGS,
                mapOf(
                        NAME,
                        keys().with("restart", FLAG)
                                .with("required", of(BOOL))
                                .with(
                                        "condition",
                                        word("service_started", "service_healthy", "service_completed_successfully"))
                                .required("condition")));
    }

    private static Shape envFile() {
        return either(
                of(STRING),
                list(either(
                        of(STRING),
                        keys().with(List.of("path", "format"), of(STRING))
                                .with("required", FLAG)
                                .required("path")
                                .closed())));
    }

    private static Shape healthcheck() {
        return keys().with("disable", FLAG)
                .with(List.of("interval", "timeout", "start_period", "start_interval"), of(STRING))
                .with("retries", either(notNegative(), of(STRING)))
                .with("test", either(of(STRING), list(of(STRING))));
    }

    private static Shape blockIo() {
        Shape limits = list(keys().with("path", of(STRING)).with("rate", WHOLE).closed());
        Shape weights =
                list(keys().with("path", of(STRING)).with("weight", WHOLE).closed());
        return keys().with(
                        List.of("device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"), limits)
                .with("weight", WHOLE)
                .with("weight_device", weights)
                .closed();
    }

    private static Shape develop() {
        return either(
                of(NULL),
                keys().with(
                                "watch",
                                list(keys().with(List.of("ignore", "include"), STRING_OR_LIST)
                                        .with(List.of("path", "target"), of(STRING))
                                        .with("action", word("rebuild", "sync", "restart", "sync+restart", "sync+exec"))
                                        .with("exec", HOOK)
                                        .with("initial_sync", of(BOOL))
                                        .required("action", "path"))));
    }

    private static Shape deploy() {
        Shape update = keys().with("parallelism", WHOLE)
                .with(List.of("delay", "failure_action", "monitor"), of(STRING))
                .with("max_failure_ratio", NUMBER)
                .with("order", word("start-first", "stop-first"));
        Shape limits = keys().with("cpus", NUMBER).with("memory", of(STRING)).with("pids", WHOLE);
        Shape reservations = keys().with("cpus", NUMBER)
                .with("memory", of(STRING))
                .with(
                        "generic_resources",
                        list(keys().with(
                                        "discrete_resource_spec",
                                        keys().with("kind", of(STRING)).with("value", NUMBER))))
                .with("devices", DEVICES);
        return either(
                of(NULL),
                keys().with(List.of("mode", "endpoint_mode"), of(STRING))
                        .with("replicas", WHOLE)
                        .with("labels", LIST_OR_DICT)
                        .with(List.of("rollback_config", "update_config"), update)
                        .with("resources", keys().with("limits", limits).with("reservations", reservations))
                        .with(
                                "restart_policy",
                                keys().with(List.of("condition", "delay", "window"), of(STRING))
                                        .with("max_attempts", WHOLE))
                        .with(
                                "placement",
                                keys().with("constraints", list(of(STRING)))
                                        .with("preferences", list(keys().with("spread", of(STRING))))
                                        .with("max_replicas_per_node", WHOLE)));
    }
}
