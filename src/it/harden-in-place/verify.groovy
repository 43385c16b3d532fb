def log = new File(basedir, 'build.log').text
def compose = new File(basedir, 'compose.yaml').text
assert compose.startsWith('# the shop\nservices:\n  web:\n    image: nginx:1.27   # the front door\n    read_only: true\n')
assert compose.count('read_only: true') == 2
assert !compose.contains('nothing can change')
assert log.contains('Changed compose.yaml')
// the check between the two passes, and the second has nothing to do
assert log.contains('Nothing to change in 2 services, 1 question open.')
