import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RevocationEntry, SessionId } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { PostgresLocation } from '../../postgres/open.ts';
import { openDatabase } from '../../sql/open-database.ts';
import { createSqlStores } from '../../sql/stores.ts';
import type { SqliteLocation } from '../../sqlite/open.ts';
import type { Stores } from '../../stores.ts';

type Location = PostgresLocation | SqliteLocation;
type Acknowledged = readonly [string, string | number, number?];

const writer = fileURLToPath(new URL('../acknowledging-writer.ts', import.meta.url));

/** What holds for a database that several processes write, whatever happens to one of them. */
export function durabilityContract(name: string, open: Open<Location>): void {
  describe(`Durability: ${name}`, () => {
    it('lets two processes start together on nothing, and gives them one sequence without gaps', async () => {
      await using opened = await open();
      const writers = [write(opened.adapter, 10), write(opened.adapter, 10)];
      const told = (await Promise.all(writers.map(({ finished }) => finished))).flat();
      expect(told).toHaveLength(2 * 8 * 10 * 5);
      await expectKept(opened.adapter, told);
    });

    it('keeps all that it acknowledged when the process is killed', async () => {
      await using opened = await open();
      const { child, told, finished } = write(opened.adapter, 1_000_000);
      while (told.length < 500) await once(child.stdout ?? child, 'data');
      child.kill('SIGKILL');
      await finished;
      await expectKept(opened.adapter, told);
    });
  });
}

function write(location: Location, rounds: number) {
  const child: ChildProcess = spawn(process.execPath, [writer, JSON.stringify(location), String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Acknowledged[] = [];
  const lines = child.stdout === null ? undefined : createInterface({ input: child.stdout });
  lines?.on('line', (line) => told.push(JSON.parse(line)));
  const finished = once(child, 'close').then(() => told);
  return { child, told, finished };
}

async function expectKept(location: Location, told: readonly Acknowledged[]): Promise<void> {
  const database = await openDatabase(location);
  const stores = createSqlStores(database);
  const entries = await stores.revocations.read(0, 1_000_000);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(await stores.revocations.latest()).toBe(entries.length);
  expect(told.length).toBeGreaterThan(0);
  const mails = await stores.mailQueue.take(Number.MAX_SAFE_INTEGER, 0, 1_000_000);
  const asked = new Set<unknown>(mails.map(({ id }) => id));
  for (const line of told) {
    const kept = line[0] === 'asked' ? asked.has(line[1]) : await isKept(stores, entries, line);
    expect(kept, line.join(' ')).toBe(true);
  }
  await database.close();
}

async function isKept(
  stores: Stores,
  entries: readonly RevocationEntry[],
  [what, name, sequence]: Acknowledged,
): Promise<boolean> {
  if (what === 'appended') return entries[Number(name) - 1]?.target.kind === 'token';
  if (what === 'rotated') return (await stores.families.findByRefreshToken(String(name))) !== undefined;
  const session = await stores.sessions.find(name as SessionId);
  if (what === 'opened') return session !== undefined;
  const target = entries[(sequence ?? 0) - 1]?.target;
  return session?.endedAt !== undefined && target?.kind === 'session' && target.sid === session.id;
}
