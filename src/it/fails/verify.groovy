def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.containers*.verdict == ['open']
def finding = report.findings.find { it.rule == 'writable-rootfs' }
assert finding.severity == 'error'
assert finding.container == 'api'
assert finding.line == 2 && finding.column == 3
assert report.summary.error == 1
assert log.contains('compose.yaml:2:3: error[writable-rootfs]')
assert log.contains('mvn rootfs:explain -Drootfs.rule=writable-rootfs')
assert log.contains('BUILD FAILURE')
assert !log.contains('\tat ')
