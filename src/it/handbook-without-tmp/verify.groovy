def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
def finding = report.findings.find { it.rule == 'missing-tmp' }
assert finding.container == 'api'
assert finding.file.endsWith('compose.yaml')
assert log.contains('[missing-tmp]')
