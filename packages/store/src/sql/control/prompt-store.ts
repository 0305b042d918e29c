import { follows, type PromptVersion, type Publication, type StoredPrompt } from '@signet/contracts';
import type { KeptPrompt, KeptVersion, PromptStore } from '@signet/control/ports';
import type { Kysely } from 'kysely';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import { appendDeed } from '../identity/audit.ts';
import type { PromptPublicationRow, PromptVersionRow, Schema } from '../schema.ts';

export function createSqlPromptStore(database: Database): PromptStore {
  const { query } = database;
  return {
    async names() {
      const rows = await query.selectFrom('prompt_versions').select('name').where('place', '=', 1).execute();
      // Databases have orders of their own.
      return rows.map(({ name }) => name).sort();
    },
    async versions(name) {
      const rows = await query
        .selectFrom('prompt_versions')
        .select(['name', 'major', 'minor', 'published', 'summary'])
        .where('name', '=', name)
        .orderBy('place', 'desc')
        .execute();
      return rows.map(versionOf);
    },
    async find(name, version) {
      const row = await rowAt(query, name, version);
      return row && fromRow(row);
    },
    add: (prompt, deed) =>
      inTransaction(database, async (transaction) => {
        if (!(await insertNext(transaction, prompt))) return false;
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
    async publications(name, limit) {
      const rows = await query
        .selectFrom('prompt_publications')
        .selectAll()
        .where('name', '=', name)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(publicationOf);
    },
    publish: (publication, deed) =>
      inTransaction(database, async (transaction) => {
        const { name, stable, canary } = publication;
        const named = canary === undefined ? [stable] : [stable, canary.version];
        for (const version of named)
          if ((await rowAt(transaction, name, version)) === undefined) return false;
        if (!(await insertPublication(transaction, publication))) return false;
        for (const version of named) await markPublished(transaction, name, version);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
  };
}

function rowAt(
  query: Kysely<Schema>,
  name: string,
  { major, minor }: PromptVersion,
): Promise<PromptVersionRow | undefined> {
  return query
    .selectFrom('prompt_versions')
    .selectAll()
    .where('name', '=', name)
    .where('major', '=', major)
    .where('minor', '=', minor)
    .executeTakeFirst();
}

/** Of those who saw the same newest one, the key lets one in, whatever it calls its version. */
async function insertNext(transaction: SchemaTransaction, prompt: StoredPrompt): Promise<boolean> {
  const newest = await transaction
    .selectFrom('prompt_versions')
    .select(['place', 'major', 'minor'])
    .where('name', '=', prompt.name)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!follows(prompt.version, newest)) return false;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('prompt_versions')
    .values(toRow(prompt, (newest?.place ?? 0) + 1))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function insertPublication(transaction: SchemaTransaction, publication: Publication): Promise<boolean> {
  const { name, number, ...rest } = publication;
  const newest = await transaction
    .selectFrom('prompt_publications')
    .select('number')
    .where('name', '=', name)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (number !== (newest?.number ?? 0) + 1) return false;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('prompt_publications')
    .values({ name, number, document: JSON.stringify(rest) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function markPublished(
  transaction: SchemaTransaction,
  name: string,
  { major, minor }: PromptVersion,
): Promise<void> {
  await transaction
    .updateTable('prompt_versions')
    .set({ published: 1 })
    .where('name', '=', name)
    .where('major', '=', major)
    .where('minor', '=', minor)
    .execute();
}

function toRow({ name, version, definition, ...rest }: StoredPrompt, place: number): PromptVersionRow {
  return {
    ...{ name, place, major: version.major, minor: version.minor, published: 0 },
    summary: JSON.stringify(rest),
    document: JSON.stringify(definition),
  };
}

function versionOf(row: Omit<PromptVersionRow, 'place' | 'document'>): KeptVersion {
  const { name, major, minor, published, summary } = row;
  return { ...JSON.parse(summary), name, version: { major, minor }, published: published === 1 };
}

function fromRow({ document, ...row }: PromptVersionRow): KeptPrompt {
  return { ...versionOf(row), definition: JSON.parse(document) };
}

function publicationOf({ name, number, document }: PromptPublicationRow): Publication {
  return { ...JSON.parse(document), name, number };
}
