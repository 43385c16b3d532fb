#!/bin/sh
echo "set \$backend $BACKEND;" > /etc/nginx/backend.conf # expect entrypoint-write warning
