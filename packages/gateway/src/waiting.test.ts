import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';
import { UpstreamServer } from './testing/upstream-server.ts';

let rig: TestGateway;
let upstream: UpstreamServer;
let arrived: () => void;
const held: ServerResponse[] = [];

/** The one connection to the upstream is held by an answer that does not come, or does not end. */
beforeEach(async () => {
  upstream = await UpstreamServer.start();
  upstream.answer = ({ url = '' }, response) => {
    if (url === '/open/x') response.end('done');
    else hold(url, response);
  };
  const upstreams = `  api: { targets: [{ url: ${upstream.url} }], maxConnections: 1, waitTimeout: 20ms }`;
  rig = await TestGateway.start({ upstreams });
});

afterEach(async () => {
  for (const response of held.splice(0)) response.destroy();
  await rig.close();
  await upstream.close();
});

function hold(path: string, response: ServerResponse): void {
  held.push(response);
  if (path === '/open/events')
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
  arrived();
}

function arrival(): Promise<void> {
  return new Promise((resolve) => {
    arrived = resolve;
  });
}

it('a request that finds no connection free in time is told so, and when to come again', async () => {
  const come = arrival();
  const first = rig.call('/open/silent');
  await come;
  const { status, headers, text } = await rig.call('/open/x');
  expect({ status, retry: headers.get('retry-after') }).toEqual({ status: 503, retry: '1' });
  expect(JSON.parse(text)).toMatchObject({
    code: 'upstream_busy',
    expected: 'a free connection to the service',
  });
  expect(rig.explained().steps.at(-1)?.note).toContain(
    'None of 1 connections to the upstream came free within 20 ms',
  );
  held[0]?.end('late');
  expect((await first).text).toBe('late');
});

it('a stream of events is in no other request’s way', async () => {
  const come = arrival();
  const response = await fetch(`http://127.0.0.1:${rig.port}/open/events`);
  await come;
  expect((await rig.call('/open/x')).text).toBe('done');
  await response.body?.cancel();
});
