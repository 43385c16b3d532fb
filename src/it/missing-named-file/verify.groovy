def log = new File(basedir, 'build.log').text
assert log.contains("Parameter 'composeFiles'")
assert log.contains('no-such.yaml')
assert !log.contains('\tat ')
