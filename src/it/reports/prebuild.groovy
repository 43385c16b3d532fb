def copy = new File(basedir, 'target/classes/app.yaml')
copy.parentFile.mkdirs()
copy.text = new File(basedir, 'src/main/resources/app.yaml').text
        .replace('${project.artifactId}', 'reports').replace('@project.version@', '1')
true
