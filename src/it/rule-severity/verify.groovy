def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.findings.findAll { it.rule == 'writable-rootfs' }*.severity == ['note']
assert report.rulesOff == ['unbounded-tmpfs']
assert report.containers*.verdict == ['open']
assert log.contains('note[writable-rootfs]')
