import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRunningFile, removeRunningFile, writeRunningFile } from './running-file.ts';

const running = {
  control: 'http://127.0.0.1:9000',
  gateway: 'http://127.0.0.1:8080',
  issuer: 'http://localhost:9000',
  gatewayOrigin: 'http://localhost:8080',
  processId: 7,
};

describe('what tells the commands where the server is', () => {
  let folder: string;
  const file = () => join(folder, 'server.json');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signet-running-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read as it was written, by its owner only, and goes', () => {
    const withSocket = { ...running, socket: join(folder, 'control.sock') };
    for (const each of [running, withSocket]) {
      writeRunningFile(folder, each);
      expect(readRunningFile(folder)).toEqual(each);
      expect(statSync(file()).mode & 0o077).toBe(0);
    }
    removeRunningFile(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not written into a file that others had opened or linked before', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'untouched', { mode: 0o666 });
    symlinkSync(elsewhere, file());
    symlinkSync(elsewhere, `${file()}.new`);
    writeRunningFile(folder, running);
    rmSync(elsewhere);
    expect(readRunningFile(folder)).toEqual(running);
  });

  it.skipIf(process.platform === 'win32').each([0o620, 0o602])(
    'says nothing with mode %o, for others could have led us astray',
    (mode) => {
      writeRunningFile(folder, running);
      chmodSync(file(), mode);
      expect(readRunningFile(folder)).toBeUndefined();
    },
  );

  it.runIf(process.getuid?.() === 0)('says nothing where another user wrote it', () => {
    writeRunningFile(folder, running);
    chownSync(file(), 12_345, 12_345);
    expect(readRunningFile(folder)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')(
    'says nothing in a folder of another user, into which we came',
    () => {
      writeRunningFile(folder, running);
      vi.spyOn(process, 'getuid').mockReturnValue(statSync(folder).uid + 1);
      expect(readRunningFile(folder)).toBeUndefined();
    },
  );

  it('says nothing by a link to another file', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, JSON.stringify(running), { mode: 0o600 });
    symlinkSync(elsewhere, file());
    expect(readRunningFile(folder)).toBeUndefined();
  });

  it.each(['', '{', '[]', '{"control":"http://127.0.0.1:1"}', JSON.stringify({ ...running, socket: 7 })])(
    'says nothing with %j in it',
    (content) => {
      writeFileSync(file(), content, { mode: 0o600 });
      expect(readRunningFile(folder)).toBeUndefined();
    },
  );
});
