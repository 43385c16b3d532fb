def log = new File(basedir, 'build.log').text
assert log.contains('error[invalid-compose]')
// a build log in the C locale has a question mark for the ellipsis
assert log =~ /environment: \{[^}]{1,3}\}/
assert !log.contains('hunter')
assert !new File(basedir, 'target/rootfs/rootfs.json').text.contains('hunter')
