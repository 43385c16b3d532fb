def log = new File(basedir, 'build.log').text
assert log.contains("Parameter 'rules': there is no rule 'writable-rootf'. Did you mean 'writable-rootfs'?")
assert !new File(basedir, 'target/rootfs/rootfs.json').exists()
assert !log.contains('\tat ')
