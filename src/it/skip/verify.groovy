def log = new File(basedir, 'build.log').text
assert log.contains('Skipped')
assert !log.contains('writable-rootfs')
assert !new File(basedir, 'target').exists()
