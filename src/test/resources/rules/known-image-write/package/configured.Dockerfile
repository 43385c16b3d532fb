FROM debian:12
RUN if true; then apt-get install -y nginx; fi
COPY nginx.conf /etc/nginx/
CMD exec nginx -g "daemon off;" # expect known-image-write note
