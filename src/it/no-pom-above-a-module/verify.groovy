def log = new File(basedir, 'build.log').text
// the module is all of the build, and the Compose file lies above it
assert !log.contains('waits for')
assert log.contains('compose.yaml:6:13: warning[native-library-needs-exec-tmp] sqlite-jdbc unpacks machine code to /tmp')
// nothing was resolved: the library is nowhere, and its POM tells of it
assert log =~ /= app\/pom\.xml:\d+:19: this brings sqlite-jdbc/
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'app/target/rootfs/rootfs.json'))
assert report.containers*.name == ['app']
