def log = new File(basedir, 'build.log').text
assert log =~ /image-volume +\S+/
assert log.contains('How to fix')
assert log.contains("Parameter 'rule': there is no rule 'writable-rootf'. Did you mean 'writable-rootfs'?")
assert !log.contains('\tat ')
