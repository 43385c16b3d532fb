def report(module) {
    new groovy.json.JsonSlurper().parse(new File(basedir, "$module/target/rootfs/rootfs.json"))
}
def log = new File(basedir, 'build.log').text
assert report('api').containers*.name == ['api']
assert report('worker').containers*.name == [null]
assert report('library').containers == []
// the root looks at what is in no module of its own
assert report('.').containers == []
assert !log.contains('not marked as thread-safe')
