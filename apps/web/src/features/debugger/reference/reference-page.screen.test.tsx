import { describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { base64url } from '../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../testing/violations.ts';
import { openLink, openWorkbench, paste } from '../../../../testing/workbench.tsx';

const reference = `req_${'0123456789abcdefghjkmnpqrs'}`;
const problem = {
  type: 'https://id.example/errors/audience_unexpected',
  title: 'The token is meant for another audience',
  status: 401,
  detail: 'The token is meant for another audience.',
  code: 'audience_unexpected',
  expected: 'https://api.example/orders',
  actual: 'https://api.example/billing',
  fix: 'Ask for a token with that audience.',
  reference,
};
const record = {
  reference,
  at: Date.UTC(2026, 10, 23, 20),
  node: 'gateway-1',
  method: 'GET',
  path: '/orders/7',
  outcome: 'refused',
  status: 401,
  refusal: { code: 'audience_unexpected', sentence: problem.detail, expected: 'a', actual: 'b', fix: 'c' },
  steps: [
    { step: 'match-route', outcome: 'ok', note: 'Route read-order' },
    { step: 'verify-token', outcome: 'refused', expected: problem.expected, actual: problem.actual },
    { step: 'forward', outcome: 'not-reached' },
  ],
  token: { verified: false, issuer: 'https://login.example' },
  durationMicros: 900,
};

const linkTo = (carried: unknown): string => `#explanation=${base64url(JSON.stringify(carried))}`;

describe('Refusals in the debugger', () => {
  it.each([
    ['a problem document', JSON.stringify(problem, null, 2), problem.fix],
    [
      'a challenge',
      'WWW-Authenticate: Bearer realm="signet", error="insufficient_scope", scope="orders:read"',
      'orders:read',
    ],
    ['a reference', reference, 'The reference alone'],
    [
      'a whole answer',
      `HTTP/1.1 401 Unauthorized\nsignet-reference: ${reference}\n\n${JSON.stringify(problem)}`,
      problem.actual,
    ],
  ])('%s in the token field is taken for what it is', async (_, text, words) => {
    const bench = await openWorkbench();
    await paste(bench.token, text);
    await screen.getByRole('region', { name: 'What the refusal says' }).getByText(words).waitFor();
    await screen.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
    expect(await bench.token.textContent()).toContain('Paste a token here');
  });

  it('speaks another language for a refusal of the gateway, and again when the reader changes it', async () => {
    const limited = {
      title: 'The limit of this route is reached',
      status: 429,
      detail: 'Too many requests came in too short a time.',
      code: 'rate_limited',
      variant: 'route',
      values: { count: 10, per: 60, wait: 7 },
      expected: 'at most 10 requests in 60 s for each route',
      actual: 'more',
      fix: 'Wait 7 s, then go on more slowly.',
      reference,
    };
    const bench = await openWorkbench();
    await paste(bench.token, JSON.stringify(limited));
    await screen.getByRole('region', { name: 'What the refusal says' }).getByText(limited.expected).waitFor();
    await screen.getByLabel('Language').selectOption('Deutsch');
    const said = screen.getByRole('region', { name: 'Was die Ablehnung sagt' });
    await said.getByText('höchstens 10 Anfragen in 60 s für jede Route').waitFor();
    await said.getByText('Warte 7 s, und mach dann langsamer weiter.').waitFor();
    await said.getByText('Das Limit dieser Route ist erreicht').waitFor();
    expect(said.getByText(limited.detail).count()).toBe(0);
    await screen.getByLabel('Sprache').selectOption('日本語');
    await screen.getByText('ルートごとに 60 秒間で最大 10 リクエスト').first().waitFor();
  });

  it('says that no Signet is behind a static host, before it asks for a password', async () => {
    await openLink(`#reference=${reference}`);
    await screen.getByRole('button', { name: 'Read the record' }).click();
    await screen.getByRole('alert').filter({ hasText: 'hosted without one behind it' }).waitFor();
    await screen.getByText(`npx --no signet explain ${reference}`).waitFor();
    expect(screen.getByRole('dialog').count()).toBe(0);
  });

  it('opens a link with an explanation, without any request, and takes it out of the address', async () => {
    await openLink(linkTo(record));
    await screen.getByRole('list', { name: 'Steps of the request' }).waitFor();
    await screen.getByText('Nothing was asked of any server').waitFor();
    const word = screen.getByTestId('verdict-word').filter({ visible: true });
    expect(await word.textContent()).toBe('From a link');
    await expect.poll(() => location.hash).toBe('#refusal');
  });

  it('shows the markup of a crafted link as text', async () => {
    const markup = '<img src=x onerror="document.title=\'owned\'"><a href="javascript:alert(1)">Sign in</a>';
    const crafted = {
      ...record,
      path: markup,
      refusal: { ...record.refusal, sentence: markup, fix: markup },
      steps: [{ step: 'match-route', outcome: 'refused', note: markup, expected: markup }],
      token: { verified: true, issuer: markup },
    };
    await openLink(linkTo(crafted));
    await screen.getByRole('list', { name: 'Steps of the request' }).waitFor();
    expect(screen.locator('main:visible :is(img[src], a:not([href^="./errors/"]), script)').count()).toBe(0);
    expect(screen.getByText('<img src=x').count()).toBeGreaterThan(3);
    expect(document.title).not.toBe('owned');
  });

  it('sets no token and no key from a crafted link', async () => {
    const key = encodeURIComponent(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }));
    await openLink(`${linkTo(record)}&token=eyJhbGciOiJFZERTQSJ9.e30.c2ln&key=${key}`);
    await screen.getByRole('list', { name: 'Steps of the request' }).waitFor();
    await screen.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
    expect(await screen.getByRole('textbox', { name: /^Token/ }).textContent()).toContain(
      'Paste a token here',
    );
    expect(await screen.getByRole('textbox', { name: /^Key/ }).textContent()).toContain('Secret, PEM');
  });

  it.each([
    ['is no record', linkTo({ hello: 'world' })],
    ['has a verdict of its own', linkTo({ ...record, outcome: 'verified' })],
    ['is far too long', linkTo({ ...record, path: `/${'a'.repeat(20_000)}` })],
    ['is no base64url', '#explanation=%3Cscript%3E'],
  ])('shows nothing of a link that %s', async (_, fragment) => {
    await openLink(fragment);
    await screen.getByText('carries no explanation that can be read').last().waitFor();
    expect(screen.getByRole('list', { name: 'Steps of the request' }).count()).toBe(0);
  });

  it.each(looks)('has no axe violations at $name, and fits', async (look) => {
    await openLink('#refusal', look);
    await screen.getByText('Paste what a refusal said').last().waitFor();
    expect(await violations()).toEqual([]);
    await screen.getByRole('textbox', { name: /^Refusal/ }).fill(JSON.stringify(problem));
    await screen.getByText(problem.fix, { exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    location.hash = linkTo(record);
    await screen.getByRole('list', { name: 'Steps of the request' }).waitFor();
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });
});
