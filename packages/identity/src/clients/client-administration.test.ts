import { type AddClientRequest, type ClientsConfiguration, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { identityUnderTest, issuer, lifetimes } from '../testing/identity-under-test.ts';
import { hashClientSecret } from './client-secret.ts';

const invoices: AddClientRequest = {
  id: 'invoices',
  name: 'Invoices',
  type: 'confidential',
  grants: ['client_credentials'],
  redirectUris: [],
  postLogoutRedirectUris: [],
  origins: [],
  scopes: ['orders:read'],
  audiences: ['https://api.example'],
  firstParty: false,
};
const { id: _id, ...members } = invoices;
const billing: ClientsConfiguration = { billing: { ...members, secretHashes: [hashClientSecret('x')] } };

async function withInvoices() {
  const test = await identityUnderTest();
  const clients = test.identity.clientAdministration;
  const { client, secret = '' } = await clients.add(invoices);
  const ask = (given: string) =>
    test.app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `grant_type=client_credentials&client_id=invoices&client_secret=${given}`,
    });
  const good = async (given: string) => (await ask(given)).statusCode === 200;
  return { ...test, clients, client, secret, ask, good };
}

const codeOf = (code: string) => ({ refusal: { code } });

describe('a client that is added', () => {
  it('gets tokens with the secret that was told once, of which only the hash is kept', async () => {
    const { secret, good, stores, clients, log } = await withInvoices();
    expect(await good(secret)).toBe(true);
    expect(secret).toMatch(/^[\w-]{43}$/);
    const kept = JSON.stringify([
      await stores.clients.find('invoices'),
      await clients.show('invoices'),
      log(),
    ]);
    expect(kept).not.toContain(secret);
    expect(JSON.stringify(await clients.show('invoices'))).not.toContain(hashClientSecret(secret));
  });

  it('has an id of its own, which neither another, the configuration nor Signet has', async () => {
    const { clients, declare } = await withInvoices();
    declare(billing);
    for (const id of ['invoices', 'billing', 'signet']) {
      await expect(clients.add({ ...invoices, id })).rejects.toMatchObject(codeOf('client_exists'));
    }
  });

  it('is listed with those of the configuration, page by page', async () => {
    const { clients, declare } = await withInvoices();
    declare(billing);
    await clients.add({ ...invoices, id: 'a-public-app', type: 'public', grants: [] });
    const first = await clients.list({ limit: 2 });
    expect(first.clients.map(({ id, source }) => [id, source])).toEqual([
      ['a-public-app', 'store'],
      ['billing', 'configuration'],
    ]);
    expect(first.next).toBe('billing');
    const second = await clients.list({ limit: 2, after: 'billing' });
    expect([second.clients.map(({ id }) => id), second.next]).toEqual([['invoices'], undefined]);
  });

  it('that is public has no secret', async () => {
    const { clients } = await withInvoices();
    const added = await clients.add({ ...invoices, id: 'app', type: 'public', grants: [] });
    expect(added.secret).toBeUndefined();
    await expect(clients.addSecret('app', { overlap: 0 })).rejects.toMatchObject(codeOf('client_public'));
  });
});

describe('a change of a client', () => {
  it('counts at once, and only for who knows what is changed', async () => {
    const { clients, client, ask, secret } = await withInvoices();
    const changed = await clients.change('invoices', client.etag ?? '', { ...members, scopes: [] });
    expect([changed.scopes, changed.etag]).toEqual([[], '"2"']);
    expect((await ask(secret)).json().scope).toBeUndefined();
    await expect(clients.change('invoices', '"1"', members)).rejects.toMatchObject(codeOf('client_changed'));
    await expect(clients.change('invoices', '*', members)).rejects.toMatchObject(codeOf('client_changed'));
  });

  it('is for those that were added: others are unknown, or belong to the configuration', async () => {
    const { clients, declare } = await withInvoices();
    declare(billing);
    const all = (id: string) => [
      clients.change(id, '"1"', members),
      clients.remove(id),
      clients.addSecret(id, { overlap: 0 }),
      clients.endEarlierSecrets(id),
    ];
    for (const each of all('billing')) await expect(each).rejects.toMatchObject(codeOf('client_configured'));
    for (const each of all('nobody')) await expect(each).rejects.toMatchObject(codeOf('client_unknown'));
  });

  it('lacks after a change what the change lacks, whatever it was', async () => {
    const { clients } = await withInvoices();
    const more = {
      exchangeFrom: ['https://api.example/orders'],
      dpop: true,
      backchannelLogoutUri: 'https://app.example/told',
      pushedRequests: true,
      roles: ['clerk'],
    };
    await clients.add({ ...members, ...more, id: 'orders' });
    await clients.change('orders', '"1"', members);
    const shown = await clients.show('orders');
    expect(Object.keys(more).filter((name) => name in shown)).toEqual([]);
  });

  it('to a public one ends its secrets', async () => {
    const { clients, secret, good } = await withInvoices();
    await clients.change('invoices', '"1"', { ...members, type: 'public', grants: [] });
    await clients.change('invoices', '"2"', members);
    expect(await good(secret)).toBe(false);
  });
});

describe('a new secret', () => {
  it('ends the old one at once', async () => {
    const { clients, secret, good } = await withInvoices();
    const { secret: newer = '' } = await clients.addSecret('invoices', { overlap: 0 });
    expect([await good(secret), await good(newer)]).toEqual([false, true]);
  });

  it('leaves the old one good for the overlap, to the millisecond, and not longer', async () => {
    const { clients, secret, good, pass } = await withInvoices();
    const { secret: newer = '' } = await clients.addSecret('invoices', { overlap: 60_000 });
    pass(59_999);
    expect([await good(secret), await good(newer)]).toEqual([true, true]);
    pass(1);
    expect([await good(secret), await good(newer)]).toEqual([false, true]);
    expect((await clients.show('invoices')).secrets).toHaveLength(1);
  });

  it('never makes an older one good for longer, and leaves two at most', async () => {
    const { clients, secret, good, pass } = await withInvoices();
    const { secret: second = '' } = await clients.addSecret('invoices', { overlap: 60_000 });
    const { secret: third = '' } = await clients.addSecret('invoices', { overlap: 60_000 });
    expect([await good(secret), await good(second), await good(third)]).toEqual([false, true, true]);
    await clients.endEarlierSecrets('invoices');
    expect([await good(second), await good(third)]).toEqual([false, true]);
    pass(60_000);
    expect(await good(third)).toBe(true);
  });
});

describe('a client that is removed', () => {
  it('gets nothing more, and what it has is revoked before the answer', async () => {
    const { clients, secret, good, announced, now } = await withInvoices();
    expect(await good(secret)).toBe(true);
    const { sequence } = await clients.remove('invoices');
    expect(announced).toMatchObject([
      {
        sequence,
        reason: 'client_removed',
        target: { kind: 'client', issuer, clientId: 'invoices', issuedUpTo: now() / 1000 },
      },
    ]);
    expect(announced[0]?.forgetAfter).toBeGreaterThan(now() + lifetimes.accessTokenLifetime);
    expect(await good(secret)).toBe(false);
    await expect(clients.show('invoices')).rejects.toMatchObject(codeOf('client_unknown'));
  });

  it('gets nothing more where the log is away, and stays until its tokens are revoked', async () => {
    const { clients, secret, good, stores, announced } = await withInvoices();
    const { append } = stores.revocations;
    Object.assign(stores.revocations, { append: () => Promise.reject(new Error('The log is away.')) });
    await expect(clients.remove('invoices')).rejects.toThrow('The log is away.');
    expect(await good(secret)).toBe(false);
    await expect(clients.add(invoices)).rejects.toMatchObject(codeOf('client_exists'));
    Object.assign(stores.revocations, { append });
    await clients.remove('invoices');
    expect(announced).toHaveLength(1);
    expect((await clients.add(invoices)).client.id).toBe('invoices');
  });

  it('gets no secret again while it goes', async () => {
    const { clients, stores, good } = await withInvoices();
    Object.assign(stores.revocations, { append: () => Promise.reject(new Error('The log is away.')) });
    await expect(clients.remove('invoices')).rejects.toThrow();
    const { secret: late = newId('token') } = await clients.addSecret('invoices', { overlap: 0 });
    expect(await good(late)).toBe(false);
  });
});
