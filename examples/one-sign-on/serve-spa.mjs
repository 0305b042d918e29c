// A static host for a single-page app. It has no part in the sign-in.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const file = (name) => readFileSync(new URL(`spa/${name}`, import.meta.url));
const files = {
  '/': ['text/html; charset=utf-8', file('index.html')],
  '/spa.js': ['text/javascript; charset=utf-8', file('spa.js')],
};

/** @param config what the app reads from `/config.json` */
export function serveSpa({ host, port, config }) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://spa.invalid');
    const found =
      pathname === '/config.json' ? ['application/json', JSON.stringify(config())] : files[pathname];
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', found[0]);
    response.setHeader(
      'content-security-policy',
      `default-src 'self'; connect-src 'self' ${config().issuer}`,
    );
    response.end(found[1]);
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(`http://${host}:${server.address().port}`));
  });
}
