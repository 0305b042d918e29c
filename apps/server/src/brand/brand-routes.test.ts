import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';

const hostile = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>`;

describe('the brand of the hosted screens', () => {
  const folder = temporaryFolder();
  const logo = join(folder.path, 'logo.svg');
  let signet: TestSignet;

  beforeAll(async () => {
    writeFileSync(logo, hostile);
    const brand = { name: '</script>Acme "Ltd"', logo: 'logo.svg', colour: '#0B57B7' };
    writeFileSync(join(folder.path, 'signet.yaml'), JSON.stringify({ version: 1, brand }));
    signet = await startSignet(folder.path);
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  it('is told to anyone, as the configuration says it', async () => {
    expect(await (await fetch(`${signet.web}/brand`)).json()).toEqual({
      name: '</script>Acme "Ltd"',
      logo: '/brand/logo',
    });
  });

  it('colours what people press, for either look', async () => {
    const answer = await fetch(`${signet.web}/brand/style.css`);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await answer.text()).toMatch(
      /^:root \{ --action: #0b57b7; .*\n\[data-mantine-color-scheme="dark"\]/,
    );
  });

  it('shows a picture that runs no script on our origin, opened by itself', async () => {
    const answer = await fetch(`${signet.web}/brand/logo`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(await answer.text()).toBe(hostile);
  });

  it('has no picture that is larger than 64 KiB, and says so in the log', async () => {
    writeFileSync(logo, Buffer.alloc(64 * 1024 + 1, 32));
    const answer = await fetch(`${signet.web}/brand/logo`);
    writeFileSync(logo, hostile);
    expect(answer.status).toBe(404);
    const line = await signet.loggedLine('The logo of `brand` cannot be shown');
    expect(line['err']).toMatchObject({ message: 'The logo is larger than 65536 bytes.' });
  });
});
