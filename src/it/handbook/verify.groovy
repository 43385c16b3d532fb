def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.containers*.name == ['api']
assert report.containers*.verdict == ['hardened']
assert report.summary.error == 0 && report.summary.warning == 0
def map = report.containers[0].map.findAll { it.by != 'engine' }.collectEntries { [it.path, it.access + ' ' + it.by] }
assert map == ['/': 'read-only root', '/data': 'writable volume', '/tmp': 'writable tmpfs']
