/**
 * A process that opens, rotates and ends sessions, and asks for mails, in several lanes at once and prints a line for each thing that
 * the store acknowledged. The tests run two of them side by side, and end one with `kill -9` in the middle.
 *
 * Parameters: where the database is (JSON), and how many rounds each lane makes.
 */
import { newId } from '@signet/contracts';
import { aMail, aNewFamily, anEnding, aRefreshToken, aRule, aSession } from '@signet/identity/ports/examples';
import { createSqlStores, openDatabase } from '../index.ts';

const lanes = 8;
const [location = '{}', rounds = '0'] = process.argv.slice(2);

const database = await openDatabase(JSON.parse(location));
const { sessions, families, revocations, mailQueue } = createSqlStores(database);

async function live(): Promise<void> {
  const session = aSession();
  const added = aNewFamily(session);
  await sessions.open(session, added);
  acknowledge('opened', session.id);
  const successor = aRefreshToken(added.family);
  await families.rotate(added.first.hash, successor, aRule());
  acknowledge('rotated', successor.hash);
  const entry = await sessions.end(session.id, anEnding());
  acknowledge('ended', session.id, entry?.sequence);
  const { sequence } = await revocations.append({
    target: { kind: 'token', issuer: 'https://issuer.example', jti: newId('token') },
    reason: 'administrator',
    revokedAt: 0,
    forgetAfter: Number.MAX_SAFE_INTEGER,
  });
  acknowledge('appended', sequence);
  const mail = aMail();
  await mailQueue.add(mail, Number.MAX_SAFE_INTEGER);
  acknowledge('asked', mail.id);
}

/** Written synchronously when standard output is a pipe. */
function acknowledge(...line: readonly unknown[]): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let round = 0; round < Number(rounds); round += 1) await live();
  }),
);
await database.close();
