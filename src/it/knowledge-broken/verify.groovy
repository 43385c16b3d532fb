def log = new File(basedir, 'build.log').text
assert log.contains('images.yaml:7:16: a path is absolute and canonical: /run/billing.')
assert !log.contains('\tat ')
