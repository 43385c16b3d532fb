def log = new File(basedir, 'build.log').text
assert log.contains("Parameter 'rules': 'fatal' for rule 'writable-rootfs' is none of error, warning, note, off.")
assert !log.contains('\tat ')
