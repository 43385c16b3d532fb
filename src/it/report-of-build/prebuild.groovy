// forty modules; the seventh and the last have a program that an image holds
def names = (1..40).collect { String.format('m%02d', it) }
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replaceFirst('<!-- .* -->', names.collect { "<module>$it</module>" }.join('\n    '))
names.each { name ->
    def module = new File(basedir, name)
    module.mkdirs()
    new File(module, 'pom.xml').text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>it</groupId>
    <artifactId>report-of-build</artifactId>
    <version>1</version>
  </parent>
  <artifactId>$name</artifactId>
  <packaging>pom</packaging>
</project>
"""
    if (name in ['m07', 'm40']) {
        new File(module, 'Dockerfile').text = """FROM eclipse-temurin:21-jre
COPY target-*/*.jar /app.jar
ENTRYPOINT ["java", "-jar", "/app.jar"]
"""
    } else {
        new File(module, 'compose.yaml').text = """services:
  $name:
    image: busybox:1.37
"""
    }
}
true
