def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert !new File(basedir, 'pom.xml').exists()
assert report.containers.any { it.name == 'api' && it.verdict == 'open' }
assert log.contains('compose.yaml:2:3: error[writable-rootfs]')
assert log.contains('rootfs-maven-plugin:') && log.contains(':explain -Drootfs.rule=writable-rootfs')
assert new File(basedir, 'map.txt').text.startsWith('api  open  compose.yaml:2')
assert !log.contains('\tat ')
