FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates nginx-light=1.22* && rm -rf /var/lib/apt/lists/*
# expect known-image-write warning
# expect known-image-write warning
CMD ["nginx", "-g", "daemon off;"]
