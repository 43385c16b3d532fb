#!/bin/bash
# docker run -d example/web
echo "docker run -d example/web"
echo docker run -d example/web
cat <<END
docker run -d example/web
END
ssh host docker run -d example/web
podman run -d example/web
docker compose run web
docker run --help
docker ps; docker exec web run
run_docker() { :; }
usage='docker run example/web'
