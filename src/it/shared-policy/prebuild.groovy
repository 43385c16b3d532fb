import java.util.jar.JarEntry
import java.util.jar.JarOutputStream

// what 'mvn install' of the company's artifact would leave in the local repository
def directory = new File(localRepositoryPath, 'it/company-policy/1')
directory.mkdirs()
new File(directory, 'company-policy-1.pom').text = '''<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>company-policy</artifactId>
  <version>1</version>
</project>
'''
new File(directory, 'company-policy-1.jar').withOutputStream { out ->
    new JarOutputStream(out).withCloseable { jar ->
        jar.putNextEntry(new JarEntry('company/rootfs-policy.yaml'))
        jar.write(new File(basedir, 'policy.yaml').bytes)
    }
}
return true
