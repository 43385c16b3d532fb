def log = new File(basedir, 'build.log').text
def runs = log.split('Scanning for projects').drop(1)
assert runs.size() == 6
def findings = { run -> run.findAll(/\[native-library-needs-exec-tmp\]/).size() }

// built: the module's own dependency is a warning at the tmpfs, one that another brings is a note
[runs[0], runs[1]].each { run ->
    assert run.contains('compose.yaml waits for modules api, worker, and is judged then.')
    assert run.contains('compose.yaml:6:13: warning[native-library-needs-exec-tmp] sqlite-jdbc unpacks machine code to /tmp')
    assert run.contains('compose.yaml:11:13: note[native-library-needs-exec-tmp] sqlite-jdbc unpacks machine code to /tmp')
    assert run =~ /= api\/pom\.xml:15:19: this brings sqlite-jdbc/
    assert run =~ /= worker\/pom\.xml:15:19: this brings sqlite-jdbc/
    assert findings(run) == 2
}
// nothing is mixed: what is said of a finding stands in one piece
assert runs[1] =~ /(?s)warning\[native-library-needs-exec-tmp\][^\n]*\n[^\n]*6 \| {5}tmpfs/

// what is not in the build is not waited for
assert runs[2].contains('compose.yaml waits for module api, and is judged then.')
assert findings(runs[2]) == 1

// without a build nothing is waited for, and the POMs tell what they name themselves
assert !runs[3].contains('waits for')
assert findings(runs[3]) == 1

// the module whose check is the last fails
assert runs[4] =~ /worker \.+ FAILURE/
assert runs[4].contains('failOn is warning')

assert !runs[5].contains('waits for')

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
assert report.containers*.name == ['api', 'worker']

// what was judged late is in the report of the build, which fails by it
def whole = new groovy.json.JsonSlurper().parse(new File(basedir, "target/rootfs/rootfs-all.json"))
assert whole.runs.any { it.report == report }
