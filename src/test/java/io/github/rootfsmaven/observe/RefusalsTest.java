package io.github.rootfsmaven.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "2026/11/24 10:00:00 [emerg] 1#1: mkdir() \"/var/lib/nginx/body\" failed (30: Read-only file system) | /var/lib/nginx/body",
                "nginx: [alert] could not open error log file: open() \"/var/log/nginx/error.log\" failed (30: Read-only file system) | /var/log/nginx/error.log",
                "FATAL:  could not create lock file \"/var/run/postgresql/.s.PGSQL.5432.lock\": Read-only file system | /run/postgresql/.s.PGSQL.5432.lock",
                "Failed opening the RDB file /var/lib/redis/dump.rdb: Read-only file system | /var/lib/redis/dump.rdb",
                "sh: can't create /odd/place/x: Read-only file system | /odd/place/x",
                "sh: 1: cannot create /odd/x: Read-only file system | /odd/x",
                "/docker-entrypoint.sh: line 5: /etc/app/x.conf: Read-only file system | /etc/app/x.conf",
                "/bin/sh: can't create /odd/x: Read-only file system | /odd/x",
                "touch: cannot touch '/odd dir/x': Read-only file system | /odd dir/x",
                "touch: /odd/x: Read-only file system | /odd/x",
                "mkdir: cannot create directory ‘/odd’: Read-only file system | /odd",
                "chown: changing ownership of '/data': Read-only file system | /data",
                "cp: can't create '/odd/b': Read-only file system | /odd/b",
                "java.io.FileNotFoundException: /odd/x.txt (Read-only file system) | /odd/x.txt",
                "Caused by: java.nio.file.FileSystemException: /odd/x y.txt: Read-only file system | /odd/x y.txt",
                "OSError: [Errno 30] Read-only file system: '/odd/x' | /odd/x",
                "Error: EROFS: read-only file system, open '/odd/x' | /odd/x",
                "panic: open /odd/x: read-only file system | /odd/x",
                "2026/11/24 10:00:00 mkdir /odd: read-only file system | /odd",
                "thread 'main' panicked: could not write \"/odd/x\": Os { code: 30, kind: ReadOnlyFilesystem, message: \"Read-only file system\" } | /odd/x",
            })
    void thePathIsReadInWhatProgramsSay(String line, String path) {
        assertThat(read(line).readOnly()).containsExactly(path);
    }

    @Test
    void whatIsMovedIsRefusedAtBothEnds() {
        assertThat(read("Error: EROFS: read-only file system, rename '/odd/a' -> '/odd/b'")
                        .readOnly())
                .containsExactly("/odd/a", "/odd/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.IOException: Read-only file system",
                "Failed opening the temp RDB file temp-1.rdb for saving: Read-only file system",
                "/usr/bin/mkdir: cannot create directory 'logs': Read-only file system",
                "sh: can't create logs/x: Read-only file system",
            })
    void whatIsNotAbsoluteIsCountedAndNotGuessed(String line) {
        assertThat(read(line).readOnly()).isEmpty();
        assertThat(read(line).withoutPath()).isEqualTo(1);
    }

    @Test
    void theKernelsFilesAreNobodysPlace() {
        assertThat(read("sh: can't create /proc/sys/vm/swappiness: Read-only file system")
                        .readOnly())
                .isEmpty();
    }

    @Test
    void permissionIsDeniedToWhoReadsToo() {
        assertThat(read("cat: can't open '/etc/shadow': Permission denied").denied())
                .isEmpty();
        assertThat(read("open() \"/var/log/x.log\" failed (13: Permission denied)")
                        .denied())
                .isEmpty();
        assertThat(read("mkdir: can't create directory '/data/x': Permission denied")
                        .denied())
                .containsExactly("/data/x");
        assertThat(read("Error: EACCES: permission denied, mkdir '/data/x'").denied())
                .containsExactly("/data/x");
    }

    @Test
    void machineCodeThatMayNotRunIsTold() {
        assertThat(
                        read("java.lang.UnsatisfiedLinkError: /tmp/sqlite-3.so: /tmp/sqlite-3.so: failed to map segment from shared object")
                                .noExec())
                .containsExactly("/tmp/sqlite-3.so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mount: /mnt: operation not permitted",
                "GET /read-only HTTP/1.1",
                "started /usr/sbin/nginx",
                "bind() to 0.0.0.0:80 failed (13: Permission denied)",
            })
    void whatIsNoRefusalIsPassedOver(String line) {
        Refusals refusals = read(line);
        assertThat(refusals.readOnly()).isEmpty();
        assertThat(refusals.denied()).isEmpty();
        assertThat(refusals.withoutPath()).isZero();
    }

    /** A hostile log must not hold the build up. */
    @Test
    void aLongLineIsReadInShortTime() {
        long start = System.nanoTime();
        Refusals refusals = new Refusals();
        for (int i = 0; i < 200; i++) {
            refusals.take("/a".repeat(8_000) + " Read-only file system");
            refusals.take("Read-only file system" + " \"/x".repeat(4_000));
            refusals.take("\"/x [/".repeat(600) + "Read-only file system");
        }
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static Refusals read(String line) {
        Refusals refusals = new Refusals();
        refusals.take(line);
        return refusals;
    }
}
