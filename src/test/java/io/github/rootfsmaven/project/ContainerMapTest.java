package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Access;
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
        assertThat(map("a: {image: x, read_only: true, volumes: ['v:/var']}").access("/var/run/x"))
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

    /** The map of the first service. */
    private WritableMap map(String... services) throws Exception {
        Files.writeString(
                directory.resolve("compose.yaml"),
                "services:\n  " + String.join("\n  ", services) + "\nvolumes: {v: }\n");
        return ProjectLoader.load(ProjectSettings.in(directory))
                .containers()
                .get(0)
                .map();
    }
}
