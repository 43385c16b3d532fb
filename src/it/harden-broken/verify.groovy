def log = new File(basedir, 'build.log').text
assert log =~ /rootfs-maven-plugin:\S+:harden .* compose\.yaml:4:16: services\.web\.read_only/
assert !log.contains('\tat ')
assert !new File(basedir, 'target/rootfs/rootfs.patch').exists()
