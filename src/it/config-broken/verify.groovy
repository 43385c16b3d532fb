def log = new File(basedir, 'build.log').text
assert log =~ /rootfs-maven-plugin:\S+:config .* compose\.yaml:4:16: services\.api\.read_only/
assert !log.contains('\tat ')
