import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './program.ts';

/** What a program said to each of its tokens: `accepted`, `refused`, or what else became of it. */
export type Answers = readonly (readonly string[])[];

const driver = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Node, Express and Fastify in one process; the written files find their libraries beside them, as in a project. */
export function runNodePrograms(programs: readonly Program[], root: string): Promise<Answers> {
  symlinkSync(driver('../../../../../node_modules'), join(root, 'node_modules'));
  return drive(process.execPath, [driver('./drive-node.ts')], programs);
}

export function runPythonPrograms(programs: readonly Program[]): Promise<Answers> {
  return drive(python, [driver('./drive-python.py')], programs);
}

/** Debian's, which has Debian's PyJWT. */
export const python = '/usr/bin/python3';

/** Hands programs and tokens to a process, and answers what it printed. */
export async function drive(
  command: string,
  words: readonly string[],
  programs: readonly Program[],
): Promise<Answers> {
  const input = programs.map(({ stack, file, cases }) => ({
    stack,
    file,
    tokens: cases.map(({ token }) => token),
  }));
  const environment = Object.assign({}, process.env, ...programs.map((program) => program.environment));
  return JSON.parse(await run(command, words, { environment, input: JSON.stringify(input) }));
}

export interface RunOptions {
  readonly input?: string;
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a program of the machine to its end; rejects with what it wrote to standard error. */
export function run(
  command: string,
  words: readonly string[],
  { input = '', folder, environment }: RunOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 24, cwd: folder, ...(environment && { env: environment }) };
    const child = execFile(command, words, options, (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(`${command} failed: ${err}${out}`, { cause: error })),
    );
    child.stdin?.end(input);
  });
}

/** Publishes the key set of each program below its number. */
export async function publishKeySets(
  keySets: ReadonlyMap<number, object>,
): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const keySet = keySets.get(Number(request.url?.slice(1)));
    response.writeHead(keySet === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(keySet ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
