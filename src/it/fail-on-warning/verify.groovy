def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.summary.error == 0
assert report.summary.warning == 1
assert log.contains('failOn is warning')
assert !log.contains('\tat ')
