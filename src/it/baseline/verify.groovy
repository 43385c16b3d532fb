def log = new File(basedir, 'build.log').text
assert log.contains('Accept what is there:    mvn rootfs:baseline')
assert log.contains('rootfs-baseline.json: 2 findings. Commit it: from now on check fails only on what is not in it.')
assert log.contains('No other findings in 2 containers (2 open), 2 suppressed.')
assert log.contains('1 error in 3 containers (2 open, 1 hardened), 1 suppressed.')
assert log.contains('[WARNING] 1 finding of the baseline is fixed, and could come back unnoticed. Take it out: mvn rootfs:baseline -Drootfs.prune')
assert log.contains('rootfs-baseline.json: 1 fixed finding removed, 1 left.')
def left = new groovy.json.JsonSlurper().parse(new File(basedir, 'rootfs-baseline.json'))
assert left.findings*.container == ['web']
assert left.findings[0].fingerprint ==~ /[0-9a-f]{32}/
