def log = new File(basedir, 'build.log').text
// whether or not the machine has the command
assert log =~ /\[INFO\] Nothing was observed: (no Docker engine answers|there is no docker command here)\./
assert log =~ /Nothing was observed: (no Docker engine answers|there is no docker command here), and failIfNothingObserved is set\./
assert log.contains("broken.yaml:4:5: 'nams' is none of the keys")
assert log.contains("Parameter 'containers': '--format' is no name of a container.")
assert new File(basedir, 'broken.yaml').text.contains('nams')
assert !new File(basedir, 'rootfs-observed.yaml').exists()
assert !log.contains('\tat ')
