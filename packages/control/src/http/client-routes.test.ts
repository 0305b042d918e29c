import { describe, expect, it } from 'vitest';
import { controlUnderTest } from '../testing/control-under-test.ts';

const invoices = {
  name: 'Invoices',
  type: 'confidential',
  grants: ['client_credentials'],
  audiences: ['https://api.example'],
};
const path = '/admin/clients/invoices';

describe('the clients of the admin API', () => {
  it('are listed page by page', async () => {
    const { ask } = await controlUnderTest();
    const answer = await ask('/admin/clients?limit=2&after=billing');
    expect(answer.json()).toMatchObject({ clients: [{ id: 'invoices', name: '2 after billing' }] });
  });

  it('are added with what they were given and nothing else, and their secret is told', async () => {
    const { ask, log } = await controlUnderTest();
    const answer = await ask('/admin/clients', { id: 'invoices', ...invoices });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { client: { ...invoices, scopes: [], firstParty: false }, secret: 'told once' },
    ]);
    expect(log()).not.toContain('told once');
  });

  it.each([
    ['no id', invoices, 'client_id'],
    ['the id of an account', { ...invoices, id: 'usr_1' }, 'client_id'],
    ['a member too many', { ...invoices, id: 'a', secrets: [] }, 'name, type'],
    ['a way that does not exist', { ...invoices, id: 'a', grants: ['password'] }, 'client_credentials'],
    ['tokens for nobody', { ...invoices, id: 'a', audiences: [] }, 'audience'],
    [
      'a public client with nothing to prove itself',
      { ...invoices, id: 'a', type: 'public' },
      'RFC 6749 §4.4',
    ],
    ['a redirect by http', { ...invoices, id: 'a', redirectUris: ['http://app.example/'] }, 'https'],
  ])('are held to what signet.yaml is held to: %s', async (_, payload, expected) => {
    const { ask } = await controlUnderTest();
    const answer = await ask('/admin/clients', payload);
    expect(answer.json()).toMatchObject({
      code: 'request_invalid',
      expected: expect.stringContaining(expected),
    });
  });

  it('have an ETag, without which nobody changes them', async () => {
    const { ask } = await controlUnderTest();
    const { etag } = (await ask(path)).headers;
    expect(etag).toBe('"1"');
    const blind = await ask(path, invoices, { method: 'PUT' });
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'precondition_missing']);
    const changed = await ask(path, invoices, { method: 'PUT', ifMatch: '"1"' });
    expect([changed.statusCode, changed.json().name]).toEqual([200, 'Invoices "1"']);
  });

  it('get a new secret, with the time for which the old one stays, at once where none is said', async () => {
    const { ask } = await controlUnderTest();
    const told = await Promise.all([{}, { overlap: 60_000 }].map((body) => ask(`${path}/secrets`, body)));
    expect(told.map((answer) => [answer.statusCode, answer.json().client.name])).toEqual([
      [201, '0'],
      [201, '60000'],
    ]);
    const longer = await ask(`${path}/secrets`, { overlap: 31 * 86_400_000 });
    expect(longer.json()).toMatchObject({
      code: 'request_invalid',
      expected: expect.stringContaining('30 days'),
    });
  });

  it('lose their earlier secrets, and go', async () => {
    const { ask } = await controlUnderTest();
    const ended = await ask(`${path}/secrets/earlier`, {}, { method: 'DELETE' });
    expect([ended.statusCode, ended.json().id]).toEqual([200, 'invoices']);
    const gone = await ask(path, {}, { method: 'DELETE' });
    expect([gone.statusCode, gone.json()]).toEqual([200, { id: 'invoices', sequence: 7 }]);
  });
});
