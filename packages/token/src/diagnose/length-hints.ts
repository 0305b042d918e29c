import { algorithmTraits, readAlgorithm } from '../keys/algorithm.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import type { Trial } from './trial.ts';

/** What the length of the signature gives away, beside the algorithm and the keys. */
export function lengthHints(jws: CompactJws, trials: readonly Trial[]): readonly DiagnosisFinding[] {
  const algorithm = readAlgorithm(jws.header.alg);
  if (algorithm === undefined) return [];
  const fixed = algorithmTraits(algorithm).signatureBytes;
  const lengths = fixed === undefined ? rsaLengths(trials) : [fixed];
  const actual = jws.signature.length;
  if (lengths.length === 0 || lengths.includes(actual)) return [];
  const expected = lengths.join(' or ');
  const longest = Math.max(...lengths);
  return [
    {
      code: 'signature-length',
      certainty: 'hint',
      sentence: `A signature by ${algorithm} with this key has ${expected} bytes; this one has ${actual}.`,
      fix:
        actual < longest
          ? 'Copy the whole token: its end is probably missing. Else it was signed with another key or algorithm.'
          : 'The token was signed with another key or algorithm, or something was appended to it.',
      rule: 'RFC 7518 §3',
    },
  ];
}

/** An RSA signature is as long as the modulus (RFC 8017 §8.2.1). */
function rsaLengths(trials: readonly Trial[]): readonly number[] {
  const lengths = trials.flatMap(({ key: { algorithm } }) =>
    'modulusLength' in algorithm && typeof algorithm.modulusLength === 'number'
      ? [Math.ceil(algorithm.modulusLength / 8)]
      : [],
  );
  return [...new Set(lengths)];
}
