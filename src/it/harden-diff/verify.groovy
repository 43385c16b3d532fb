def log = new File(basedir, 'build.log').text
def patch = new File(basedir, 'target/rootfs/rootfs.patch').text
assert log.contains('+    read_only: true  # nothing can change the program')
assert log.contains('What the image acme/thing:1 writes is unknown.')
assert log.contains('2 services hardened, 1 question open. Apply: git apply target/rootfs/rootfs.patch')
// the screen hides values, the patch must not
assert log.contains('PASSWORD: …') || log.contains('PASSWORD: ?')
assert !log.contains('hunter2')
assert patch.contains('PASSWORD: hunter2')
assert patch.startsWith('--- a/compose.yaml\n+++ b/compose.yaml\n')
assert !new File(basedir, 'compose.yaml').text.contains('read_only')
