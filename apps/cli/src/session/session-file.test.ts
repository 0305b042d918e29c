import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSession, sessionFile, writeSession } from './session-file.ts';

const session = {
  server: 'http://localhost:9000',
  username: 'demo',
  sessionId: 'ses_x',
  accessToken: 'a.b.c',
  expiresAt: '2026-11-23T12:00:00.000Z',
};

describe('the session of the command line', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signet-session-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read as it was written, and by its owner only', () => {
    writeSession(folder, session);
    expect(readSession(folder)).toEqual(session);
    expect(statSync(sessionFile(folder)).mode & 0o077).toBe(0);
  });

  it('is not written through a link that somebody laid in its way', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'untouched');
    symlinkSync(elsewhere, `${sessionFile(folder)}.${process.pid}`);
    symlinkSync(elsewhere, sessionFile(folder));
    writeSession(folder, session);
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
    expect(readSession(folder)).toEqual(session);
  });

  it('is none where the file holds something else', () => {
    writeFileSync(sessionFile(folder), '{"server": 1}');
    expect(readSession(folder)).toBeUndefined();
  });
});
