// The hands-on service without a framework: what it writes, and where, is the same.
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');

const data = process.env.DATA_DIR || '/data';

function save(text) {
  fs.mkdirSync(data, { recursive: true });
  const file = path.join(data, 'memo.txt');
  fs.appendFileSync(file, text + '\n');
  const temporary = path.join(os.tmpdir(), 'memo-' + Date.now());
  fs.writeFileSync(temporary, 'temp');
  fs.unlinkSync(temporary);
  return file;
}

http
  .createServer((request, response) => {
    if (request.url === '/health') {
      response.end('{"ok":true}');
      return;
    }
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      try {
        response.end(JSON.stringify({ saved: true, file: save(JSON.parse(body).text) }));
      } catch (refused) {
        console.error(String(refused));
        response.statusCode = 500;
        response.end('{"saved":false}');
      }
    });
  })
  .listen(3000);
