def log = new File(basedir, 'build.log').text

// a skipped check still runs what waits for it
assert log.contains('compose.yaml waits for module skipped, and is judged then.')
assert log =~ /(?s)Skipped: the parameter skip is set\..*\n\[WARNING\] compose\.yaml:6:13: warning\[native-library-needs-exec-tmp\]/
assert log =~ /skipped \.+ FAILURE/

// a module's own Compose file waits for nothing
assert log =~ /\n\[WARNING\] api\/compose\.yaml:6:13: warning\[native-library-needs-exec-tmp\]/
assert log =~ /api \.+ FAILURE/

// nobody waits for a module that will have no check: its POM tells what is known
assert log =~ /(?s)\[WARNING\] unbound\.yaml:6:13: warning\[native-library-needs-exec-tmp\].*Building api/
assert !log.contains('unbound.yaml waits')
assert !log.contains('check (default) @ unbound')
assert new File(basedir, 'target/unbound/rootfs.json').exists()
assert new File(basedir, 'target/rootfs/rootfs.json').exists()
