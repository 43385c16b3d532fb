def log = new File(basedir, 'build.log').text
assert log.count('Nothing to check: no Compose file and no Dockerfile') >= 2
assert log.contains('and failIfNoFiles is set')
assert !log.contains('\tat ')
