import { EventEmitter, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Clocks, systemClocks } from '@signet/contracts';
import type { PostgresDeadlines } from '@signet/store';
import { freePort } from '@signet/testing/ports';
import { makeLogger } from '../logging/logger.ts';
import { parseOptions } from '../options/parse-options.ts';
import { type RunningSignet, start } from '../start.ts';

/** A real Signet in this process, on ports of its own, and everything it logged. */
export interface TestSignet extends RunningSignet {
  readonly logged: () => string;
  /** The members of the next or an earlier line with this message. */
  loggedLine(message: string): Promise<Readonly<Record<string, unknown>>>;
  password(username: string): string;
}

export interface TestSignetOptions {
  readonly flags?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clocks?: Clocks;
  readonly deadlines?: PostgresDeadlines;
}

/** Starts on the given data folder; ports are the system's choice unless a flag says otherwise. */
export async function startSignet(dataFolder: string, options: TestSignetOptions = {}): Promise<TestSignet> {
  const lines: string[] = [];
  const written = new EventEmitter();
  const log = makeLogger('debug', collecting(lines, written));
  const gatewayPort = options.flags?.['gatewayPort'] ?? String(await freePort());
  const flags = { port: '0', data: dataFolder, ...options.flags, gatewayPort };
  const running = await start(parseOptions({ flags, environment: options.environment ?? {} }), {
    log,
    clocks: options.clocks ?? systemClocks,
    random: (bytes) => crypto.getRandomValues(bytes),
    echoPort: 0,
    webFolder: async () => builtWeb(dataFolder),
    ...(options.deadlines === undefined ? {} : { deadlines: options.deadlines }),
  });
  return {
    ...running,
    logged: () => lines.join(''),
    async loggedLine(message) {
      const find = () => lines.find((line) => line.includes(JSON.stringify(message)));
      let found = find();
      for (; found === undefined; found = find()) await once(written, 'line');
      return JSON.parse(found);
    },
    password(username) {
      const found = running.credentials.find((credential) => credential.username === username);
      if (found === undefined) throw new Error(`This start made no password for ${username}.`);
      return found.password;
    },
  };
}

/** Stands in for the build of the web app, which has tests of its own. */
function builtWeb(dataFolder: string): string {
  const folder = join(dataFolder, 'web');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, '.sources'), 'of no concern to anybody');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Signet</title>');
  writeFileSync(join(folder, '404.html'), '<title>No such page</title><script src="./theme.js"></script>');
  mkdirSync(join(folder, 'learn'), { recursive: true });
  writeFileSync(join(folder, 'learn', 'index.html'), '<!doctype html><title>Learn</title>');
  writeFileSync(join(folder, 'assets', 'main-0a1b2c3d.js'), 'export {};');
  mkdirSync(join(folder, 'fetch-keys'), { recursive: true });
  writeFileSync(join(folder, 'fetch-keys', 'index.html'), '<!doctype html><title>Fetch keys</title>');
  mkdirSync(join(folder, 'errors'), { recursive: true });
  writeFileSync(join(folder, 'errors', 'index.html'), '<!doctype html><title>Codes</title>');
  writeFileSync(join(folder, 'errors', 'alg_none.html'), '<!doctype html><title>alg_none</title>');
  mkdirSync(join(folder, 'signin'), { recursive: true });
  writeFileSync(join(folder, 'signin', 'index.html'), '<!doctype html><title>Sign in</title>');
  return folder;
}

function collecting(lines: string[], written: EventEmitter): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      written.emit('line');
      done();
    },
  });
}
