import { readFileSync } from 'node:fs';
import { root, type ShellRun, type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The commands below the journey's mark in the README, one a line, as they stand. */
function journeyOfReadme(): readonly string[] {
  const readme = readFileSync(`${root}/README.md`, 'utf8');
  const block = /<!-- journey:[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  return block.trim().split('\n');
}

describe('the README’s journey', () => {
  let signet: SignetOfReadme;
  const runs: ShellRun[] = [];

  beforeAll(async () => {
    signet = await startAsReadme();
    for (const command of journeyOfReadme()) {
      // Port 8080 may be somebody else's on the machine that tests; nothing else of the command is touched.
      const here = command.replaceAll('http://localhost:8080', signet.gateway);
      runs.push(await signet.run(here, `${signet.passwords['demo']}\n`));
    }
  });

  afterAll(() => signet?.stop());

  it('has five steps', () => {
    expect(journeyOfReadme().map((command) => command.split(' ').slice(0, 4).join(' '))).toEqual([
      'npx --no signet login',
      'npx --no signet call',
      'npx --no signet logout',
      'npx --no signet call',
      'npx --no signet explain',
    ]);
  });

  it('begins with the addresses, the web’s first, and two passwords', () => {
    const text = signet.printed.join('\n');
    expect(text.indexOf(signet.web)).toBeGreaterThan(-1);
    expect(text.indexOf(signet.gateway)).toBeGreaterThan(text.indexOf(signet.web));
    expect(Object.keys(signet.passwords)).toEqual(['admin', 'demo']);
  });

  it('signs in', () => {
    expect(runs[0]).toMatchObject({ code: 0, output: expect.stringContaining('Signed in as demo') });
  });

  it('calls, and shows what the upstream received', () => {
    expect(runs[1]?.code).toBe(0);
    expect(runs[1]?.output).toMatch(/"x-user-id": "usr_[0-9a-z]{26}"/);
    expect(runs[1]?.output).not.toMatch(/"authorization"/i);
  });

  it('logs out', () => {
    expect(runs[2]).toMatchObject({ code: 0, output: expect.stringContaining('has ended') });
  });

  it('is refused with the same token, in three parts and with a reference', () => {
    expect(runs[3]?.code).toBe(1);
    for (const part of ['401', 'Expected', 'Got', 'Fix', 'token_revoked', 'req_']) {
      expect(runs[3]?.output).toContain(part);
    }
  });

  it('learns why, step by step, without seeing the token', () => {
    expect(runs[4]?.code).toBe(0);
    for (const part of ['verify-token', 'check-revocation', 'refused', 'not reached', 'Sign in again']) {
      expect(runs[4]?.output).toContain(part);
    }
  });

  it('never prints a token or the password', () => {
    const everything = runs.map(({ output }) => output).join('\n');
    expect(everything).not.toMatch(/eyJ[\w-]+\./);
    expect(everything).not.toContain(signet.passwords['demo']);
  });
});
