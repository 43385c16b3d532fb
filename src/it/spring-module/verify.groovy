def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/rootfs/rootfs.json'))
def found = report.findings.collect { "${it.rule} ${it.severity} ${it.file - ~/.*spring-module\//}:${it.line}".toString() } as Set
assert found == [
        'embedded-database-on-root warning src/main/resources/application.properties:1',
        'log-file-on-root warning src/main/resources/logback-spring.xml:4',
        'server-work-directory warning compose.yaml:7',
        'program-write note src/main/java/shop/Notes.java:9'] as Set
assert report.containers*.verdict == ['breaks']
def log = new File(basedir, 'build.log').text
assert log.contains('/app/data/shop.mv.db')
assert log.contains('Path.of("/app/try.txt")')
assert !log.contains('hunter')
assert !new File(basedir, 'target/rootfs/rootfs.json').text.contains('hunter')
