package io.github.rootfsmaven.dockerrun;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags of {@code docker run} and {@code docker create}, as docker/cli declares them in {@code addFlags} of
 * {@code cli/command/container/opts.go} and in {@code run.go} and {@code create.go} beside it.
 */
final class RunFlags {
    private static final Set<String> SWITCHES =
            Set.of(("detach disable-content-trust help init interactive no-healthcheck oom-kill-disable privileged"
                            + " publish-all quiet read-only rm sig-proxy tty use-api-socket")
                    .split(" "));

    private static final Set<String> WITH_VALUE = Set.of(
            ("add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns"
                            + " cidfile cpu-count cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares"
                            + " cpus cpuset-cpus cpuset-mems detach-keys device device-cgroup-rule device-read-bps"
                            + " device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search"
                            + " domainname entrypoint env env-file expose gpus group-add health-cmd health-interval"
                            + " health-retries health-start-interval health-start-period health-timeout hostname"
                            + " io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory label label-file link"
                            + " link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap"
                            + " memory-swappiness mount name net net-alias network network-alias oom-score-adj pid"
                            + " pids-limit platform publish pull restart runtime security-opt shm-size stop-signal"
                            + " stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume volume-driver"
                            + " volumes-from workdir")
                    .split(" "));

    private static final Map<Character, String> SHORT = shorts(
            "a attach c cpu-shares d detach e env h hostname i interactive l label m memory p publish P publish-all"
                    + " q quiet t tty u user v volume w workdir");

    private RunFlags() {}

    private static Map<Character, String> shorts(String pairs) {
        Map<Character, String> names = new HashMap<>();
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            names.put(words[i].charAt(0), words[i + 1]);
        }
        return Map.copyOf(names);
    }

    static boolean isSwitch(String name) {
        return SWITCHES.contains(name);
    }

    static boolean isKnown(String name) {
        return isSwitch(name) || WITH_VALUE.contains(name);
    }

    /** The long name of a flag of one letter. */
    static Optional<String> ofLetter(char letter) {
        return Optional.ofNullable(SHORT.get(letter));
    }
}
