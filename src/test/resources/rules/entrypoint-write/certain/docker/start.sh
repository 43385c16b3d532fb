#!/bin/sh
set -e
mkdir -p /run/nginx
# expect entrypoint-write warning
envsubst < /site.template > "$CONF/default.conf"
if [ -n "$TZ" ]; then
  # expect entrypoint-write note
  ln -sf "/usr/share/zoneinfo/UTC" /etc/localtime
fi
touch /etc/motd 2>/dev/null || true
[ -w /etc/hosts ] && echo x >> /etc/hosts
touch "$UNKNOWN/x" && touch /tmp/x
exec "$@"
