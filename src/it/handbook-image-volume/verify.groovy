def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
def finding = report.findings.find { it.rule == 'image-volume' }
assert finding.file.endsWith('Dockerfile') && finding.line == 15
def place = report.containers[0].map.find { it.path == '/var/lib/app' }
assert place.access == 'writable' && place.by == 'image-volume'
