import { noon } from '@signet/contracts/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { createSqlRevocations } from './revocations.ts';

it('forgets any number of old revocations, in statements of a bounded size', async () => {
  using folder = temporaryFolder();
  const database = await openDatabase({ file: `${folder.path}/signet.db` });
  await sql`
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 4500)
    insert into revocations (sequence, target, reason, revoked_at, forget_after)
      select n, '{}', 'logout', 0, case n % 9 when 0 then ${noon} else 1 end from numbers`.execute(
    database.query,
  );
  const log = createSqlRevocations(database);
  expect(await log.forget(noon)).toBe(4000);
  expect(await log.read(0, 1000)).toHaveLength(500);
  await database.close();
});
