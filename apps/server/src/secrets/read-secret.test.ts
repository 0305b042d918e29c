import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readLocalSecret } from './read-secret.ts';
import { runSecretCommand } from './secret-command.ts';
import { isForOwnerAlone } from './secret-file.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const variables: Readonly<Record<string, string>> = { GIVEN: 'correct-horse\n', EMPTY: '' };
const places = { folder: folder.path, variable: (name: string) => variables[name] };

function fileOf(name: string, text: string, mode: number): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const refusalOf = (code: string, reason: string) => ({
  refusal: { code, actual: expect.stringContaining(reason) },
});

const failureOf = (read: () => Promise<string>): Promise<unknown> => read().catch((error: unknown) => error);

/** What has ended and waits for init to collect it runs no more. */
function isRunning(process: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${process}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a secret from the environment', () => {
  it('is read, and refused where there is none', async () => {
    expect(await readLocalSecret({ kind: 'env', name: 'GIVEN' }, places)).toBe('correct-horse');
    for (const name of ['EMPTY', 'ABSENT']) {
      expect(await failureOf(() => readLocalSecret({ kind: 'env', name }, places))).toMatchObject(
        refusalOf('secret_unreadable', 'none'),
      );
    }
  });
});

describe('a secret in a file', () => {
  it('is read beside the configuration, for its owner alone', async () => {
    fileOf('own.key', 'correct-horse\n', 0o600);
    expect(await readLocalSecret({ kind: 'file', path: 'own.key' }, places)).toBe('correct-horse');
    chmodSync(join(folder.path, 'own.key'), 0o400);
    expect(await readLocalSecret({ kind: 'file', path: join(folder.path, 'own.key') }, places)).toBe(
      'correct-horse',
    );
  });

  it.each([0o644, 0o640, 0o604, 0o620, 0o602, 0o610])(
    'is refused where others can get at it: mode %o',
    async (mode) => {
      const path = fileOf(`mode-${mode}`, 'correct-horse', mode);
      const error = await failureOf(() => readLocalSecret({ kind: 'file', path }, places));
      expect(error).toMatchObject(refusalOf('secret_exposed', mode.toString(8)));
      expect(JSON.stringify(error)).not.toContain('correct-horse');
    },
  );

  it('is its owner’s, or root’s, and nobody else’s', async () => {
    const owned = (uid: number) => isForOwnerAlone({ mode: 0o100600, uid }, 1000);
    expect([owned(1000), owned(0), owned(1001)]).toEqual([true, true, false]);
  });

  it('is refused where there is no ordinary file of a bearable size', async () => {
    mkdirSync(join(folder.path, 'a-folder'), { mode: 0o700 });
    execFileSync('mkfifo', ['-m', '600', join(folder.path, 'a-pipe')]);
    fileOf('large', 'x'.repeat(64 * 1024 + 1), 0o600);
    fileOf('empty', '\n', 0o600);
    for (const [path, reason] of [
      ['absent', 'ENOENT'],
      ['a-folder', 'no ordinary file'],
      ['a-pipe', 'no ordinary file'],
      ['large', '65537 bytes'],
      ['empty', 'an empty file'],
    ] as const) {
      expect(await failureOf(() => readLocalSecret({ kind: 'file', path }, places))).toMatchObject(
        refusalOf('secret_unreadable', reason),
      );
    }
  });
});

describe('a secret from a command', () => {
  const script = (name: string, body: string) => fileOf(name, `#!/bin/sh\n${body}\n`, 0o700);

  it('is what it prints, with the words that it was given and no shell between', async () => {
    const path = script('tell', 'printf "%s|" "$@"');
    const command = `${path} one $HOME ;rm`;
    expect(await readLocalSecret({ kind: 'exec', command }, places)).toBe('one|$HOME|;rm|');
  });

  it('is told none of our own secrets', async () => {
    process.env['SIGNET_MASTER_KEY'] = 'not-for-children';
    const told = await readLocalSecret({ kind: 'exec', command: script('environment', 'env') }, places);
    delete process.env['SIGNET_MASTER_KEY'];
    expect(told).not.toContain('not-for-children');
  });

  it.each([
    ['fails', 'echo correct-horse; echo correct-horse >&2; exit 3', 'exit code 3'],
    ['is-silent', 'exit 0', 'nothing was printed'],
    ['never-ends', 'yes correct-horse', 'ENOBUFS'],
  ])('is refused, and not shown, where the command %s', async (name, body, reason) => {
    const error = await failureOf(() =>
      readLocalSecret({ kind: 'exec', command: script(name, body) }, places),
    );
    expect(error).toMatchObject(refusalOf('secret_unreadable', reason));
    expect(JSON.stringify(error)).not.toContain('correct-horse');
  });

  it('ends with all that it has started, where it does not end', async () => {
    const path = script('leaves', 'sleep 600 & echo $! > child; wait');
    const told = runSecretCommand(path, { folder: folder.path, seconds: 0.3 });
    await expect(told).rejects.toMatchObject(refusalOf('secret_unreadable', 'ETIMEDOUT'));
    const child = Number(readFileSync(join(folder.path, 'child'), 'utf8'));
    await vi.waitUntil(() => !isRunning(child));
  });

  it('is refused where there is no such command, or it does not end', async () => {
    const absent = { kind: 'exec', command: join(folder.path, 'no-such-command') } as const;
    expect(await failureOf(() => readLocalSecret(absent, places))).toMatchObject(
      refusalOf('secret_unreadable', 'ENOENT'),
    );
    const waits = script('waits', 'exec sleep 600');
    expect(
      await failureOf(() => runSecretCommand(waits, { folder: folder.path, seconds: 0.2 })),
    ).toMatchObject(refusalOf('secret_unreadable', 'ETIMEDOUT'));
  });
});
