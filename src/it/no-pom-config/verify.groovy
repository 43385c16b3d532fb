// the canonical form of docker compose config --format json, from the command line alone
def config = new groovy.json.JsonSlurper().parse(new File(basedir, 'config.json'))
assert !new File(basedir, 'pom.xml').exists()
assert config.services.keySet() == ['api', 'debug'] as Set
assert config.services.api == [
        command: null, entrypoint: null, image: 'example/api:1.0', networks: [default: null], read_only: true,
        tmpfs: ['/tmp:size=16m']]
// without profiles all are on; without a file it is in the log
def log = new File(basedir, 'build.log').text
assert log.contains('"image": "example/other:1"')
