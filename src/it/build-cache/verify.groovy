def log = new File(basedir, 'build.log').text
// split at the builds: what is in which
def builds = log.split(/Building build-cache 1/).drop(1)
assert builds.size() == 6
def cached = builds.collect { it.contains('Found cached build') }
assert cached == [false, true, false, true, true, true]
def checked = builds.collect { it =~ /rootfs(-maven-plugin)?:[^ ]+:check/ ? true : false }
assert checked == [true, true, false, true, false, true]
assert builds[1].contains('1 container (1 hardened)')
assert builds[3].contains('error[writable-rootfs]')
assert builds[4].contains('Skipping plugin execution (cached): rootfs:check')
assert builds[5].contains('error[writable-rootfs]')
// nothing of it lies outside this directory
assert new File(basedir, 'cache').isDirectory()
