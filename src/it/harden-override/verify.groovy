def log = new File(basedir, 'build.log').text
def hardened = new File(basedir, 'compose.hardened.yaml').text
assert hardened.startsWith('# Written by rootfs:harden. To be loaded after the other files:\n' +
        '# docker compose -f compose.yaml -f compose.hardened.yaml up\n')
assert hardened.contains('      - /tmp:size=8m,mode=1777 # temporary files')
assert log.contains('Use: docker compose -f compose.yaml -f compose.hardened.yaml up')
// it is neither a project of its own nor a file that was forgotten
assert !log.contains('not checked')
assert !new File(basedir, 'compose.yaml').text.contains('read_only')
