import { createServer } from 'node:http';
import { Pool } from 'undici';
import { readSite } from '../../gateway/peers/read-site.ts';

/** The least that Node can do: each question to the provider and its answer back, by `node:http` and `undici`, and nothing read. */
const { port, upstreamPort } = readSite();
const provider = new Pool(`http://127.0.0.1:${upstreamPort}`, { connections: 64, pipelining: 1 });

createServer((request, response) => {
  const { 'content-type': type = 'application/json', 'content-length': length = '' } = request.headers;
  const asked = {
    method: 'POST',
    path: request.url ?? '/',
    headers: { 'content-type': type, 'content-length': length },
  };
  provider
    .stream({ ...asked, body: request }, ({ statusCode, headers }) => {
      const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...passed } = headers;
      return response.writeHead(statusCode, passed);
    })
    .catch(() => response.destroy());
}).listen(port, '127.0.0.1');
