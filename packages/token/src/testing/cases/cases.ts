import { algorithmsOfKeys } from './algorithms-of-keys.ts';
import { brokenTokens } from './broken-tokens.ts';
import type { Case } from './case.ts';
import { formsOfKeys } from './forms-of-keys.ts';
import { goodTokens } from './good-tokens.ts';
import { keysInSets } from './keys-in-sets.ts';
import { noKeys } from './no-keys.ts';
import { numbers } from './numbers.ts';
import { pastedTokens } from './pasted-tokens.ts';
import { signatureLengths } from './signature-lengths.ts';

/** The table: whatever a person brings, each surface must give the answer that stands here. */
export const cases: readonly Case[] = [
  ...formsOfKeys,
  ...keysInSets,
  ...noKeys,
  ...algorithmsOfKeys,
  ...numbers,
  ...goodTokens,
  ...pastedTokens,
  ...brokenTokens,
  ...signatureLengths,
];
