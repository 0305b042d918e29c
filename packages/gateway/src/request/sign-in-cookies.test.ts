import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { otherCookies, setsSignInCookie } from './sign-in-cookies.ts';

describe('otherCookies', () => {
  it.each([
    ['signet_refresh=v', undefined],
    ['__Host-signet_refresh=v', undefined],
    ['__Secure-signet_refresh=v', undefined],
    ['signet_refresh=v;', undefined],
    [' signet_refresh = v ; ', undefined],
    ['signet_refresh=', undefined],
    ['=signet_refresh=v', undefined],
    ['signet_refresh=v; signet_refresh=w;__Host-signet_refresh=x', undefined],
    ['a=1; signet_refresh=v; b=2', 'a=1; b=2'],
    ['signet_refresh=v; b=2', 'b=2'],
    ['signet_refresh=v;b=2', 'b=2'],
    ['a=1; signet_refresh=v', 'a=1'],
    ['a=1;signet_refresh=v;;b=2;', 'a=1;;b=2;'],
    ['a=1;\tsignet_refresh\t=v; b=2', 'a=1; b=2'],
    ['signet_refresh=v; a=1; signet_refresh=w; b=2; __Host-signet_refresh=x', 'a=1; b=2'],
    ['a="1; signet_refresh=v"; b=2', 'a="1; b=2'],
    ['signet_refresh="v"; b=2', 'b=2'],
    ['__Host-signet_browser=v; a=1; signet_browser=w', 'a=1'],
    ['signet_interaction=v; __Secure-signet_resume=w; __Host-signet_device_link=x', undefined],
    ['__Host-signet_provider=y', undefined],
    ['signet_device=v; a=1; __Host-signet_device=w; signet_refresh=x', 'a=1'],
  ])('of %j are %j', (value, others) => {
    expect(otherCookies(value)).toBe(others);
  });

  it.each([
    '',
    ' ; ;',
    'a=1; b=2',
    'xsignet_refresh=1',
    'signet_refresh2=1',
    'Signet_Refresh=1',
    '__Host-xsignet_refresh=1',
    'a=signet_refresh=1',
    'signet_refresh',
    '  a = "1\\"2" ;b=\u00e9;;  c',
  ])('lose no byte where the refresh token is not among them: %j', (value) => {
    expect(otherCookies(value)).toBe(value);
  });

  it('never hold the refresh token, and hold every other cookie in its place', () => {
    const space = fc.constantFrom('', ' ', '\t', '  ');
    const token = fc
      .tuple(space, fc.constantFrom('', '__Host-', '__Secure-'), space)
      .map(([before, prefix, behind]) => `${before}${prefix}signet_refresh${behind}=secret`);
    const other = fc.constantFrom('a=1', ' b="2"', ' signet=3', ' =', ' c', '  xsignet_refresh = 4 ');
    fc.assert(
      fc.property(fc.array(fc.oneof(token, other), { maxLength: 12 }), (pairs) => {
        const kept = pairs.filter((pair) => !pair.includes('secret'));
        const others = otherCookies(pairs.join(';')) ?? '';
        expect(others).not.toContain('secret');
        expect(others.trim()).toBe(kept.join(';').trim());
      }),
    );
  });
});

describe('setsSignInCookie', () => {
  it.each([
    'signet_refresh=v',
    'signet_refresh=; Max-Age=0; Path=/auth',
    '__Host-signet_refresh=v; Path=/; Secure',
    ' signet_refresh =v',
    '=signet_refresh=v',
  ])('knows it in %j', (value) => expect(setsSignInCookie(value)).toBe(true));

  it.each(['a=1', 'a=signet_refresh=1', 'a=1; signet_refresh=v', 'xsignet_refresh=1', ''])(
    'does not take %j for it',
    (value) => expect(setsSignInCookie(value)).toBe(false),
  );
});

describe('the refresh token', () => {
  let rig: TestGateway;
  beforeAll(async () => {
    rig = await TestGateway.start();
  });
  afterAll(() => rig.close());

  const note = 'Not passed on, as only the identity provider may see it: a cookie of sign-in';

  function received(): string[] {
    const { rawHeaders } = rig.upstream.last;
    return rawHeaders.filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === 'cookie');
  }

  async function send(path: string, lines: readonly string[]): Promise<void> {
    const authorization = `Authorization: Bearer ${await rig.token()}`;
    const head = [`GET ${path} HTTP/1.1`, 'Host: a', 'Connection: close', authorization, ...lines];
    expect((await rig.raw(`${head.join('\r\n')}\r\n\r\n`)).status).toBe(200);
  }

  it.each(['/demo/x', '/open/x'])(
    'that a browser sends to every port reaches no upstream: %s',
    async (path) => {
      await send(path, [
        'Cookie: a=1; signet_refresh=secret; b=2',
        'COOKIE: __Host-signet_refresh=secret',
        'cookie: c=3',
      ]);
      expect(received()).toEqual(['a=1; b=2', 'c=3']);
      expect(JSON.stringify(rig.upstream.last)).not.toContain('secret');
      const record = rig.records.at(-1);
      expect(rig.explained().steps[0]).toMatchObject({ step: 'read-request', outcome: 'ok', note });
      expect(JSON.stringify(record)).not.toContain('secret');
    },
  );

  it('is named in the record beside the headers that were dropped', async () => {
    await send('/open/x', ['Cookie: signet_refresh=secret', 'X-User: eve']);
    expect(received()).toEqual([]);
    expect(rig.explained().steps[0]?.note).toBe(
      `Not passed on, as only a gateway may say it: x-user. ${note}`,
    );
  });

  it('does not show in the record of a request that did not bring it', async () => {
    await send('/open/x', ['Cookie: a=1; xsignet_refresh=2']);
    expect(received()).toEqual(['a=1; xsignet_refresh=2']);
    expect(rig.explained().steps[0]).not.toHaveProperty('note');
  });

  it('is set by no upstream', async () => {
    rig.upstream.answer = (_, response) =>
      response
        .writeHead(200, {
          'set-cookie': [
            'a=1; Path=/',
            'signet_refresh=planted; Path=/auth',
            '__Host-signet_refresh=; Max-Age=0',
          ],
        })
        .end();
    const { headers } = await rig.call('/open/x');
    rig.upstream.answer = undefined;
    expect(headers.getSetCookie()).toEqual(['a=1; Path=/']);
    expect(rig.explained().steps.at(-1)?.note).toMatch(
      /answered 200; the cookie of sign-in it set was not passed on$/,
    );
  });
});
