def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.findings*.rule == ['invalid-compose']
assert report.findings[0].severity == 'error'
assert log =~ /compose\.yaml:\d+:\d+: error\[invalid-compose\]/
assert !log.contains('hunter2')
assert !log.contains('\tat ')
