#!/bin/bash
set -eu

use_queue() {
    if [ -z "${QUEUE_HOST:-}" ]; then
        return 0
    fi
    {
        echo "host = $QUEUE_HOST"
    # expect entrypoint-write warning
    } > /etc/shop/queue.conf
}

if [ -n "${TRACE+x}" ]; then
    touch /etc/shop/trace
fi
if expr "$1" : shop >/dev/null; then
    use_queue
fi
case $1 in
    # looks no further than the next
    shop-*)
        ;&
    +(a|b))
        key=$(mktemp)
        ;;
    *)
        touch /etc/shop/other
        ;;
esac
# expect entrypoint-write note
# expect entrypoint-write note
find /srv/shop /srv/spool ! -user shop -exec chown shop {} +
exec "$@"
