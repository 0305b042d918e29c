import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { holdRequests } from './held-requests.ts';
import { portOf } from './reserve-port.ts';

it('answers a request that came before there was anybody to answer it', async () => {
  const server = createServer();
  const serve = holdRequests(server);
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const early = fetch(`http://127.0.0.1:${portOf(server)}/early`);
  await once(server, 'request');
  serve((request, response) => void response.end(`hello ${request.url}`));
  expect(await (await early).text()).toBe('hello /early');
  expect(await (await fetch(`http://127.0.0.1:${portOf(server)}/late`)).text()).toBe('hello /late');
});
