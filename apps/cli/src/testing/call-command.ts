import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Asked, Said } from './command-in-process.ts';

// Run by the `signet` that `putCommand` writes: hands words, folder, environment and input on, and says what comes back.
const [path = '', ...words] = process.argv.slice(2);
const asked: Asked = { words, folder: process.cwd(), environment: process.env };
const socket = connect(path, () => {
  socket.write(`${JSON.stringify(asked)}\n`);
  process.stdin.pipe(socket);
});

let code = 70;
for await (const line of createInterface({ input: socket })) {
  const said = JSON.parse(line) as Said;
  if ('code' in said) code = said.code;
  else if ('out' in said) process.stdout.write(said.out);
  else process.stderr.write(said.err);
}
process.stdin.destroy();
process.exitCode = code;
