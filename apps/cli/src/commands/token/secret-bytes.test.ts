import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import type { Ran } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

/** Neither is UTF-8, and a reader of text makes forty U+FFFD of both. */
const secrets = {
  one: Buffer.alloc(40, 0x80),
  other: Buffer.alloc(40, 0x90),
  // A last byte that is a line end is a byte of the secret where the rest is no text.
  ended: Buffer.concat([Buffer.alloc(39, 0x80), Buffer.of(0x0a)]),
} as const;
type Name = keyof typeof secrets;
const names = Object.keys(secrets) as Name[];
const pairs = names.flatMap((signer) => names.map((reader) => [signer, reader] as const));

const folder = temporaryFolder();
const fileOf = (name: string): string => join(folder.path, name);
const tokens: Partial<Record<Name, string>> = {};

beforeAll(async () => {
  for (const name of names) {
    writeFileSync(fileOf(name), secrets[name]);
    const signed = await sign(fileOf(name));
    expect(signed).toMatchObject({ code: 0, err: '' });
    tokens[name] = signed.out.trim();
  }
});
afterAll(() => folder[Symbol.dispose]());

function sign(file: string): Promise<Ran> {
  const words = ['token', 'sign', '--secret-file', file, '--alg', 'HS256'];
  return runInProcess(words, { input: '{"sub":"ada"}' });
}

function ask(command: string, name: Name, words: readonly string[]): Promise<Ran> {
  return runInProcess(['token', command, ...words], { input: String(tokens[name]) });
}

describe('a secret file that is no UTF-8', () => {
  it('signs by its bytes', () => {
    expect(new Set(Object.values(tokens)).size).toBe(names.length);
  });

  it.each(pairs)('%s verifies with %s only where they are the same: verify', async (signer, reader) => {
    const ran = await ask('verify', signer, ['--secret-file', fileOf(reader), '--alg', 'HS256', '--json']);
    expect(JSON.parse(ran.out)).toMatchObject(
      signer === reader
        ? { verdict: 'verified' }
        : { verdict: 'refused', refusal: { code: 'signature_invalid' } },
    );
  });

  it.each(pairs)(
    '%s verifies with %s only where they are the same: verify --jsonl',
    async (signer, reader) => {
      const key = { secret: secrets[reader].toString('base64url'), encoding: 'base64url' };
      const input = JSON.stringify({ token: tokens[signer], key });
      const ran = await runInProcess(['token', 'verify', '--jsonl'], { input });
      expect(JSON.parse(ran.out).code).toBe(signer === reader ? 'verified' : 'signature_invalid');
    },
  );

  it.each(pairs)('%s verifies with %s only where they are the same: diagnose', async (signer, reader) => {
    const ran = await ask('diagnose', signer, ['--secret-file', fileOf(reader), '--json']);
    expect(JSON.parse(ran.out).verifies).toBe(signer === reader);
  });

  it('is told apart from text by key inspect', async () => {
    const ran = await runInProcess(['key', 'inspect', fileOf('one'), '--json']);
    expect(JSON.parse(ran.out).keys).toMatchObject([{ form: 'bytes', half: 'secret', bits: 320 }]);
    const converted = await Promise.all(
      names.map((name) => runInProcess(['key', 'convert', fileOf(name), '--to', 'jwk', '--stdout'])),
    );
    expect(converted.map(({ out }) => JSON.parse(out).k)).toEqual(
      names.map((name) => secrets[name].toString('base64url')),
    );
  });

  it('comes on standard input as it is', async () => {
    const ran = await runInProcess(['key', 'convert', '-', '--to', 'jwk', '--stdout'], {
      input: secrets.ended,
    });
    expect(JSON.parse(ran.out).k).toBe(secrets.ended.toString('base64url'));
  });

  it('is no key, and no text in an encoding', async () => {
    const asKey = await ask('verify', 'one', ['--key', fileOf('one')]);
    expect(asKey).toMatchObject({ code: 2, out: '' });
    expect(asKey.err).toContain('bytes that are no text');
    const words = ['--secret-file', fileOf('one'), '--alg', 'HS256', '--secret-encoding'];
    for (const encoding of ['utf8', 'hex', 'base64', 'base64url'])
      expect((await ask('verify', 'one', [...words, encoding])).err).toContain(`not written in ${encoding}`);
  });

  it('is found out where a program has signed with U+FFFD in its place', async () => {
    const lossy = fileOf('lossy');
    writeFileSync(lossy, secrets.one.toString('utf8'));
    const signed = await sign(lossy);
    const ran = await runInProcess(['token', 'diagnose', '--secret-file', fileOf('other'), '--json'], {
      input: signed.out,
    });
    expect(JSON.parse(ran.out)).toMatchObject({
      verifies: false,
      findings: [
        {
          code: 'secret-spelling',
          sentence: expect.stringContaining('as text with U+FFFD for what is no UTF-8'),
        },
      ],
    });
  });
});

describe('text in a secret file', () => {
  const text = 'a secret of forty characters, and a few more of them';
  const written: readonly (readonly [string, Buffer, string, string | undefined])[] = [
    ['UTF-8', Buffer.from(text), '', undefined],
    ['UTF-8 with a line end', Buffer.from(`${text}\r\n`), '', undefined],
    [
      'UTF-8 with a byte order mark',
      Buffer.from(`\ufeff${text}`),
      'UTF-8 with a byte order mark',
      'UTF-8-BOM',
    ],
    ['UTF-16', Buffer.from(`\ufeff${text}\n`, 'utf16le'), 'UTF-16 (little endian)', 'UTF-16LE'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'UTF-16 (little endian)', 'UTF-16LE'],
    [
      'UTF-16, the other way round',
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'UTF-16 (big endian)',
      'UTF-16BE',
    ],
  ];

  it.each(written)(
    'in %s is one secret, and what is unusual is said',
    async (_name, bytes, said, writing) => {
      const [plain, file] = [fileOf('plain'), fileOf('written')];
      writeFileSync(plain, text);
      writeFileSync(file, bytes);
      const signed = await sign(file);
      expect(signed.out).toBe((await sign(plain)).out);
      if (said === '') expect(signed.err).toBe('');
      else expect(signed.err.replace(/\s+/g, ' ')).toContain(`is ${said}`);
      const inspected = await runInProcess(['key', 'inspect', file, '--json']);
      const [key] = JSON.parse(inspected.out).keys;
      expect([key.form, key.writing]).toEqual(['text', writing]);
    },
  );

  it('in another encoding is refused wherever no key is read, never changed', async () => {
    const file = fileOf('latin1');
    writeFileSync(file, Buffer.from('{"sub":"Zo\u00eb"}', 'latin1'));
    const ran = await runInProcess([
      'token',
      'sign',
      '--secret-file',
      fileOf('one'),
      '--claims',
      file,
      '--alg',
      'HS256',
    ]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('not UTF-8');
  });

  it('in a variable that is no UTF-8 is refused', async () => {
    const ran = await runInProcess(['token', 'sign', '--secret-env', 'SECRET', '--alg', 'HS256'], {
      input: '{}',
      environment: { SECRET: secrets.one.toString('utf8') },
    });
    expect(ran).toMatchObject({ code: 2, out: '' });
  });

  it('in a line of --jsonl that is no UTF-8 is refused, and the lines after it are answered', async () => {
    const line = JSON.stringify({ id: 1, token: tokens.one, key: { secret: 'SECRET' } });
    const [before = '', after = ''] = line.split('SECRET');
    const input = Buffer.concat([Buffer.from(before), secrets.one, Buffer.from(`${after}\n${line}`)]);
    const ran = await runInProcess(['token', 'verify', '--jsonl'], { input });
    const answers = ran.out
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer));
    expect(answers).toMatchObject([
      { code: 'line_malformed', reason: 'The line is not UTF-8 text.' },
      { id: 1, code: 'signature_invalid' },
    ]);
  });
});
