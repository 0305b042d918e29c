import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const good = `apis: { orders: { audience: https://api.example, permissions: [read] } }
roles: { clerk: { permissions: { orders: [read] } } }
groups: { sales: { roles: [clerk] }, empty: {} }
`;

const read = (text: string) => readConfiguration(text, { fileName: 'signet.yaml' });

describe('groups in signet.yaml', () => {
  it('have roles, or none', () => {
    const reading = read(good);
    expect(reading.ok && reading.configuration.groups).toEqual({
      sales: { roles: ['clerk'] },
      empty: { roles: [] },
    });
  });

  it.each([
    ['a role that is not declared', '[clerk]', '[clark]', 'roles'],
    ['the role of administrators', '[clerk]', '[admin]', 'no group gives'],
    ['a role twice', '[clerk]', '[clerk, clerk]', 'once'],
    ['what is no list', '[clerk]', 'clerk', 'list'],
    ['a key too many', '[clerk]', '[clerk], members: [ada]', 'roles'],
  ])('are refused for %s', (_, from, to, expected) => {
    const reading = read(good.replace(`{ roles: ${from} }`, `{ roles: ${to} }`));
    const said = reading.ok ? [] : reading.problems.map((problem) => problem.expected);
    expect(said.join('\n')).toContain(expected);
  });
});
