docker run --name '<script>alert(4)</script>' --read-only -v "$PWD:/work" busybox touch '/<b>bold</b>'
