def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.findings*.rule == ['invalid-compose']
assert log =~ /compose\.yaml:3:\d+: error\[invalid-compose\]/
assert log.every { it == '\n' || it == '\r' || it == '\t' || !Character.isISOControl(it as char) }
assert !log.contains('\tat ')
