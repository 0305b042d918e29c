import { describe, expect, it } from 'vitest';
import { claimsNow } from '../../../../testing/claims.ts';
import { screen } from '../../../../testing/place.ts';
import { base64url, ellipticToken, hmacToken, rsaToken } from '../../../../testing/tokens.ts';
import { openWorkbench, paste } from '../../../../testing/workbench.tsx';

const secret = 'a secret of more than thirty-two bytes, for HS256';

describe('The debugger', () => {
  it('shows a pasted token in three coloured parts and both halves decoded', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret)).token);
    const hues = await Promise.all(
      ['header', 'payload', 'signature'].map((part) =>
        screen
          .locator(`.mark-${part}`)
          .first()
          .evaluate((mark) => getComputedStyle(mark).color),
      ),
    );
    expect(new Set(hues).size).toBe(3);
    expect(await bench.part('Header').textContent()).toContain('HS256');
    expect(await bench.part('Payload').textContent()).toContain('https://login.example');
    expect(await bench.part('Payload').textContent()).toMatch(/in (9|10) min/);
    expect(await bench.word.textContent()).toBe('Unknown');
  });

  it('keeps every digit and every duplicate of the JSON', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret, '{"id":100002348117421473,"id":1}')).token);
    await bench.part('Payload').getByText('JSON', { exact: true }).click();
    const text = (await bench.part('Payload').locator('pre').textContent()) ?? '';
    expect(text.replace(/\s+/g, ' ')).toContain('"id": 100002348117421473, "id": 1');
    expect(await bench.findings.textContent()).toContain('id');
  });

  it('verifies with a secret, a PEM, a JWK and a key set', async () => {
    const bench = await openWorkbench();
    const elliptic = await ellipticToken('key-a');
    const set = JSON.stringify({ keys: [(await ellipticToken('key-b')).jwk, elliptic.jwk] });
    for (const { token, key } of [
      await hmacToken(secret),
      await rsaToken(),
      elliptic,
      { ...elliptic, key: set },
    ]) {
      await screen.getByRole('button', { name: 'Clear token and key' }).click();
      await paste(bench.token, token);
      await paste(bench.key, key);
      await bench.verified.waitFor();
      expect(await bench.reason.textContent()).toContain('The signature matches');
    }
  });

  it('reads a secret as base64url when told so', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret)).token);
    await paste(bench.key, base64url(secret));
    await bench.refused.waitFor();
    await screen.getByText('Base64url', { exact: true }).click();
    await bench.verified.waitFor();
  });

  it('refuses a wrong key in words', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await rsaToken()).token);
    await paste(bench.key, (await rsaToken()).key);
    await bench.refused.waitFor();
    expect(await bench.word.textContent()).toBe('Refused');
    expect(await bench.reason.textContent()).toContain('The signature does not match');
    expect(await bench.findings.textContent()).toContain('Expected');
  });

  it('never calls a changed token verified, however it is changed', async () => {
    const bench = await openWorkbench();
    const { token, key } = await hmacToken(secret);
    const [header = '', , signature = ''] = token.split('.');
    const forged = base64url(JSON.stringify({ ...claimsNow(), sub: 'usr_2' }));
    await paste(bench.key, key);
    await paste(bench.token, token);
    await bench.verified.waitFor();
    await paste(bench.token, `${header}.${forged}.${signature}`);
    await bench.refused.waitFor();
  });

  it('says that an unsigned token is not signed, with or without a key', async () => {
    const bench = await openWorkbench();
    const header = base64url('{"alg":"none"}');
    const payload = base64url(JSON.stringify(claimsNow()));
    await paste(bench.token, `${header}.${payload}.`);
    await bench.refused.waitFor();
    expect(await bench.reason.textContent()).toContain('not signed');
    await paste(bench.key, secret);
    expect(await bench.word.textContent()).toBe('Refused');
  });

  it('names the segment and the offset of what cannot be read, and still decodes the rest', async () => {
    const bench = await openWorkbench();
    const { token } = await hmacToken(secret);
    const [header = '', payload = '', signature = ''] = token.split('.');
    await paste(bench.token, `${header}.${payload.slice(0, 9)}*${payload.slice(10)}.${signature}`);
    await bench.refused.waitFor();
    expect(await bench.part('Header').textContent()).toContain('HS256');
    const findings = await bench.findings.textContent();
    expect(findings).toMatch(/payload/i);
    expect(findings).toContain(`${header.length + 1 + 9}`);
  });

  it('shows at once that a token has expired, or is not valid yet', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret, { exp: Math.floor(Date.now() / 1000) - 7500 })).token);
    await bench.refused.waitFor();
    expect(await bench.reason.textContent()).toContain('expired');
    expect(await bench.part('Payload').textContent()).toContain('2 h ago');
    await paste(bench.token, (await hmacToken(secret, { nbf: Math.floor(Date.now() / 1000) + 7500 })).token);
    await screen.getByTestId('verdict-reason').filter({ hasText: 'not valid yet' }).waitFor();
  });

  it('takes away what stands around a token, and says so', async () => {
    const bench = await openWorkbench();
    const { token } = await hmacToken(secret);
    await paste(bench.token, `"Authorization: Bearer ${token.slice(0, 40)}\n${token.slice(40)}"`);
    await screen.getByText('Removed around the token').waitFor();
    expect((await bench.token.textContent())?.trim()).toBe(token);
  });

  it('comes alive with a sample that verifies', async () => {
    const bench = await openWorkbench();
    await screen.getByRole('button', { name: 'Try a sample' }).click();
    await bench.verified.waitFor();
    expect(await bench.part('Payload').textContent()).toMatch(/in 1[45] min/);
  });
});
