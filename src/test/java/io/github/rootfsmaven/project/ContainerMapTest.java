package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.WritableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comparison with running containers has taught the map. */
class ContainerMapTest {

    @TempDir
    Path directory;

    @Test
    void theKernelsOwnSettingsAreReadOnlyUnlessAskedFor() throws Exception {
        WritableMap plain = map("a: {image: x}");
        WritableMap privileged = map("a: {image: x, privileged: true}");
        WritableMap unmasked = map("a: {image: x, security_opt: ['systempaths=unconfined']}");
        for (String path :
                new String[] {"/proc/sys/kernel", "/proc/bus", "/proc/irq", "/proc/fs", "/proc/sysrq-trigger"}) {
            assertThat(plain.access(path)).as(path).isEqualTo(Access.READ_ONLY);
            assertThat(privileged.access(path)).as(path).isEqualTo(Access.WRITABLE);
            assertThat(unmasked.access(path)).as(path).isEqualTo(Access.WRITABLE);
        }
        assertThat(plain.access("/proc/1")).isEqualTo(Access.WRITABLE);
        assertThat(unmasked.access("/sys")).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void onlyTheHostKnowsWhetherControlGroupsAreInAWritableDirectory() throws Exception {
        assertThat(map("a: {image: x, read_only: true}").access("/sys/fs/cgroup"))
                .isEqualTo(Access.UNKNOWN);
        assertThat(map("a: {image: x, security_opt: ['writable-cgroups=true']}").access("/sys/fs/cgroup"))
                .isEqualTo(Access.WRITABLE);
        assertThat(map("a: {image: x, privileged: true}").access("/sys/fs/cgroup"))
                .isEqualTo(Access.WRITABLE);
    }

    @Test
    void aVolumeOfTheImageIsWhereItsLinkLeads() throws Exception {
        Files.writeString(directory.resolve("Dockerfile"), "FROM x\nVOLUME /var/run/app\n");
        WritableMap map = map("a: {build: ., read_only: true}");
        assertThat(map.access("/run/app")).isEqualTo(Access.WRITABLE);
        assertThat(map.access("/var/run/app/x")).isEqualTo(Access.WRITABLE);
        assertThat(map.access("/run")).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void aMountOnVarHidesItsLinks() throws Exception {
        assertThat(map("a: {image: x, read_only: true, tmpfs: [/var]}").access("/var/run/x"))
                .isEqualTo(Access.WRITABLE);
        assertThat(map("a: {image: x, read_only: true, volumes: ['./d:/var']}").access("/var/lock/x"))
                .isEqualTo(Access.WRITABLE);
        assertThat(map("a: {image: x, read_only: true, volumes: ['files:/var']}")
                        .access("/var/run/x"))
                .as("a new volume takes the links over")
                .isEqualTo(Access.READ_ONLY);
    }

    @Test
    void whatIsTakenOverReplacesTheVolumesOfTheGiversImage() throws Exception {
        Files.writeString(directory.resolve("Dockerfile"), "FROM x\nVOLUME /data\n");
        WritableMap map = map(
                "a: {image: x, read_only: true, volumes_from: [b]}",
                "b: {build: ., volumes_from: [c]}",
                "c: {image: x, volumes: ['./d:/data:ro']}");
        assertThat(map.access("/data")).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void ofTwoMountsOnOnePathTheGiversOwnIsHandedOn() throws Exception {
        WritableMap map = map(
                "a: {image: x, read_only: true, volumes_from: [b]}",
                "b: {image: x, volumes: ['./d:/data:ro'], volumes_from: [c]}",
                "c: {image: x, volumes: ['/data']}");
        assertThat(map.access("/data")).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void whoMayWriteIsOwnerAndPermissionsAsFarAsTheyAreKnown() throws Exception {
        Files.writeString(
                directory.resolve("Dockerfile"), "FROM x\nWORKDIR /made/roots\nUSER 1000\nWORKDIR /made/own\n");
        WritableMap root = map("a: {build: .}");
        assertThat(root.writableBy("1000", "/made/own")).isEqualTo(Known.of(true));
        assertThat(root.writableBy("01000:5", "/made/own")).isEqualTo(Known.of(true));
        assertThat(root.writableBy("1001", "/made/own")).isEqualTo(Known.of(false));
        assertThat(root.writableBy("app", "/made/own").value())
                .as("a name may be any number")
                .isEmpty();
        assertThat(root.writableBy("app", "/made/roots")).isEqualTo(Known.of(false));
        assertThat(root.writableBy("root", "/made/own")).isEqualTo(Known.of(true));
        assertThat(root.writableBy("1000", "/dev/shm")).isEqualTo(Known.of(true));
        assertThat(root.writableBy("1000", "/dev")).isEqualTo(Known.of(false));
        assertThat(root.writableBy("1000", "/etc").value()).isEmpty();
        assertThat(map("a: {image: x, ipc: none}")
                        .writableBy("1000", "/dev/shm")
                        .value())
                .as("then nothing is mounted there")
                .isEmpty();
        assertThat(map("a: {build: ., read_only: true}").writableBy("0", "/made/own"))
                .isEqualTo(Known.of(false));
        assertThat(map("a: {build: ., cap_drop: [ALL]}")
                        .writableBy("0", "/made/own")
                        .value())
                .as("root without DAC_OVERRIDE")
                .isEmpty();
    }

    @Test
    void aVolumeTakesTheOwnerOverAndATmpfsDoesNot() throws Exception {
        Files.writeString(
                directory.resolve("Dockerfile"), "FROM x\nWORKDIR /made/roots\nUSER 1000\nWORKDIR /made/own\n");
        assertThat(with("volumes: ['files:/made/own']").writableBy("1000", "/made/own"))
                .isEqualTo(Known.of(true));
        assertThat(with("volumes: ['files:/made/own:nocopy']")
                        .writableBy("1000", "/made/own")
                        .value())
                .isEmpty();
        assertThat(with("volumes: [/made/roots]").writableBy("1000", "/made/roots"))
                .isEqualTo(Known.of(false));
        assertThat(with("volumes: ['./d:/made/own']")
                        .writableBy("1000", "/made/own")
                        .value())
                .isEmpty();
        assertThat(with("tmpfs: [/made/own]").writableBy("1000", "/made/own")).isEqualTo(Known.of(false));
        assertThat(with("tmpfs: ['/made/roots:uid=1000']").writableBy("1000", "/made/roots"))
                .isEqualTo(Known.of(true));
        assertThat(with("tmpfs: ['/made/roots:mode=1777']")
                        .writableBy("1000", "/made/roots")
                        .value())
                .as("one runc honours the mode, the other ignores it")
                .isEmpty();
        assertThat(with("tmpfs: [/x]").writableBy("1000", "/x").value())
                .as("the base may have it")
                .isEmpty();
        assertThat(with("tmpfs: ['/x:uid=1000,mode=0500']")
                        .writableBy("1000", "/x")
                        .value())
                .isEmpty();
        assertThat(with("tmpfs: ['/x:uid=1000,mode=0700']").writableBy("1000", "/x"))
                .isEqualTo(Known.of(true));
    }

    private WritableMap with(String mounts) throws Exception {
        return map("a: {build: ., read_only: true, " + mounts + "}");
    }

    /** The map of the first service. */
    private WritableMap map(String... services) throws Exception {
        Files.writeString(
                directory.resolve("compose.yaml"),
                "services:\n  " + String.join("\n  ", services) + "\nvolumes: {files: }\n");
        return ProjectLoader.load(ProjectSettings.in(directory))
                .containers()
                .get(0)
                .map();
    }
}
