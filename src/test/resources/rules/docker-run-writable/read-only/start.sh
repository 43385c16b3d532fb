# expect missing-tmp note
docker run -d --read-only example/a
docker run --rm -it --read-only=true example/b
docker run -d -itv /data:/data --read-only example/c --read-only=false
DOCKER=docker
OPTS="--read-only --cap-drop ALL"
$DOCKER run $OPTS -d ${IMAGE:-example/d}
