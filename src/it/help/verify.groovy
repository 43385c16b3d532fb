// Every goal, parameter, property and default is a promise: whoever changes one changes this file, too.
def help = new File(basedir, 'build.log').readLines()
    .collect { it.replaceFirst(/^\[INFO\] ?/, '') }
    .dropWhile { !it.startsWith('This plugin has') }
    .takeWhile { !it.startsWith('----') }
    .join('\n').trim()
new File(basedir, 'actual-help.txt').text = help + '\n'
def expected = new File(basedir, 'expected-help.txt').text.trim()
assert help == expected
