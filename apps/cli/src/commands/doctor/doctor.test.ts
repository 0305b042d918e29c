import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import type { Ran } from '@signet/testing/signet';
import { afterAll, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const file = join(folder.path, 'signet.yaml');
const claims = join(folder.path, 'claims.json');
writeFileSync(
  file,
  `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - id: orders
    match: { methods: [GET], path: '/orders/{tenant}' }
    auth: { issuer: house, condition: { own: claims.tenant == path.tenant } }
    context: { headers: { x-user-id: claims.sub } }
    upstream: api
  - id: open
    match: { methods: [GET], path: /open }
    public: true
    dangerouslyAllowIdentityHeaders: [x-trino-user]
    upstream: api
  - id: moved
    match: { methods: [GET], path: /moved }
    public: true
    redirect: { to: /open, status: 308 }
`,
);

/** However the terminal wraps it. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** In a data folder on which nothing runs. */
function doctor(...words: readonly string[]): Promise<Ran> {
  return runInProcess(['doctor', ...words, '--data', folder.path]);
}

it('says of each request what came of it, and what was not asked', async () => {
  writeFileSync(claims, '{"tenant":"acme"}');
  const { code, out, err } = await doctor('--route', 'orders', '--path', '/orders/acme', '--claims', claims);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^✓ \d+ requests were sent through route orders, none came through that must not\.\n/);
  expect(out).toMatch(/✓ {2}x_user_id of the client +without it at the upstream\n/);
  expect(out).toMatch(/✓ {2}a token whose claims were changed +401 signature_invalid\n/);
  expect(flat(out)).toContain(`made of ${file}`);
  expect(flat(out)).toContain('proxies before Signet');
});

it('says what the file lets through, and answers in JSON', async () => {
  const people = await doctor(file, '--route', 'open');
  expect(people.code).toBe(0);
  expect(people.out).toContain('1 came through as the file lets them');
  expect(flat(people.out)).toContain('asks for this with `dangerouslyAllowIdentityHeaders`');
  const { out } = await doctor(file, '--route', 'open', '--json');
  const told = JSON.parse(out);
  expect(told).toMatchObject({ source: file, route: 'open', ok: true });
  expect(told.findings[0]).toEqual({
    id: 'ordinary',
    sent: 'an ordinary request',
    expected: 'at the upstream, once',
    got: 'at the upstream, once',
    verdict: 'held',
  });
});

it('fails where an ordinary request does not pass, and says what is missing', async () => {
  const { code, out } = await doctor(file, '--route', 'orders');
  expect(code).toBe(1);
  expect(out).toContain('403 condition_not_met');
  expect(flat(out)).toContain('--claims FILE');
  expect(out).not.toContain('two Host headers');
});

it.each([
  ['a route that is not there', ['--route', 'gone'], 1, 'one of orders, open, moved'],
  ['a route that answers by itself', ['--route', 'moved'], 1, 'answers by itself'],
  ['a path in two spellings', ['--route', 'open', '--path', '/a//b'], 2, 'no ordinary path'],
  ['claims that are none', ['--route', 'open', '--claims', file], 2, 'holds no claims'],
  ['no route', [], 2, '--route'],
])('refuses %s', async (_, words, code, sentence) => {
  const ran = await doctor(...words);
  expect(ran.code).toBe(code);
  expect(flat(ran.err)).toContain(sentence);
});

it('looks at nothing where the file has errors', async () => {
  const broken = join(folder.path, 'broken.yaml');
  writeFileSync(broken, 'routes: [{ id: a }]\n');
  const ran = await doctor(broken, '--route', 'a');
  expect(ran.code).toBe(1);
  expect(flat(ran.err)).toContain('has errors: nothing was looked at');
});
