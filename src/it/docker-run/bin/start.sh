#!/bin/sh
# docker run -d is what this is about
set -eu
image=example/shop:1.0
docker rm -f shop || true
docker run -d --name shop -p 80:8080 \
    -e PASSWORD=hunter2 --restart unless-stopped \
    -v /var/run/docker.sock:/var/run/docker.sock \
    "$image"
echo "now: docker run -it $image sh"
