import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: inside
    match: { methods: [GET], path: /inside }
    public: true
    networks: { allow: [10.0.0.0/8, 'fd00::/8'], deny: [10.6.0.0/16] }
    upstream: api
  - id: outside
    match: { methods: [GET], path: /outside }
    auth: { issuer: house, audience: https://api.example }
    networks: { deny: [203.0.113.7, '2001:db8::/32'] }
    upstream: api
  - id: here
    match: { methods: [GET], path: /here }
    public: true
    networks: { allow: [192.0.2.1] }
    upstream: api`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({ routes, trustedProxies: ['127.0.0.1'] });
});
afterAll(() => rig.close());

async function from(address: string, path: string): Promise<string> {
  const token = await rig.token();
  const { status, text } = await rig.call(path, { token, headers: { 'x-forwarded-for': address } });
  return status === 200 ? 'passes' : `${status} ${JSON.parse(text).code}`;
}

const refused = '403 network_not_allowed';

describe('the networks of a route', () => {
  it.each([
    ['10.1.2.3', '/inside', 'passes'],
    ['fd12::1', '/inside', 'passes'],
    ['::ffff:10.1.2.3', '/inside', 'passes'],
    ['10.6.0.1', '/inside', refused],
    ['::ffff:10.6.0.1', '/inside', refused],
    ['11.0.0.1', '/inside', refused],
    ['2001:db8::1', '/inside', refused],
    ['203.0.113.8', '/outside', 'passes'],
    ['2001:db9::1', '/outside', 'passes'],
    ['203.0.113.7', '/outside', refused],
    ['::ffff:203.0.113.7', '/outside', refused],
    ['2001:db8:1::1', '/outside', refused],
    // What the last trusted proxy saw counts, not what the client wrote before it.
    ['10.1.2.3, 203.0.113.7', '/inside', refused],
    ['10.1.2.3, 203.0.113.7', '/outside', refused],
  ])('from %s to %s: %s', async (address, path, expected) => {
    expect(await from(address, path)).toBe(expected);
  });

  it('refuse before anything is read of the token, and reach no upstream', async () => {
    const before = rig.upstream.received.length;
    const headers = { 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer a.b.c' };
    expect(await rig.refusal('/outside', { headers })).toMatchObject({
      code: 'network_not_allowed',
      actual: '203.0.113.7',
    });
    expect(rig.upstream.received.length).toBe(before);
    expect(JSON.stringify(await rig.refusal('/here'))).not.toContain('192.0.2.1');
  });

  it('are those of the socket where nobody may say another address', async () => {
    const alone = await TestGateway.start({ routes });
    const headers = { 'x-forwarded-for': '10.1.2.3' };
    expect((await alone.refusal('/inside', { headers })).code).toBe('network_not_allowed');
    await alone.close();
  });
});
