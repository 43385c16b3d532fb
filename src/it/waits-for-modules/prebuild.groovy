// the same plugin that resolves dependencies
evaluate(new File(basedir, '../../../src/it/modules-without-check/prebuild.groovy'))
