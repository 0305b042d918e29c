import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** A recorded answer: one body, or the data of a stream's events in order. */
export interface Recording {
  readonly name: string;
  readonly path: string;
}

/** The answers that a provider really gave. */
export class Recordings {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get whole(): readonly Recording[] {
    return this.#endingWith('.json');
  }

  get streamed(): readonly Recording[] {
    return this.#endingWith('.chunks.txt');
  }

  #endingWith(end: string): readonly Recording[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(end))
      .map((name) => ({ name, path: join(this.#folder, name) }));
  }
}

export function bodyOf({ path }: Recording): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function chunksOf({ path }: Recording): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/**
 * Tests over recordings. All of them lie beside the checkout and are no part of it; a few stand in `vectors/answers`, which
 * are taken where the others are not. Of a provider that has none there, that is said aloud.
 */
export function describeWithRecordings(
  name: string,
  provider: string,
  tests: (recordings: Recordings) => void,
): void {
  const folders = [join(repository(), '..', 'shared', 'recordings', provider), join(few, provider)];
  const folder = folders.find((each) => existsSync(each));
  if (folder !== undefined) {
    describe(name, () => tests(new Recordings(folder)));
    return;
  }
  process.stderr.write(
    `\nLEFT OUT: "${name}" needs the recordings of ${provider}, not found beside the checkout.\n`,
  );
  describe(name, () => {
    it('is left out, as no recordings of it are here', () => {
      expect(folders.some((each) => existsSync(each))).toBe(false);
    });
  });
}

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const few = join(checkout, 'vectors', 'answers');

/** The folder of the repository itself, from one of its worktrees too: their `.git` is a file that names it. */
function repository(): string {
  const git = join(checkout, '.git');
  if (!existsSync(git) || statSync(git).isDirectory()) return checkout;
  const named = /^gitdir: (.*)$/m.exec(readFileSync(git, 'utf8'))?.[1];
  return named === undefined ? checkout : resolve(checkout, named, '../../..');
}
