import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** A value that is kept in a file of its own, which nobody else can read. */
export interface KeptFile<Value> {
  /** Undefined where there is none, or none that can be believed; the reason is told to `reject`. */
  read(): Value | undefined;
  /** In one piece: whoever reads sees what was before, or all of it. @throws Error as the system says */
  write(value: Value): void;
}

/** Far more than a configuration and a long log take. */
const largestFile = 256 * 1024 * 1024;

export function createKeptFile<Value>(
  folder: string,
  name: string,
  schema: z.ZodType<Value, unknown>,
  reject: (file: string, reason: string) => void,
): KeptFile<Value> {
  const file = join(folder, name);
  return {
    read() {
      try {
        const read = schema.safeParse(JSON.parse(readOwn(file)));
        if (read.success) return read.data;
        reject(file, 'it holds something else');
      } catch (error) {
        if (!isAbsent(error)) reject(file, reasonOf(error));
      }
      return undefined;
    },
    write(value) {
      const draft = `${file}.new`;
      rmSync(draft, { force: true });
      const handle = openSync(draft, 'wx', 0o600);
      try {
        writeFileSync(handle, JSON.stringify(value));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(draft, file);
    },
  };
}

/** What others could have written decides over nobody; what others can read holds secrets no more. */
function readOwn(file: string): string {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { mode, uid, size } = fstatSync(handle);
    if (process.platform !== 'win32') {
      if ((mode & 0o077) !== 0) throw new Error('others can read or write it');
      if (uid !== process.getuid?.()) throw new Error('it is of another user');
    }
    if (size > largestFile) throw new Error('it is too large');
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Never what stands in the file. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not JSON';
  return error instanceof Error ? error.message : 'something else';
}
