#!/bin/sh
set -e
# expect docker-run-writable error
docker run -d --name web -p 80:8080 \
    -e PASSWORD=secret \
    example/web:1.0
start() {
    # expect docker-run-writable error
    sudo docker -H tcp://build:2375 container run --read-only=false -d example/db
}
if [ "$1" = again ]; then
    # expect docker-run-writable error
    id=$(docker create example/worker)
fi
