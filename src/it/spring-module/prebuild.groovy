def classes = new File(basedir, 'target/classes')
classes.mkdirs()
def source = new File(basedir, 'src/main/java/shop/Notes.java')
assert javax.tools.ToolProvider.systemJavaCompiler.run(null, null, null, '-d', classes.path, source.path) == 0
