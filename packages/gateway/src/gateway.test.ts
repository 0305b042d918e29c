import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start();
});
afterAll(() => rig.close());

describe('a call with a good token', () => {
  it('reaches the upstream, which learns who calls and not with which token', async () => {
    const token = await rig.token();
    const { status, text, headers } = await rig.call('/demo/things?page=2', { token });
    expect(status).toBe(200);
    const received = JSON.parse(text);
    expect(received).toMatchObject({ method: 'GET', url: '/demo/things?page=2' });
    expect(received.headers).toMatchObject({
      'x-caller': 'usr_ada',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': `127.0.0.1:${rig.port}`,
      via: '1.1 signet',
      'signet-reference': headers.get('signet-reference'),
    });
    expect(received.headers).not.toHaveProperty('authorization');
  });
});
