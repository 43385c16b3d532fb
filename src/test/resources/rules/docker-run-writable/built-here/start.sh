docker run -d --read-only example/web:latest
docker run -d --read-only -v data:/data example/web
