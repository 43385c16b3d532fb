def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
def errors = report.findings.findAll { it.severity == 'error' }
assert errors*.rule == ['writable-rootfs']
assert errors[0].file.endsWith('compose.yaml') && errors[0].line == 2
assert report.containers*.verdict == ['open']
assert !log.contains('\tat ')
