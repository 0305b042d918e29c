import { testAuthority } from '@signet/testing/certificates';
import { expect, it } from 'vitest';
import { isUpstreamTls, unfitForUpstreamTls } from './upstream-tls-secret.ts';

const authority = testAuthority();
const client = authority.issue();
const at = (part: string) => `upstreams.orders.tls.${part}`;

it.each([
  ['authorities', authority.certificate + testAuthority('Another').certificate],
  ['certificate', client.certificate + authority.certificate],
  ['key', client.key],
])('can be what it is for: %s', (part, text) => {
  expect(isUpstreamTls(at(part))).toBe(true);
  expect(unfitForUpstreamTls(at(part), text)).toBeUndefined();
});

it.each([
  ['authorities', client.certificate],
  ['authorities', 'authority'],
  ['certificate', client.key],
  ['key', client.certificate],
  ['key', 'a password'],
])('is not taken for it: %s', (part, text) => {
  const unfit = unfitForUpstreamTls(at(part), text);
  expect(unfit?.wanted).toContain('PEM');
  expect(JSON.stringify(unfit)).not.toContain(text.slice(30, 50) || text);
});

it('is nothing of any other key', () => {
  for (const key of ['upstreams.orders.tls.serverName', 'clients.orders.tls.key', 'upstreams.a.b.tls.key'])
    expect([isUpstreamTls(key), unfitForUpstreamTls(key, '')]).toEqual([false, undefined]);
});
