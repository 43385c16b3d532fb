def report(directory) {
    new groovy.json.JsonSlurper().parse(new File(basedir, "target/$directory/rootfs.json"))
}
def log = new File(basedir, 'build.log').text
def told = report('rootfs').findings.collect { [it.rule, it.container, it.suppressed?.by, it.suppressed?.line] }
assert told.contains(['writable-rootfs', 'web', 'comment', 2])
assert told.contains(['writable-rootfs', 'db', 'pom', 24])
assert told.contains(['writable-rootfs', 'old', null, null])
// the POM says that this override file is for production
assert told.contains(['writable-rootfs', 'api', null, null])
assert log.contains('compose.yaml:7:3: warning[expired-ignore]')
assert log.contains('pom.xml:30:21: note[unused-ignore]')
assert log.contains('2 errors, 1 warning, 1 note in 4 containers (4 open), 2 suppressed.')
assert report('rootfs').summary == [error: 2, warning: 1, note: 1, suppressed: 2]
// there are ignores, so somebody knows what to do with findings
assert !log.contains('Accept what is there')
assert report('audit').summary == [error: 4, warning: 0, note: 0, suppressed: 0]
