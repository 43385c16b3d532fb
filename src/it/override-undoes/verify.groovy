// A finding stands where the value stands that counts, and tells which one does not, and who inherits it.
def log = new File(basedir, 'build.log').text
assert log.contains('compose.override.yaml:4:5: error[writable-rootfs]')
assert log.contains('= compose.yaml:4:5: overridden: what stands here does not count')
assert log.contains('common.yaml:5:5: error[privileged-container]')
assert log.contains("= compose.yaml:7:5: service 'worker' inherits it here")
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def related = report.findings.find { it.rule == 'writable-rootfs' }.related
assert related.size() == 1 && related[0].file.endsWith('compose.yaml') && related[0].line == 4
