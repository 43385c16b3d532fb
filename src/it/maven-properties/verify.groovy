def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def container = report.containers[0]
// what a property held is shown as it is written
assert container.image == 'example/${project.artifactId}:${project.version}'
// the second build: the command line wins over the POM
assert container.verdict == 'open'
assert !report.findings.any { it.rule == 'invalid-compose' }
