import { expect, it } from 'vitest';
import { Denial } from '../denial.ts';
import { headerKinds } from './header-kinds.ts';
import { readHead } from './read-head.ts';

const kinds = headerKinds({ context: [], excepted: [] });

function hostOf(host: string): string | undefined {
  const rawHeaders = ['Host', host];
  const head = readHead({ method: 'GET', target: '/', version: '1.1', rawHeaders }, kinds);
  return head instanceof Denial ? head.refusal.actual : head.host;
}

it.each(['admin.example', 'ADMIN.example', 'admin.example:80', 'admin.example.', 'Admin.Example.:8080'])(
  'knows one host in all of its spellings, so that none of them leads past its routes: %s',
  (host) => expect(hostOf(host)).toBe('admin.example'),
);

it.each(['admin.example..', '.admin.example', 'admin..example', '.', '..', '', ':80', 'admin.example:'])(
  'takes no name with an empty part for a host: "%s"',
  (host) => expect(hostOf(host)).toBe('another form'),
);

it.each([
  ['127.0.0.1:8080', '127.0.0.1'],
  ['[::1]:8080', '[::1]'],
  ['[::1]', '[::1]'],
  [`${'a.'.repeat(126)}a`, `${'a.'.repeat(126)}a`],
])('knows addresses and long names: %s', (host, name) => expect(hostOf(host)).toBe(name));

it('takes no name that is longer than a name can be', () => {
  expect(hostOf(`${'a.'.repeat(127)}a`)).toBe('another form');
});
