def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
def finding = report.findings.find { it.rule == 'invalid-dockerfile' }
assert finding.severity == 'error'
assert finding.line == 2
assert log.contains('Dockerfile:2:1: error[invalid-dockerfile]')
assert !log.contains('\tat ')
