import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { openIdAnswerHeaders, setSecurityHeaders } from './security-headers.ts';

const directive = (headers: Readonly<Record<string, unknown>>, name: string): string | undefined =>
  String(headers['content-security-policy'])
    .split(';')
    .find((text) => text.startsWith(`${name} `));

const answerFor = (redirectUri: string) => directive(openIdAnswerHeaders(true, redirectUri), 'form-action');

async function headersOf(page: Readonly<Record<string, string>>) {
  const app = Fastify();
  await setSecurityHeaders(app, true);
  app.get('/', (_request, reply) => reply.headers(page).send('page'));
  return (await app.inject('/')).headers;
}

describe('the headers of a page', () => {
  it('let forms lead to our own origin only, unless the page says more', async () => {
    expect(directive(await headersOf({}), 'form-action')).toBe("form-action 'self'");
  });

  it('let an OpenID answer through to the origin of the client, and differ in nothing else', async () => {
    const usual = await headersOf({});
    const answering = await headersOf(openIdAnswerHeaders(true, 'https://app.example/callback?x=1'));
    expect(directive(answering, 'form-action')).toBe("form-action 'self' https://app.example");
    const before = String(usual['content-security-policy']);
    expect(String(answering['content-security-policy']).replace(' https://app.example', '')).toBe(before);
  });

  it.each([
    ['http://127.0.0.1:8123/cb', 'http://127.0.0.1:8123'],
    ['com.example.app:/cb', 'com.example.app:'],
    ['https://app.example/;script-src *', 'https://app.example'],
  ])('name %s by %s', (redirectUri, source) => {
    expect(answerFor(redirectUri)).toBe(`form-action 'self' ${source}`);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://a.example/x',
    'file:///x',
    'app:/cb',
    'x',
  ])('are made for no answer to %s', (redirectUri) =>
    expect(() => answerFor(redirectUri)).toThrow(TypeError),
  );

  it.each([
    'https://a;script-src',
    'https://a,b',
    'https://*',
    'https://*.example',
    "https://'self'",
    'http://[::1]:8123/cb',
  ])('are made for no host that a policy cannot name: %s', (redirectUri) =>
    expect(() => answerFor(redirectUri)).toThrow(/cannot name/),
  );
});
