def log = new File(basedir, 'build.log').text
assert log.contains('api  hardened  compose.yaml:2')
assert log.contains('/tmp')
assert log.contains('Self-audit')
