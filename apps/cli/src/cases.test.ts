import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import type { Ran } from '@signet/testing/signet';
import { expectedOn, type MadeCase, makeCases, type Surface } from '@signet/token/testing/cases';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from './testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

interface Answer {
  readonly code: string;
  readonly text: string;
  /** All that was printed, as it was. */
  readonly out: string;
}

const commands: Partial<Readonly<Record<Surface, (of: MadeCase) => Promise<Answer>>>> = {
  verify: async (of) => {
    const words = [...keyWords(of), ...named(of), ...expected(of), ...asked(of), '--json'];
    const ran = await token('verify', of, words);
    return { code: codeOf(ran), text: saidIn(ran), out: ran.out };
  },
  diagnose: async (of) => {
    const ran = await token('diagnose', of, [...keyWords(of), '--json']);
    return { code: ran.code === 0 ? 'verified' : 'explained', text: saidIn(ran), out: ran.out };
  },
  decode: async (of) => {
    const ran = await token('decode', of, ['--json']);
    return { code: ran.code === 2 ? codeOf(ran) : 'read', text: ran.out, out: ran.out };
  },
  inspect: async (of) => {
    const ran = await runInProcess(['key', 'inspect', keyFile(of), '--json']);
    return { code: ran.out === '' ? codeOf(ran) : 'read', text: saidIn(ran), out: ran.out };
  },
  lines: async (of) => {
    const key = of.as === 'secret' ? { secret: of.key } : of.key;
    const input = JSON.stringify({ token: of.token, key, ...(of.alg && { alg: of.alg }) });
    const { out } = await runInProcess(['token', 'verify', '--jsonl'], { input });
    return { code: JSON.parse(out).code, text: JSON.parse(out).reason, out };
  },
};

describe.each(makeCases())('$name', (of) => {
  for (const [surface, ask] of Object.entries(commands)) {
    const expected = expectedOn(surface as Surface, of);
    if (expected === undefined) continue;
    it(`${surface} answers ${expected.code}`, async () => {
      const { code, text, out } = await ask(of);
      expect({ code, text }).toMatchObject({ code: expected.code });
      for (const words of expected.words) expect(text).toContain(words);
      expect(out).not.toMatch(unseen);
      for (const digits of expected.digits) expect(out).toMatch(alone(digits));
    });
  }
});

/** Line ends of its own a command may write; what it was given must not steer, hide or forge anything. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;

describe.each(makeCases().filter(({ shows }) => shows !== undefined))('$name, shown to people', (of) => {
  const asked: Readonly<Record<string, () => Promise<Ran>>> = {
    decode: () => token('decode', of, []),
    verify: () => token('verify', of, [...keyWords(of), ...expected(of)]),
    diagnose: () => token('diagnose', of, keyWords(of)),
    lint: () => token('lint', of, []),
    inspect: () => runInProcess(['key', 'inspect', keyFile(of)]),
  };

  it.each(Object.keys(asked))('%s writes no character that is not seen, and one verdict', async (name) => {
    const { out, err } = (await asked[name]?.()) ?? { out: '', err: '' };
    expect(out + err).not.toMatch(unseen);
    expect((out + err).match(/^\s*[✓✗] (?:Verified|Refused)/gm)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('is shown with its escapes', async () => {
    const { out } = await token('decode', of, []);
    for (const words of of.shows ?? []) expect(out.replace(/\n +/g, '')).toContain(words);
  });
});

describe.each(makeCases().filter(({ isGood }) => isGood))('$name is good', (of) => {
  it('keeps the rules of the kind that it is recognised as', async () => {
    const ran = await token('verify', of, [...keyWords(of), '--profile', 'auto', '--json']);
    const { refusal, findings } = JSON.parse(ran.out);
    const isKnown =
      refusal?.sentence !== 'By its own account the token is of no kind whose rules are known here.';
    expect(isKnown ? refusal : undefined).toBeUndefined();
    expect(findings?.filter(({ level }: { level: string }) => level !== 'note') ?? []).toEqual([]);
  });

  it('has nothing that lint or decode refuses', async () => {
    const linted = JSON.parse((await token('lint', of, ['--json'])).out);
    const errors = linted.findings.filter(({ level }: { level: string }) => level === 'error');
    const { notices, problems } = JSON.parse((await token('decode', of, ['--json'])).out);
    expect([errors, notices, problems]).toEqual([[], [], []]);
  });
});

/** A number that no digit of another stands beside. */
function alone(digits: string): RegExp {
  return new RegExp(`(?<![\\d.e-])${RegExp.escape(digits)}(?![\\d.e])`);
}

function token(command: string, { token: input }: MadeCase, words: readonly string[]): Promise<Ran> {
  return runInProcess(['token', command, ...words], { input });
}

/** The rules of a proof, and its request. */
function asked({ request }: MadeCase): readonly string[] {
  if (request === undefined) return [];
  return [
    '--profile',
    'dpop-proof',
    ...Object.entries(request).flatMap(([name, value]) => [`--${name}`, value]),
  ];
}

function keyWords(of: MadeCase): readonly string[] {
  if (of.key === '') return [];
  return [of.as === 'secret' ? '--secret-file' : '--key', keyFile(of)];
}

function named({ alg }: MadeCase): readonly string[] {
  return alg === undefined ? [] : ['--alg', alg];
}

function expected({ expects }: MadeCase): readonly string[] {
  if (expects === undefined) return [];
  const { issuer, audience, audienceClaim } = expects;
  const claim = audienceClaim === undefined ? [] : ['--audience-claim', audienceClaim];
  return ['--issuer', issuer, '--audience', audience, ...claim];
}

function keyFile({ key }: MadeCase): string {
  const file = join(folder.path, 'key');
  writeFileSync(file, key);
  return file;
}

/** The sentences in an answer, with quotation marks as people read them. */
function saidIn({ out, err }: Ran): string {
  const said: string[] = [];
  JSON.parse(out === '' ? err : out, (_name, value: unknown) => {
    if (typeof value === 'string') said.push(value);
    return value;
  });
  return said.join('\n');
}

function codeOf({ out, err }: Ran): string {
  if (out === '') return JSON.parse(err).error.code;
  const { verdict, refusal } = JSON.parse(out);
  return verdict === 'verified' ? verdict : refusal.code;
}
