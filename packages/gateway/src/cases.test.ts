import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectedOn, type MadeCase, makeCases } from '@signet/token/testing/cases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

/** What an issuer could publish, each at an address of its own. */
const published = makeCases().filter((of) => expectedOn('gateway', of) !== undefined);

const publisher = createServer((request, response) => {
  response.end(published[Number(request.url?.slice(1))]?.key ?? '');
});
const algorithms = 'RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA';
const usual: NonNullable<MadeCase['expects']> = {
  issuer: 'https://login.example',
  audience: 'https://api.example',
};
const routeFor = (audience: string): string => `
  - id: demo
    match: { methods: [GET], path: '/demo/{rest*}' }
    auth: { issuer: other, audience: '${audience}' }
    upstream: api`;
let rig: TestGateway;

beforeAll(async () => {
  rig = await TestGateway.start();
  await new Promise<void>((listening) => publisher.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  publisher.closeAllConnections();
  await Promise.all([rig.close(), new Promise((closed) => publisher.close(closed))]);
});

describe.each(published.map((of, index) => ({ of, index, name: of.name })))('$name', ({ of, index }) => {
  it(`the gateway answers ${expectedOn('gateway', of)?.code}`, async () => {
    const { port } = publisher.address() as AddressInfo;
    const { issuer, audience, audienceClaim } = of.expects ?? usual;
    const claim = audienceClaim === undefined ? '' : `, audienceClaim: ${audienceClaim}`;
    const issuers = `  other: { jwks: 'http://127.0.0.1:${port}/${index}', issuer: '${issuer}', algorithms: [${of.alg ?? algorithms}]${claim} }`;
    rig.gateway.swap(rig.compile({ routes: routeFor(audience), issuers }));
    const { code, text } = await answerTo(of);
    const expected = expectedOn('gateway', of);
    expect({ code, text }).toMatchObject({ code: expected?.code });
    for (const words of expected?.words ?? []) expect(text).toContain(words);
  });
});

async function answerTo({ token }: MadeCase): Promise<{ readonly code: string; readonly text: string }> {
  const { status, text } = await rig.call('/demo/x', { token });
  return { code: status === 200 ? 'verified' : JSON.parse(text).code, text };
}
