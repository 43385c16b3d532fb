// A plugin whose goal resolves the run-time dependencies of its module, as the build of every jar does, and else only
// prints our help: none of the usual plugins can be had without a network.
def version = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).build.plugins.plugin.version.text()
def place = new File(localRepositoryPath, 'it/resolves-maven-plugin/1')
place.mkdirs()
new File(place, 'resolves-maven-plugin-1.pom').text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>resolves-maven-plugin</artifactId>
  <version>1</version>
  <packaging>maven-plugin</packaging>
  <dependencies>
    <dependency>
      <groupId>io.github.rootfs-maven</groupId>
      <artifactId>rootfs-maven-plugin</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
"""
new java.util.zip.ZipOutputStream(new File(place, 'resolves-maven-plugin-1.jar').newOutputStream()).withCloseable { jar ->
    jar.putNextEntry(new java.util.zip.ZipEntry('META-INF/maven/plugin.xml'))
    jar << """<plugin>
  <groupId>it</groupId>
  <artifactId>resolves-maven-plugin</artifactId>
  <version>1</version>
  <goalPrefix>resolves</goalPrefix>
  <mojos>
    <mojo>
      <goal>dependencies</goal>
      <requiresDependencyResolution>runtime</requiresDependencyResolution>
      <phase>package</phase>
      <implementation>io.github.rootfsmaven.maven.HelpMojo</implementation>
      <language>java</language>
      <instantiationStrategy>per-lookup</instantiationStrategy>
      <executionStrategy>once-per-session</executionStrategy>
      <threadSafe>true</threadSafe>
    </mojo>
  </mojos>
</plugin>
"""
}
true
