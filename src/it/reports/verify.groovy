def json = new groovy.json.JsonSlurper()
def report = { new File(basedir, "target/rootfs/$it") }

// all is written before the build fails
def found = json.parse(report('rootfs.json')).findings
assert found*.rule as Set == ['writable-rootfs', 'unbounded-tmpfs'] as Set

def run = json.parse(report('rootfs.sarif')).runs[0]
assert run.automationDetails.id ==~ $/rootfs/(.*/)?containers//$
assert run.results*.ruleId == found*.rule
assert run.results.every { run.tool.driver.rules[it.ruleIndex].id == it.ruleId }
assert run.results*.partialFingerprints*.'rootfs/v1' == found*.fingerprint
assert run.results*.locations.flatten()*.physicalLocation*.artifactLocation*.uri == found*.file

def tests = new groovy.xml.XmlSlurper().parse(report('rootfs-junit.xml')).testsuite.testcase
assert tests*.@name*.text() == ['open', 'closed']
assert tests.findAll { it.failure.size() == 1 }*.@name*.text() == ['open']

assert json.parse(report('rootfs-gitlab.json'))*.severity as Set == ['critical', 'info'] as Set

def errors = new groovy.xml.XmlSlurper().parse(report('rootfs-checkstyle.xml')).file.error
assert errors*.@source*.text() == found.collect { 'rootfs.' + it.rule }

// the runner takes a command only at the start of a line
def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^::error file=\S*compose\.yaml,line=2,endLine=2,col=3,endColumn=7,title=rootfs%3A writable-rootfs::/
assert log =~ /(?m)^::notice file=\S*compose\.yaml,line=7,/

// what is wrong in a copy is to be changed in its source
def copied = json.parse(new File(basedir, 'target/copy/rootfs.json')).findings
assert copied*.file.every { it.endsWith('src/main/resources/app.yaml') }
assert copied*.line == [3]

// the build's report has both executions
assert json.parse(report('rootfs-all.sarif')).runs*.automationDetails*.id.collect { it.split('/')[-1] } == ['containers', 'copy']
assert !new File(basedir, 'target/copy/rootfs-all.sarif').exists()

assert !log.contains('hunter2')
report('.').eachFile { assert !it.text.contains('hunter2') }
