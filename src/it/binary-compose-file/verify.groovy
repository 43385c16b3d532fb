def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.findings*.rule == ['invalid-compose']
assert log =~ /compose\.yaml:3:\d+: error\[invalid-compose\]/
// Maven itself resets colours
assert !(log.replace('\u001b[0m', '').replace('\u001b[m', '') =~ /[\x00-\x08\x0b-\x1f]/)
assert !log.contains('\tat ')
