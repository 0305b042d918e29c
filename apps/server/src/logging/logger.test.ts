import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeLogger } from './logger.ts';

describe('the log', () => {
  it.each([
    { authorization: 'Bearer hunter2' },
    { headers: { authorization: 'hunter2', cookie: 'hunter2', 'set-cookie': 'hunter2' } },
    { request: { body: { password: 'hunter2', newPassword: 'hunter2' } } },
    { answer: { accessToken: 'hunter2', oneTimePassword: 'hunter2' } },
    { options: { masterKey: 'hunter2', databaseUrl: 'postgres://me:hunter2@host/db' } },
    { token: 'hunter2' },
  ])('does not show what is secret in %j', (value) => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    makeLogger('info', stream).info(value, 'something happened');
    expect(lines.join('')).toContain('something happened');
    expect(lines.join('')).not.toContain('hunter2');
  });

  it.each([true, false])('that cannot be written (to a terminal: %s) ends no process', (terminal) => {
    const module = new URL('logger.ts', import.meta.url);
    const script = `
      const { openLogger } = await import(${JSON.stringify(module)});
      const log = openLogger({ terminal: ${terminal}, level: 'info' });
      for (let line = 0; line < 100; line += 1) {
        log.info({ line }, 'something happened');
        await new Promise(setImmediate);
      }
      process.stdout.write('alive');`;
    // Open for reading only: each write to it fails, as on a full disk.
    const unwritable = openSync(fileURLToPath(module), 'r');
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', unwritable],
      encoding: 'utf8',
    });
    closeSync(unwritable);
    expect(stdout).toBe('alive');
  });
});
