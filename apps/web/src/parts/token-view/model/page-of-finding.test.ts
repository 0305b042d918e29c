import { readdirSync, readFileSync } from 'node:fs';
import { errorCodes } from '@signet/contracts';
import { expect, it } from 'vitest';
import { codesOfTokens, pageOfFinding } from './page-of-finding.ts';

/** Every word in quotes in the sources of the token room that is the name of a code. */
function codesInTokenRoom(): readonly string[] {
  const folder = new URL('../../../../../../packages/token/src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|^testing/.test(name),
  );
  const sources = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  return errorCodes.filter((code) => sources.includes(`'${code}'`));
}

it('leads from every code that the token room refuses with to its page', () => {
  expect(codesOfTokens.toSorted()).toEqual(codesInTokenRoom().toSorted());
  expect(pageOfFinding('token_expired')).toBe('./errors/token_expired');
  expect(pageOfFinding('kid_differs')).toBeUndefined();
});
