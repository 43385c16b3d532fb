# expect docker-run-writable warning
docker run --rm -it example/shell
# the same again is told once
docker run --rm -v "$PWD:/work" -w /work example/lint .
# expect docker-run-writable error
docker run --rm -d example/server
# expect docker-run-writable error
docker run --rm -p 80:80 example/server
