import { Writable } from 'node:stream';
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
});
