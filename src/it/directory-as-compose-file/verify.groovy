def log = new File(basedir, 'build.log').text
assert log.contains("Parameter 'composeFiles'")
assert !log.contains('\tat ')
