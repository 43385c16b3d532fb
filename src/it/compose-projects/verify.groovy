def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.containers*.name as Set == ['shop', 'mail', 'queue'] as Set
assert log.contains('Compose files seen but not checked: stacks/old/compose.yaml')
