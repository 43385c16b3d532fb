def log = new File(basedir, 'build.log').text
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def containers = report.containers.collectEntries { [it.name, it] }

// what Jib builds is known, whatever the tag, and points into the POM
assert containers.billing.user == '10001:10001'
assert containers.billing.writes*.path == ['/tmp', '/var/lib/billing']
assert containers.billing.writes*.evidence == ['dockerfile', 'dockerfile']
assert log.contains('pom.xml:33:23: warning[image-volume] `VOLUME /var/lib/billing` stays writable')
assert log.contains('built from pom.xml on eclipse-temurin:21-jre')

// what docker-maven-plugin starts is a container like any other, for tests
assert containers.cache.scope == 'test'
assert containers.cache.verdict == 'open'
assert log.contains('pom.xml:50:15: note[writable-rootfs] The root filesystem is writable: `<readOnly>` is not set.')
assert log.contains('pom.xml:53:29: note[engine-socket]')
assert containers.mail.verdict == 'hardened'
assert log.contains('fix: Add a tmpfs: `<tmpfs><mount>/tmp:size=64m</mount></tmpfs>`')

assert !log.contains('not-to-be-shown')
