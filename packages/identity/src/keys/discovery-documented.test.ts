import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { discoveryDocument } from './discovery.ts';

it('names nothing in discovery that the documentation does not explain', () => {
  const page = readFileSync(new URL('../../../../docs/openid-connect.md', import.meta.url), 'utf8');
  const all = discoveryDocument('https://login.example', ['ES256'], true, { origin: 'https://mtls.example' });
  const named = (word: string) => page.includes(`\`${word}\``);
  expect(Object.keys(all).filter((member) => !named(member))).toEqual([]);
  expect(all.prompt_values_supported.filter((prompt) => !named(prompt))).toEqual([]);
});
