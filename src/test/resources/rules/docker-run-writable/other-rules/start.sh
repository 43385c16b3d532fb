# expect missing-tmp note
# expect engine-socket error
docker run -d --read-only --name a -v /var/run/docker.sock:/var/run/docker.sock example/a
# expect privileged-container error
docker run -d --read-only --privileged example/b
# expect remount-capability warning
docker run -d --read-only --cap-add CAP_SYS_ADMIN example/c
# expect sensitive-host-path error
docker run -d --read-only --mount type=bind,src=/etc,dst=/host example/d
docker run -d --read-only --mount type=bind,src=/etc,dst=/host,readonly example/d
# expect unbounded-tmpfs note
docker run -d --read-only --tmpfs /tmp example/e
docker run -d --read-only --tmpfs /tmp -m 1g example/e
# expect host-ipc warning
docker run -d --read-only --ipc=host example/g
# expect shared-process-namespace warning
docker run -d --read-only --pid host -u root example/h
# expect engine-socket error
docker run -d --read-only --volumes-from a:ro example/i
# expect engine-socket error
docker run -d --read-only --volumes-from a example/j
# expect not-read warning
docker run -d --unheard-of x example/k
