def log = new File(basedir, 'build.log').text
assert log.contains("Parameter 'formats': 'yaml' is none of console, json")
assert !log.contains('\tat ')
