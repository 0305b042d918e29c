import { newId } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import { aConsent, aNewFamily, anAccount, aSession } from '@signet/identity/ports/examples';
import { temporaryFolder } from '@signet/testing/machine';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { keptByIdAlone, removedWithAccount } from '../sql/identity/remove-account.ts';
import { openDatabase } from '../sql/open-database.ts';
import { createSqlStores } from '../sql/stores.ts';

describe('an account that is removed', () => {
  it('leaves nothing of the person in any table: each that knows accounts is thought of', async () => {
    using folder = temporaryFolder();
    const { query, close } = await openDatabase({ file: `${folder.path}/signet.db` });
    const tables = await query.introspection.getTables();
    const ofAccounts = tables.filter(({ columns }) => columns.some(({ name }) => name === 'account_id'));
    expect(ofAccounts.map(({ name }) => name).sort()).toEqual(
      [...removedWithAccount, ...keptByIdAlone].sort(),
    );
    await close();
  });

  it('takes its address, factors, codes, links, mails and the names of its devices along, and nobody else’s', async () => {
    using folder = temporaryFolder();
    const database = await openDatabase({ file: `${folder.path}/signet.db` });
    const stores = createSqlStores(database);
    for (const username of ['ada', 'bob']) await addPerson(username);
    const ada = await stores.accounts.findByUsername('ada');
    expect(ada && (await stores.accounts.remove(ada.id))).toBe(true);
    const kept = await everythingIn();
    expect(kept.match(/ada of (\w+)/g)).toBeNull();
    expect(new Set(kept.match(/bob of (\w+)/g))).toEqual(
      new Set([
        'bob of device',
        'bob of agent',
        'bob of network',
        'bob of seal',
        'bob of code',
        'bob of link',
        'bob of mail',
        'bob of provider',
        'bob of consent',
      ]),
    );
    expect(kept).toContain('bob@example.org');
    expect(kept).not.toContain('ada@example.org');
    await database.close();

    async function addPerson(username: string): Promise<void> {
      const account = anAccount({ username });
      const accountId = account.id;
      const address = `${username}@example.org`;
      await stores.accounts.addWithEmail(account, { accountId, address, verified: true });
      const factor = { addedAt: noon, lastStep: 0, failures: 0, failedAt: 0 };
      await stores.secondFactors.add({ accountId, sealedSecret: `${username} of seal`, ...factor }, [
        `${username} of code`,
      ]);
      const device = {
        id: `${username} of device`,
        agent: `${username} of agent`,
        network: `${username} of network`,
      };
      const session = aSession({ accountId, device });
      await stores.sessions.open(session, aNewFamily(session));
      const link = JSON.stringify({ accountId, address, note: `${username} of link` });
      await stores.protocol.put({ kind: 'mailed_link', hash: username, document: link, expiresAt: noon });
      const errand = JSON.stringify({ accountId, to: address, note: `${username} of mail` });
      const subject = `${username} of provider`;
      await stores.providerLinks.add({ accountId, issuer: 'https://other.example', subject, linkedAt: noon });
      await stores.consents.agree(aConsent({ accountId, scopes: [`${username} of consent`] }));
      await stores.mailQueue.add({ id: newId('mail'), errand, queuedAt: noon }, 10);
    }

    async function everythingIn(): Promise<string> {
      const tables = await database.query.introspection.getTables();
      const rows = tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(database.query));
      return JSON.stringify((await Promise.all(rows)).map((found) => found.rows));
    }
  });
});
