import { addedKinds } from '@signet/contracts';
import { contentEncryptions, writingAlgorithms } from '@signet/token/jwe';
import { inspectionAlgorithms } from '@signet/token/jws';
import { agreementCurves, modulusSizes, signatureAlgorithms } from '@signet/token/keys';
import { profileNames } from '@signet/token/profiles';
import { serialisations } from '@signet/token/serialisation';
import { codeStacks } from '@signet/token/verification-code';

import { secretEncodings } from '../keys/secret-encoding.ts';
import { shells } from './shells.ts';

/** What can be offered for a value: names of files, of folders, or words. */
export type Offer =
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'words'; readonly words: readonly string[] };

const words: Readonly<Record<string, readonly string[]>> = {
  algorithm: signatureAlgorithms,
  'signing-algorithm': inspectionAlgorithms,
  'any-algorithm': [...inspectionAlgorithms, ...writingAlgorithms],
  curve: agreementCurves,
  bits: modulusSizes.map(String),
  'key-algorithm': writingAlgorithms,
  'content-encryption': contentEncryptions,
  serialisation: serialisations,
  encoding: secretEncodings,
  stack: codeStacks.map(({ stack }) => stack),
  profile: [...profileNames, 'auto'],
  format: ['jwk', 'pem'],
  method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  level: ['silent', 'error', 'warn', 'info', 'debug'],
  shell: shells,
  'provider-kind': addedKinds,
};

/** By what the value stands for in the help; undefined where only the user can know it. */
export function offerFor(value: string): Offer | undefined {
  if (/(^|-)files?$/.test(value)) return { kind: 'files' };
  if (value === 'folder') return { kind: 'folders' };
  const known = words[value];
  return known === undefined ? undefined : { kind: 'words', words: known };
}
