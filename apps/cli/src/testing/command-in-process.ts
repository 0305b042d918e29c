import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../run.ts';

/** What a shell asked for. */
export interface Asked {
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One line of the answer. */
export type Said = { readonly out: string } | { readonly err: string } | { readonly code: number };

const caller = fileURLToPath(new URL('call-command.ts', import.meta.url));

/**
 * Puts a `signet` into the folder that hands on to this process what a shell asks it: the real one takes a second to
 * start, which is long for each line of a document. Commands of one pipe work in the same folder.
 */
export async function putCommand(folder: string): Promise<AsyncDisposable> {
  const before = process.cwd();
  const path = join(folder, 'signet.socket');
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    // Who reads the answers may stop early, as `head` does.
    socket.on('error', () => socket.destroy());
    void answer(socket);
  }).listen(path);
  await once(server, 'listening');
  const command = join(folder, 'signet');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${caller}' '${path}' "$@"\n`);
  chmodSync(command, 0o755);
  return {
    async [Symbol.asyncDispose]() {
      process.chdir(before);
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(socket: Socket): Promise<void> {
  const say = (said: Said): void => void socket.write(`${JSON.stringify(said)}\n`);
  const { words, folder, environment, input } = await read(socket);
  process.chdir(folder);
  const code = await run({
    words,
    environment,
    clock: Date.now,
    terminal: {
      out: (out) => say({ out }),
      err: (err) => say({ err }),
      drained: async () => undefined,
      input,
      colourOut: false,
      colourErr: false,
      peopleRead: false,
      width: 80,
    },
  });
  socket.end(`${JSON.stringify({ code } satisfies Said)}\n`);
}

/** The first line says what is asked for; what follows is the input. */
async function read(socket: Socket): Promise<Asked & { readonly input: Readable }> {
  const pieces: Buffer[] = [];
  for (;;) {
    const [piece] = (await once(socket, 'data')) as [Buffer];
    socket.pause();
    const end = piece.indexOf('\n');
    pieces.push(end === -1 ? piece : piece.subarray(0, end));
    if (end !== -1) {
      const input = new PassThrough();
      input.write(piece.subarray(end + 1));
      socket.pipe(input);
      return { ...(JSON.parse(`${Buffer.concat(pieces)}`) as Asked), input };
    }
    socket.resume();
  }
}
