#!/bin/sh
set -e
date > /var/log/api/start.log
echo $$ > /run/api/pid
exec java -jar app.jar
