docker run -d --read-only --tmpfs /tmp:size=1m --name web example/web
# expect shared-process-namespace warning
docker run -d --read-only --tmpfs /tmp:size=1m --pid container:web example/debug
