import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import type { Needed } from '@signet/testing/suites';

/** A token of SoftHSM, which is gone when its variable is. */
export interface SoftToken extends Disposable {
  readonly folder: string;
  readonly module: string;
  readonly tokenLabel: string;
  readonly pin: string;
  /** What `pkcs11-tool` prints, logged in. */
  readonly tool: (...words: readonly string[]) => string;
}

/** Where Debian has it, and others. */
const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];

/** Whether this machine has a library to make tokens with; `test` ends well where it does. */
export const softTokenNeeds: readonly Needed[] = [
  'pkcs11-tool',
  'softhsm2-util',
  ['test', '-e', modules.find((each) => existsSync(each)) ?? String(modules[0])],
];

export function openSoftToken(): SoftToken {
  const folder = temporaryFolder();
  const tokens = join(folder.path, 'tokens');
  const settings = join(folder.path, 'softhsm2.conf');
  const module = modules.find((each) => existsSync(each)) ?? '';
  const tokenLabel = 'Signet test';
  const pin = randomBytes(8).toString('hex');
  mkdirSync(tokens, { mode: 0o700 });
  writeFileSync(
    settings,
    `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const before = process.env['SOFTHSM2_CONF'];
  // The library is told by the environment, which the tool inherits.
  process.env['SOFTHSM2_CONF'] = settings;
  const run = (program: string, words: readonly string[]) =>
    execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  run('softhsm2-util', [
    '--init-token',
    '--free',
    `--label=${tokenLabel}`,
    `--pin=${pin}`,
    '--so-pin=87654321',
  ]);
  return {
    folder: folder.path,
    module,
    tokenLabel,
    pin,
    tool: (...words) =>
      run('pkcs11-tool', [
        `--module=${module}`,
        `--token-label=${tokenLabel}`,
        '--login',
        `--pin=${pin}`,
        ...words,
      ]),
    [Symbol.dispose]: () => {
      if (before === undefined) delete process.env['SOFTHSM2_CONF'];
      else process.env['SOFTHSM2_CONF'] = before;
      folder[Symbol.dispose]();
    },
  };
}
