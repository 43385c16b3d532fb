def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.containers*.verdict == ['hardened']
assert report.findings.every { it.severity == 'note' }
assert log.contains('1 container (1 hardened)')
