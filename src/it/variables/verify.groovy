def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def container = report.containers[0]
assert container.readOnly == true
assert container.verdict == 'hardened'
// what came out of a variable is shown as it is written
assert container.map.find { it.by == 'tmpfs' }.path == '${PLACE}'
