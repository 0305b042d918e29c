import { algorithmsOfKeys } from './algorithms-of-keys.ts';
import { audiences } from './audiences.ts';
import { brokenTokens } from './broken-tokens.ts';
import type { Case } from './case.ts';
import { dpopProofs } from './dpop-proofs.ts';
import { formsOfKeys } from './forms-of-keys.ts';
import { goodTokens } from './good-tokens.ts';
import { keysInSets } from './keys-in-sets.ts';
import { lyingNames } from './lying-names.ts';
import { noKeys } from './no-keys.ts';
import { numbers } from './numbers.ts';
import { pastedTokens } from './pasted-tokens.ts';
import { signatureLengths } from './signature-lengths.ts';

/** The table, by subject: whatever a person brings, each surface must give the answer that stands here. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  // Before all others: a proof is good for minutes.
  'proofs of possession': dpopProofs,
  'forms of keys': formsOfKeys,
  'keys in sets': keysInSets,
  'what is no key': noKeys,
  'algorithms of keys': algorithmsOfKeys,
  numbers,
  'good tokens': goodTokens,
  audiences,
  'lying names': lyingNames,
  'pasted tokens': pastedTokens,
  'broken tokens': brokenTokens,
  'lengths of signatures': signatureLengths,
};
