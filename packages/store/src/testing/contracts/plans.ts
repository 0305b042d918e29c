import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { aLedgerRequest, aSettlement } from '@signet/gateway/ports/contracts';
import {
  aClient,
  aConsent,
  aNewFamily,
  anAccount,
  anApiKey,
  anEnding,
  aRefreshToken,
  aRule,
  aSession,
} from '@signet/identity/ports/examples';
import { type CompiledQuery, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Database, inTransaction } from '../../sql/database.ts';
import { createSqlStores } from '../../sql/stores.ts';
import type { Stores } from '../../stores.ts';

/** What is asked of people and their sessions reads by an index, so that it takes as long among a million as among ten. */
export function plansContract(name: string, open: Open<Database>): void {
  describe(`Plans: ${name}`, () => {
    it('reads no table whole, and sorts nothing but what one account has', async () => {
      await using opened = await open();
      const seen: CompiledQuery[] = [];
      const stores = createSqlStores(watched(opened.adapter, seen));
      const found: Record<string, readonly string[]> = {};
      for (const [question, ask] of Object.entries(questions)) {
        seen.length = 0;
        await ask(stores);
        expect(seen.length, question).toBeGreaterThan(0);
        const steps = [];
        for (const query of seen) steps.push(...(await slowSteps(opened.adapter, query)));
        const sorts = sortsFew.has(question) ? steps.filter((step) => !isSort.test(step)) : steps;
        if (sorts.length > 0) found[question] = sorts;
      }
      expect(found).toEqual({});
    });
  });
}

const account = anAccount({ username: 'ada', roles: ['clerk'], groups: ['night'] });
const session = aSession({ accountId: account.id });
const consent = aConsent({ accountId: account.id });
const openSession = async ({ sessions }: Stores) => {
  const session = aSession({ accountId: account.id });
  const family = aNewFamily(session);
  await sessions.open(session, family);
  return { session, ...family };
};
const email = { accountId: account.id, address: 'ada@example.org', verified: true };

/** What they sort is bounded by what one account or one session may have, or by what may wait. */
const sortsFew: ReadonlySet<string> = new Set([
  'the passkeys of an account',
  'the families of a session',
  'the clients of a session',
  'mail that is due',
]);
const isSort = /Sort|TEMP B-TREE/;

const questions: Readonly<Record<string, (stores: Stores) => Promise<unknown>>> = {
  'counting a quota': ({ quotas }) => quotas.reserve({ key: 'k', endsAt: noon }, 9, 1),
  'forgetting quotas': ({ quotas }) => quotas.forget(noon, 9),
  'adding an account': ({ accounts }) => accounts.addWithEmail(account, email),
  'finding an account by name': ({ accounts }) => accounts.findByUsername('ada'),
  'finding an account by id': ({ accounts }) => accounts.findById(account.id),
  'finding an account by address': ({ emails }) => emails.ownerOf('ada@example.org'),
  'reading the addresses of a page': ({ emails }) => emails.ofAll([account.id, newId('account')]),
  'a page of accounts': ({ accounts }) => accounts.page({ limit: 2, after: 'a' }),
  'the account of a name': ({ accounts }) => accounts.page({ limit: 2, username: 'a' }),
  'a page of a role': ({ accounts }) => accounts.page({ limit: 2, after: 'a', role: 'clerk' }),
  'a page of a group': ({ accounts }) => accounts.page({ limit: 2, after: 'a', group: 'night' }),
  'a page of a role and a group': ({ accounts }) =>
    accounts.page({ limit: 2, role: 'clerk', group: 'night' }),
  'a page of those who are disabled': ({ accounts }) => accounts.page({ limit: 2, disabled: true }),
  'changing roles': async ({ accounts }) => {
    await accounts.change(account, { roles: ['x'], scopes: [], disabled: false });
  },
  'removing an account': ({ accounts }) => accounts.remove(account.id),
  'opening a session': openSession,
  'the sessions of an account': ({ sessions }) => sessions.ofAccount(account.id, noon, 9),
  'the ended sessions of an account': ({ sessions }) => sessions.overOfAccount(account.id, 0, noon, 9),
  'exchanging a refresh token': async (stores) => {
    const { first, family } = await openSession(stores);
    await stores.families.findByRefreshToken(first.hash);
    await stores.families.rotate(first.hash, aRefreshToken(family), aRule());
  },
  'the families of a session': ({ families }) => families.ofSession(session.id),
  'the clients of a session': ({ families }) => families.clientsOf(session.id),
  'ending a session': async (stores) =>
    stores.sessions.end((await openSession(stores)).session.id, anEnding()),
  'forgetting sessions': async (stores) => {
    const { session } = await openSession(stores);
    await stores.sessions.forget(session.expiresAt + 1, 9);
  },
  'the second factor of an account': ({ secondFactors }) => secondFactors.find(account.id),
  'a page of second factors': ({ secondFactors }) => secondFactors.list(account.id, 9),
  'the passkeys of an account': ({ passkeys }) => passkeys.ofAccount(account.id),
  'a passkey': ({ passkeys }) => passkeys.findByCredential('x'),
  'the account of a provider’s person': ({ providerLinks }) => providerLinks.find('i', 's'),
  'the providers of an account': ({ providerLinks }) => providerLinks.of(account.id),
  'what an account agreed to': ({ consents }) => consents.of(account.id),
  'what an account agreed to for one app': ({ consents }) => consents.find(consent),
  agreeing: ({ consents }) => consents.agree(consent),
  'noting a use of what was agreed to': ({ consents }) => consents.used(consent, noon, noon),
  withdrawing: ({ consents }) => consents.withdraw(account.id, 'stranger'),
  'removing what was agreed to for a client': ({ consents }) => consents.removeOfClient('stranger'),
  'the families of an app': ({ families }) => families.ofClient(account.id, 'stranger'),
  'the way of what a model may cost': async ({ ledger }) => {
    await ledger.reserve(aLedgerRequest());
    await ledger.move(aLedgerRequest({ most: { micros: 20, tokens: 9 } }));
    await ledger.settle('one', aSettlement({ micros: 4, tokens: 2 }));
    await ledger.release('one');
    await ledger.book(aLedgerRequest({ id: 'two' }), aSettlement({ micros: 1, tokens: 1 }));
  },
  'freeing and forgetting what models cost': async ({ ledger }) => {
    await ledger.reserve(aLedgerRequest({ id: 'three', leaseFor: 0 }));
    await ledger.expire(9);
    await ledger.forget(noon, 9);
  },
  'an API key by its hash': ({ apiKeys }) => apiKeys.findByHash('x'),
  'a page of API keys': ({ apiKeys }) => apiKeys.list(newId('apiKey'), 9),
  'the life of an API key': async ({ apiKeys }) => {
    const key = anApiKey();
    await apiKeys.add(key);
    await apiKeys.used(key.id, noon);
    await apiKeys.succeed(key.id, noon + 9, anApiKey());
    await apiKeys.revoke(key.id, noon);
  },
  'a page of clients': ({ clients }) => clients.list('a', 9),
  'the clients of an origin': async ({ clients }) => {
    const client = aClient({ origins: ['https://shop.example'] });
    await clients.add(client);
    await clients.replace({ ...client, origins: [], version: 2 });
    await clients.ofOrigin('https://shop.example', 9);
    await clients.remove(client.id);
  },
  'a code': ({ protocol }) => protocol.use({ kind: 'mailed_link', hash: 'x' }, noon),
  'forgetting codes': ({ protocol }) => protocol.forget(noon, 9),
  'the log of revocations': ({ revocations }) => revocations.read(4, 9),
  'forgetting revocations': ({ revocations }) => revocations.forget(noon),
  'the audit log of a person': ({ audit }) => audit.read({ limit: 9, order: 'newest', target: account.id }),
  'mail that is due': ({ mailQueue }) => mailQueue.take(noon, noon, 9),
  'what failed elsewhere': ({ failureJournal }) => failureJournal.since(noon, 9),
  'forgetting failures': ({ failureJournal }) => failureJournal.forget(noon, 9),
  'apps that are to be told': ({ logoutNotices }) => logoutNotices.take(noon, noon, 9),
};

/** The same database, whose statements are written down. */
function watched(database: Database, seen: CompiledQuery[]): Database {
  const executor = database.query.getExecutor();
  const query = database.query.withPlugin({
    transformQuery({ node, queryId }) {
      seen.push(executor.compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { ...database, query };
}

/** Those steps of the plan that read a table from end to end, or sort what was read. */
async function slowSteps(database: Database, { sql: text, parameters }: CompiledQuery): Promise<string[]> {
  const explained = { ...sql`explain`.compile(database.query), parameters };
  const run = async (by: Database['query'], words: string) =>
    (await by.executeQuery<Record<string, string>>({ ...explained, sql: `${words} ${text}` })).rows;
  if (database.kind === 'sqlite') {
    const steps = (await run(database.query, 'explain query plan')).map(({ detail = '' }) => detail);
    return steps.filter((step) => /^SCAN \w+\b(?! USING|-ROW VALUES)|TEMP B-TREE/.test(step) && !ofFew(step));
  }
  // A table without rows is read whole wherever that is allowed.
  return inTransaction(database, async (transaction) => {
    for (const way of ['seqscan', 'sort']) {
      await sql.raw(`set local enable_${way} = off`).execute(transaction);
    }
    const steps = (await run(transaction, 'explain')).map((row) => row['QUERY PLAN'] ?? '');
    return steps.filter((step) => /Seq Scan|Sort/.test(step) && !ofFew(step));
  });
}

/** Of these there are few, whoever signs in: what waits for the mail server, bounded, and three counters. */
function ofFew(step: string): boolean {
  return /mail_queue|counters/.test(step);
}
