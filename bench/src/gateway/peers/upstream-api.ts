import { createServer } from 'node:http';

/** The API behind every stack where nginx is missing: arguments are its port and its constant JSON answer. */
const [port, answer = ''] = process.argv.slice(2);
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) };

createServer((_request, response) => response.writeHead(200, headers).end(answer)).listen(
  Number(port),
  '127.0.0.1',
);
