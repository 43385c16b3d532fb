def log = new File(basedir, 'build.log').text
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'child/target/rootfs/rootfs.json'))
assert report.findings.collect { [it.rule, it.container, it.severity, it.scope] } as Set == [
        ['missing-tmp', 'web', 'warning', 'production'],
        ['writable-rootfs', 'db', 'warning', 'production'],
        ['writable-rootfs', 'mailhog', 'note', 'development']] as Set
assert log.contains('failOn is warning.')
// an ignore of the parent need not be of use here
assert !log.contains('unused-ignore')
