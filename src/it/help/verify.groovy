// Every goal, parameter, property and default is a promise: whoever changes one changes this file, too.
def help = new File(basedir, 'build.log').readLines()
    .collect { it.replaceFirst(/^\[INFO\] ?/, '') }
    .dropWhile { !it.startsWith('rootfs-maven-plugin') }
    .takeWhile { !it.startsWith('----') }
    .join('\n').trim()
def expected = new File(basedir, 'expected-help.txt').text.trim()
new File(basedir, 'actual-help.txt').text = help + '\n'
assert help == expected
