def json = new groovy.json.JsonSlurper()
def report = { out, file -> new File(basedir, "target-$out/rootfs/$file") }

['rootfs-all.sarif', 'rootfs-all.json', 'rootfs-all-gitlab.json'].each { file ->
    assert report('one', file).text == report('four', file).text
}

def runs = json.parse(report('four', 'rootfs-all.sarif')).runs
assert runs.size() == 41
assert runs*.automationDetails*.id == runs*.automationDetails*.id.toSorted()
assert runs*.automationDetails*.id[-1].endsWith('report-of-build/m40/containers/')
assert runs.count { it.results*.ruleId == ['writable-rootfs'] } == 38

// what had to wait for modules is in it, and beside it the root's own report
def log = new File(basedir, 'build.log').text
assert log.findAll('compose.yaml waits for modules m07, m40').size() == 2
def all = json.parse(report('four', 'rootfs-all.json')).runs
assert all[0].module.endsWith('report-of-build') && all[0].execution == 'containers'
assert all[0].report.containers*.name == ['first', 'last']
assert all[0].report == json.parse(report('four', 'rootfs.json'))
assert json.parse(report('four', 'rootfs-all-gitlab.json')).count { it.check_name == 'writable-rootfs' } == 38

// left out itself, the directory that Maven was started for has the report of the others
assert json.parse(new File(basedir, 'target/rootfs/rootfs-all.sarif')).runs.size() == 2
