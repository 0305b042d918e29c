import { close, fstatSync, constants as modes, open, stat, write } from 'node:fs';
import { promisify } from 'node:util';
import { systemErrorCode } from '../startup/system-error-code.ts';

const opening = promisify(open);
const closing = promisify(close);
const asking = promisify(stat);
const writing = promisify(write);

/** Where lines go. Each call ends before the next begins. */
export interface LineOutput {
  /** How many it takes at once; absent: all that there are. */
  readonly mostLines?: number;
  /** @throws Error where they cannot be written at all, and are lost */
  write(lines: readonly string[]): Promise<Taken>;
  close(): Promise<void>;
}

export interface Taken {
  /** How many of the lines need not come again: fewer than all where nobody reads. */
  readonly taken: number;
  /** How many of these are lost all the same. */
  readonly rejected?: number;
  /** What is wrong, where the operator should know. */
  readonly problem?: string;
}

/** What the system writes into a pipe as one piece, whoever else writes there too. */
const onePiece = 4096;
const standardOutput = 1;

/** @param to `stdout`, or a path */
export function openOutput(to: string): LineOutput {
  return to === 'stdout' ? standardOutputOf() : fileOutput(to);
}

/**
 * Appends to a file. Where it was moved or taken away, as whoever rotates it does, the next lines begin a new one: nobody needs to
 * say so. Others of the machine cannot read it.
 */
function fileOutput(path: string): LineOutput {
  let held: { readonly file: number; readonly name: string } | undefined;

  async function current(): Promise<number> {
    const there = await nameOf(path);
    if (held !== undefined && held.name === there) return held.file;
    await release();
    const file = await opening(path, 'a', 0o640);
    const { dev, ino } = fstatSync(file);
    held = { file, name: `${dev}:${ino}` };
    return file;
  }

  async function release(): Promise<void> {
    const file = held?.file;
    held = undefined;
    if (file !== undefined) await closing(file);
  }

  return {
    async write(lines) {
      const file = await current();
      let rest = Buffer.from(`${lines.join('\n')}\n`);
      while (rest.length > 0) rest = rest.subarray((await writing(file, rest)).bytesWritten);
      return { taken: lines.length };
    },
    close: release,
  };
}

/** Which file stands there now; undefined where none does. */
async function nameOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await asking(path);
    return `${dev}:${ino}`;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * In pieces that stay whole beside those of the other gateway processes. A pipe is opened anew where the system can, so that a
 * reader who does not read keeps nobody waiting: ours is then told so, and not that of who started us.
 */
function standardOutputOf(): LineOutput {
  let own: number | undefined;
  const file = async () => {
    if (own !== undefined || process.platform !== 'linux' || !fstatSync(standardOutput).isFIFO())
      return own ?? standardOutput;
    own = await opening(`/proc/self/fd/${standardOutput}`, modes.O_WRONLY | modes.O_NONBLOCK);
    return own;
  };
  return {
    async write(lines) {
      const to = await file();
      let taken = 0;
      for (const piece of piecesOf(lines)) {
        try {
          await writing(to, Buffer.from(`${piece.join('\n')}\n`));
        } catch (error) {
          if (systemErrorCode(error) === 'EAGAIN') return { taken };
          throw error;
        }
        taken += piece.length;
      }
      return { taken };
    },
    async close() {
      if (own !== undefined) await closing(own);
      own = undefined;
    },
  };
}

function piecesOf(lines: readonly string[]): readonly string[][] {
  const pieces: string[][] = [];
  let room = 0;
  for (const line of lines) {
    const bytes = Buffer.byteLength(line) + 1;
    if (bytes > room) {
      pieces.push([]);
      room = onePiece;
    }
    pieces.at(-1)?.push(line);
    room -= bytes;
  }
  return pieces;
}
