// a Compose file for developers does not fail the build
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
assert report.containers*.scope == ['development']
assert report.containers*.verdict == ['open']
assert report.findings*.rule == ['writable-rootfs']
assert report.findings*.severity == ['note']
