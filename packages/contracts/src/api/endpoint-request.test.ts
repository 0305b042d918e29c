import { describe, expect, it } from 'vitest';
import { newId } from '../ids/id.ts';
import { endpointRequest } from './endpoint-request.ts';

describe('the request to an endpoint', () => {
  it('carries in the body what its path does not name', () => {
    const request = { username: 'ada', password: 'p' };
    expect(endpointRequest('login', request)).toEqual({
      method: 'POST',
      target: '/auth/login',
      body: JSON.stringify(request),
    });
  });

  it('has an empty object for a body where nothing is to be said', () => {
    expect(endpointRequest('logout')).toEqual({ method: 'POST', target: '/auth/logout', body: '{}' });
  });

  it('carries in the query what is asked with GET', () => {
    const { target, body } = endpointRequest('listRecords', { limit: 7 });
    expect([target, body]).toEqual(['/admin/records?limit=7', '']);
    expect(endpointRequest('listKeys').target).toBe('/admin/keys');
  });

  it('sends no body with DELETE, which some clients would not frame', () => {
    expect(endpointRequest('removeClient', { id: 'invoices' })).toEqual({
      method: 'DELETE',
      target: '/admin/clients/invoices',
      body: '',
    });
  });

  it('carries the condition of a change apart from what the body says', () => {
    const client = { name: 'Invoices' };
    const { ifMatch, body } = endpointRequest('changeClient', {
      id: 'a',
      ifMatch: '"1"',
      ...client,
    } as never);
    expect([ifMatch, JSON.parse(body)]).toEqual(['"1"', client]);
  });

  it('has its parameter in the path', () => {
    const reference = newId('reference');
    expect(endpointRequest('explain', { reference }).target).toBe(`/admin/explanations/${reference}`);
  });

  it.each(['../users?x=/', 'a/b', '%2e%2e', 'a#b', 'a?b'])('is not led elsewhere by %s', (text) => {
    const { target } = endpointRequest('explain', { reference: text as never });
    expect(new URL(target, 'http://x').pathname).toBe(`/admin/explanations/${encodeURIComponent(text)}`);
  });

  it.each(['', '.', '..'])('is not made with %j, which would leave its path', (text) => {
    expect(() => endpointRequest('explain', { reference: text as never })).toThrow(RangeError);
  });
});
