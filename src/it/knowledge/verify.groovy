def log = new File(basedir, 'build.log').text
assert log.contains('compose.yaml:3:12: warning[known-image-write] Nothing is writable at /opt/billing/work')
assert log.contains('documented in our handbook')
