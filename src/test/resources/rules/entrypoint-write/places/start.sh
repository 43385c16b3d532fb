#!/bin/sh
set -e
touch /data/x /run/app.pid /etc/app/app.conf /tmp/x
