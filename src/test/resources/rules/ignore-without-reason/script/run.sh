#!/bin/sh
echo 'it is # rootfs: ignore[docker-run-writable] quoted'
# expect docker-run-writable error
docker run -d example/web:1
# expect docker-run-writable error
docker run -d example/api:1 # rootfs: ignore[docker-run-writable] # expect ignore-without-reason warning
# rootfs: ignore[docker-run-writable] started by hand on laptops
docker run -d example/db:1
