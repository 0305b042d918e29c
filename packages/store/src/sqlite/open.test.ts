import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { aRevocation } from '@signet/contracts/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../sql/open-database.ts';
import { createSqlStores } from '../sql/stores.ts';

describe('openDatabase on a file', () => {
  it('keeps the file and its companions to their owner', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/signet.db`;
    writeFileSync(file, '', { mode: 0o666 });
    const database = await openDatabase({ file });
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(`${file}${suffix}`).mode & 0o777).toBe(0o600);
    await database.close();
  });

  it('writes ahead, syncs every commit and holds foreign keys', async () => {
    using folder = temporaryFolder();
    const { query, close } = await openDatabase({ file: `${folder.path}/signet.db` });
    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map(async (name) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(query);
      return rows[0]?.[name];
    });
    expect(await Promise.all(settings)).toEqual(['wal', 2, 1]);
    await close();
  });

  it('opens again what it made, with everything in it', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/signet.db`;
    const first = await openDatabase({ file });
    await createSqlStores(first).revocations.append(aRevocation());
    await first.close();
    const second = await openDatabase({ file });
    expect(await createSqlStores(second).revocations.latest()).toBe(1);
    await second.close();
  });

  it('refuses a database that a newer Signet made, and leaves it as it is', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/signet.db`;
    await (await openDatabase({ file })).close();
    const newer = new DatabaseSync(file);
    newer.exec("insert into schema_versions (version, name) values (999, 'from the future')");
    newer.close();
    const before = readFileSync(file);
    const error = await openDatabase({ file }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'database_too_new', refusal: { actual: 'schema version 999' } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a damaged file, and leaves it as it is', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/signet.db`;
    writeFileSync(file, 'no database at all '.repeat(1000));
    const before = readFileSync(file);
    await expect(openDatabase({ file })).rejects.toMatchObject({
      code: 'database_unreachable',
      refusal: { actual: 'file is not a database' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ['a folder that does not exist', 'missing/signet.db', 'ENOENT'],
    ['a folder in the place of the file', '.', 'EISDIR'],
  ])('says what to do about %s', async (_what, name, actual) => {
    using folder = temporaryFolder();
    await expect(openDatabase({ file: `${folder.path}/${name}` })).rejects.toMatchObject({
      code: 'data_folder_not_writable',
      refusal: { actual },
    });
  });
});
