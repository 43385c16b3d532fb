def lines = new File(basedir, 'build.log').getText('UTF-8').readLines()
def said = lines.findAll { it =~ /^\[(INFO|WARNING|ERROR)\]/ }
    .dropWhile { !it.contains(':check (japanese)') }.drop(1)
    .takeWhile { !it.contains('----') }
    .collect { it.stripTrailing() }
    .join('\n').trim()
new File(basedir, 'actual-log.txt').setText(said + '\n', 'UTF-8')
assert said == new File(basedir, 'expected-log.txt').getText('UTF-8').trim()
assert lines.any { it.contains('（上記を参照）。failOn は error。') }

// programs are spoken to in English, whatever people are
def file = new File(basedir, 'target/rootfs/rootfs.json')
def report = new groovy.json.JsonSlurper().parse(file)
assert report.findings.any { it.message == 'The root filesystem is writable: `read_only` is not set.' }
assert file.bytes == new File(basedir, 'target/english/rootfs.json').bytes
