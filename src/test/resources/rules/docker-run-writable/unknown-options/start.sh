docker run $OPTS example/web
docker run -d $DOCKER_ARGS --name web example/web
docker run "$@"
docker run "${args[@]}" example/web
if [ -n "$HARD" ]; then
    flags=--read-only
else
    flags=-it
fi
docker run $flags example/web
docker run --read-only=$HARD -d example/web
# expect docker-run-writable error
docker run -d $IMAGE
# expect docker-run-writable error
docker run -d --name "$NAME" "$REGISTRY/web:$TAG" $OPTS
