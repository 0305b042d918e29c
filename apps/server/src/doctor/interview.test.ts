import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfiguration } from '@signet/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crookedFraming } from './crooked/crooked-framing.ts';
import { crookedHeaders } from './crooked/crooked-headers.ts';
import { crookedPaths } from './crooked/crooked-paths.ts';
import type { CrookedRequest } from './crooked/crooked-request.ts';
import { interview } from './interview.ts';
import type { Finding } from './judge.ts';
import { Probe } from './probe.ts';
import { sampleOf } from './sample.ts';

let probe: Probe;
/** Hands on what it gets as it gets it, to the probe or to nobody. */
let hands: boolean;
const careless = createServer(({ method, url, headers }, response) => {
  if (!hands) {
    response.writeHead(503).end();
    return;
  }
  const onward = request(probe.url, { method, path: url, headers }, (answer) => {
    answer.resume();
    response.writeHead(answer.statusCode ?? 502).end();
  });
  onward.on('error', () => response.destroy());
  onward.end();
});

beforeAll(async () => {
  probe = await Probe.open();
  careless.listen(0, '127.0.0.1');
  await once(careless, 'listening');
});
afterAll(async () => {
  careless.close();
  careless.closeAllConnections();
  await probe.close();
});

async function interviewed(handsOn: () => boolean): Promise<readonly Finding[]> {
  const text = `identity: { audiences: [a] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: 'http://127.0.0.1:1' }] } }
routes: [{ id: r, match: { methods: [GET], path: /r }, auth: { issuer: house }, context: { headers: { x-user-id: claims.sub } }, upstream: api }]
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  const route = reading.ok ? reading.configuration.routes[0] : undefined;
  if (!reading.ok || route === undefined) throw new TypeError('No route');
  const plain = 'GET /r HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
  const crooked: readonly CrookedRequest[] = [
    ...crookedPaths,
    ...crookedFraming,
    ...crookedHeaders(reading.configuration, route, 'mark-of-the-doctor'),
    { id: 'token:none', sent: 'nothing', wanted: 'refused', write: () => plain },
  ];
  return interview(
    {
      port: (careless.address() as AddressInfo).port,
      probe,
      keepAwake: () => {
        hands = handsOn();
      },
    },
    { sample: sampleOf(route), proof: { prove: async (sample) => sample }, crooked },
  );
}

it('finds what a proxy lets through that does nothing about it', async () => {
  const findings = await interviewed(() => true);
  const through = findings.filter(({ verdict }) => verdict === 'through').map(({ id }) => id);
  expect(through).toEqual(
    expect.arrayContaining([
      'path:empty-segment',
      'path:escaped-dots',
      'path:semicolon',
      'framing:absolute-target',
      'header:x-forwarded-for',
      'header:x_forwarded_for',
      'header:remote-user',
      'context:x-user-id',
      'context:x_user_id',
      'context-listed:x-user-id',
      'token:none',
    ]),
  );
  expect(findings.find(({ id }) => id === 'context:x-user-id')?.got).toBe(
    'at the upstream: x-user-id: mark-of-the-doctor',
  );
});

it('takes no outage for a refusal', async () => {
  let asked = 0;
  const findings = await interviewed(() => {
    asked += 1;
    return asked === 1;
  });
  expect(findings.find(({ id }) => id === 'token:none')).toMatchObject({
    verdict: 'unclear',
    got: 'answered with 503',
  });
  expect(findings.at(-1)).toMatchObject({ id: 'ordinary-again', verdict: 'unclear' });
});

it('goes no further where not even an ordinary request passes', async () => {
  expect(await interviewed(() => false)).toMatchObject([{ id: 'ordinary', verdict: 'unclear' }]);
});
