import { readFileSync } from 'node:fs';
import { temporaryFolder } from '@signet/testing/machine';
import { root, type ShellRun, type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const readme = readFileSync(`${root}/README.md`, 'utf8');

/** The commands below a mark in the README, one a line, as they stand. */
function linesBelow(mark: 'journey' | 'token'): readonly string[] {
  const block = new RegExp(`<!-- ${mark}:[\\s\\S]*?\`\`\`sh\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
  return block.trim().split('\n');
}

/** What the README shows of the last of those lines. */
const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1]?.trim().split('\n') ?? [];

describe('the README’s journey', () => {
  const folder = temporaryFolder();
  let signet: SignetOfReadme;
  const runs: ShellRun[] = [];
  const looks: ShellRun[] = [];

  beforeAll(async () => {
    signet = await startAsReadme();
    for (const command of linesBelow('journey')) {
      // Port 8080 may be somebody else's on the machine that tests; nothing else of the command is touched.
      const here = command.replaceAll('http://localhost:8080', signet.gateway);
      runs.push(await signet.run(here, `${signet.passwords['demo']}\n`));
    }
    // Its data folder is another one here than a reader's `data`.
    for (const command of linesBelow('token')) {
      looks.push(await signet.run(command.replaceAll('data/', `${folder.path}/`)));
    }
  });

  afterAll(async () => {
    await signet?.stop();
    folder[Symbol.dispose]();
  });

  it('has five steps', () => {
    expect(linesBelow('journey').map((command) => command.split(' ').slice(0, 4).join(' '))).toEqual([
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

  it('puts the token and the keys into the reader’s hands, and verifies the one with the others', () => {
    expect(looks.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(looks[0]?.output).toMatch(/The session ended at/);
    expect(looks[0]?.output).toMatch(/typ\s+at\+jwt/);
    const printed = looks[2]?.output.replaceAll(/\s+/g, ' ') ?? '';
    expect(shown.length).toBe(2);
    for (const line of shown)
      for (const part of line.replaceAll(/\s+/g, ' ').split('…')) expect(printed).toContain(part);
  });

  it('never prints a token or the password', () => {
    const everything = [...runs, ...looks].map(({ output }) => output).join('\n');
    expect(everything).not.toMatch(/eyJ[\w-]+\./);
    expect(everything).not.toContain(signet.passwords['demo']);
  });
});
