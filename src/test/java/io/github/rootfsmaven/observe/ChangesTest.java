package io.github.rootfsmaven.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void aFileStandsForTheDirectoryThatItIsIn() {
        assertThat(places(
                        "C /run",
                        "A /run/nginx.pid",
                        "C /var",
                        "C /var/lib",
                        "C /var/lib/nginx",
                        "A /var/lib/nginx/body",
                        "A /var/lib/nginx/proxy",
                        "C /var/log",
                        "C /var/log/nginx",
                        "C /var/log/nginx/access.log"))
                .containsExactly("/run", "/var/lib/nginx", "/var/log/nginx");
    }

    @Test
    void whatAProgramMakesItselfIsToldFromWhereItMakesIt() {
        assertThat(places(
                        "C /srv",
                        "C /srv/files",
                        "A /srv/files/4711",
                        "A /srv/files/4711/deep",
                        "A /srv/files/4711/deep/x"))
                .containsExactly("/srv/files");
        assertThat(places("C /opt", "A /opt/odd", "A /opt/odd/deep", "A /opt/odd/deep/x"))
                .containsExactly("/opt/odd");
    }

    @Test
    void aSharedDirectoryIsNoPlace() {
        assertThat(places(
                        "C /etc",
                        "C /etc/passwd",
                        "A /app.lock",
                        "C /var",
                        "C /var/lib",
                        "A /var/lib/x",
                        "D /usr/bin/curl",
                        "C /usr/bin",
                        "C /usr"))
                .containsExactly("/app.lock", "/etc/passwd", "/usr/bin/curl", "/var/lib/x");
    }

    @Test
    void whatIsDeletedIsAWriteToo() {
        assertThat(places("C /data", "D /data/seed.txt")).containsExactly("/data");
    }

    /** Something was there for a moment: only the directory tells. */
    @Test
    void aDirectoryThatChangedByItselfCounts() {
        assertThat(places("C /tmp", "C /srv", "C /srv/cache")).containsExactly("/srv/cache", "/tmp");
    }

    @Test
    void theEnginesOwnFilesAndMountPointsAreLeftOut() {
        Changes changes = new Changes(Set.of("/srv/n/m", "/data"));
        List.of(
                        "C /etc",
                        "A /etc/mtab",
                        "C /etc/hosts",
                        "A /.dockerenv",
                        "A /dev",
                        "A /dev/console",
                        "A /proc",
                        "C /srv",
                        "A /srv/n",
                        "A /srv/n/m",
                        "A /data")
                .forEach(changes::take);
        assertThat(changes.places()).isEmpty();
        Changes beside = new Changes(Set.of("/srv/n/m"));
        List.of("C /srv", "A /srv/n", "A /srv/n/m", "A /srv/n/other").forEach(beside::take);
        assertThat(beside.places()).containsExactly("/srv/n");
    }

    @Test
    void whatIsNoLineOfADiffIsPassedOver() {
        assertThat(places("WARNING: something", "", "A", "A x", "second line of a name", "A /srv/files/a b"))
                .containsExactly("/srv/files");
    }

    @Test
    void manyPlacesAreDrawnTogetherWhereTheyAreClosest() {
        String[] lines = IntStream.range(0, 300)
                .mapToObj(i -> "C /srv/app/users/u" + i + "/settings/x.conf")
                .toArray(String[]::new);
        assertThat(places(lines)).containsExactly("/srv/app/users");
        String[] everywhere = IntStream.range(0, 30_000)
                .mapToObj(i -> "C /d" + i % 7 + "/e" + i % 91 + "/f" + i + "/x")
                .toArray(String[]::new);
        assertThat(places(everywhere))
                .hasSizeLessThanOrEqualTo(20)
                .doesNotContain("/")
                .allMatch(path -> path.startsWith("/d"));
    }

    @Test
    void aHundredThousandFilesInOneDirectoryAreOnePlace() {
        Changes changes = new Changes(Set.of());
        IntStream.range(0, 100_000).forEach(i -> changes.take("A /srv/files/f" + i));
        assertThat(changes.count()).isEqualTo(100_000);
        assertThat(changes.places()).containsExactly("/srv/files");
    }

    private static List<String> places(String... lines) {
        Changes changes = new Changes(Set.of());
        List.of(lines).forEach(changes::take);
        return changes.places();
    }
}
