def config = new groovy.json.JsonSlurper().parse(new File(basedir, 'config.json'))
assert config.services.api.read_only == true
assert config.services.api.tmpfs == ['/tmp:size=16m']
