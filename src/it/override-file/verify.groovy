def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.containers*.readOnly == [true]
def root = report.containers[0].map.find { it.path == '/' }
assert root.file.endsWith('compose.override.yaml') && root.line == 3
