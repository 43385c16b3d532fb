def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def log = new File(basedir, 'build.log').text
assert report.containers*.name == ['example/lint', 'example/shop', 'shop']
assert report.containers*.verdict == ['open', 'unknown', 'open']
def found = report.findings.collect { "$it.file:$it.line $it.severity $it.rule $it.container".toString().replaceFirst('.*/it/docker-run/', '') }
assert found == [
    'Makefile:4 warning docker-run-writable example/lint',
    'bin/start.sh:6 error docker-run-writable shop',
    'bin/start.sh:8 error engine-socket shop',
]
assert report.notRead == []
assert log.contains('bin/start.sh:6:1: error[docker-run-writable] The root filesystem is writable: `--read-only` is not given.')
assert !log.contains('hunter2')
assert log.contains('BUILD FAILURE')
assert !log.contains('\tat ')
