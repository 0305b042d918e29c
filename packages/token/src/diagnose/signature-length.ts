import type { CompactJws } from '../parse/parse-compact-jws.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import { mendedSignatures, withLastByte } from './mended-signatures.ts';
import { type Bytes, isNamed, type Trial } from './trial.ts';

/** What came of a signature whose length is not that of its algorithm and key. */
export interface LengthSearch {
  readonly findings: readonly DiagnosisFinding[];
  readonly tried: number;
}

/** Bounds the work on a key set; each takes a dozen tries at most. */
const mostTrials = 64;

/** So many bytes of an HMAC are no chance. */
const leastProof = 8;

/**
 * Proves what was lost of a signature, or added to it, under the algorithm that the header names; else says what its length
 * gives away. `characters`: of the signature as it was written, which may have been no base64url.
 */
export async function judgeLength(
  jws: CompactJws,
  input: Bytes,
  trials: readonly Trial[],
  characters: number,
): Promise<LengthSearch> {
  const named = trials.filter(({ algorithm }) => isNamed(jws, algorithm)).slice(0, mostTrials);
  let tried = 0;
  for (const trial of named) {
    for (const { signature, finding } of mendedSignatures(jws.signature, trial)) {
      tried += 1;
      if (await trial.verify(signature, input)) return { findings: [...trial.findings, finding], tried };
    }
  }
  for (const trial of named) {
    const cut = await proveCut(jws.signature, input, trial, named.length);
    tried += cut.tried;
    if (!cut.isProven) continue;
    const { signatureBytes = 0 } = trial;
    return { findings: [...trial.findings, cutOff(jws, signatureBytes, characters)], tried };
  }
  return { findings: lengthHints(jws, named, characters), tried };
}

/** The rest of an HMAC can be computed; of any other signature one byte can be found, where it is clear whose it is. */
async function proveCut(
  signature: Bytes,
  input: Bytes,
  trial: Trial,
  keys: number,
): Promise<{ readonly isProven: boolean; readonly tried: number }> {
  const { signatureBytes = 0, sign, verify } = trial;
  if (signature.length >= signatureBytes) return { isProven: false, tried: 0 };
  if (sign !== undefined) {
    const whole = await sign(input);
    const isStart = signature.every((byte, index) => byte === whole[index]);
    return { isProven: isStart && signature.length >= leastProof, tried: 1 };
  }
  const candidates = keys === 1 ? withLastByte(signature, trial) : [];
  for (const [index, candidate] of candidates.entries()) {
    if (await verify(candidate, input)) return { isProven: true, tried: index + 1 };
  }
  return { isProven: false, tried: candidates.length };
}

function cutOff({ signature: { length } }: CompactJws, size: number, characters: number): DiagnosisFinding {
  return {
    code: 'signature-length',
    certainty: 'proven',
    sentence: `The signature is right as far as it goes, but its end is missing: ${size - length} of ${size} bytes, ${charactersOf(size) - characters} characters.`,
    fix: 'Copy the whole token; its end is missing.',
    rule: 'RFC 7518 §3',
  };
}

/** What the length of the signature gives away, beside the algorithm and the keys. */
function lengthHints(
  { signature, header }: CompactJws,
  named: readonly Trial[],
  characters: number,
): readonly DiagnosisFinding[] {
  const lengths = [...new Set(named.flatMap(({ signatureBytes = 0 }) => signatureBytes || []))];
  const longest = Math.max(...lengths);
  if (lengths.length === 0 || lengths.includes(signature.length)) return [];
  const difference = charactersOf(longest) - characters;
  return [
    {
      code: 'signature-length',
      certainty: 'hint',
      sentence: `A signature by ${header.alg} with this key has ${lengths.join(' or ')} bytes; this one has ${signature.length}.`,
      fix:
        difference >= 0
          ? `Copy the whole token: its last ${difference} characters are probably missing. Else it was signed with another key or algorithm.`
          : `The token was signed with another key or algorithm, or ${-difference} characters were appended to it.`,
      rule: 'RFC 7518 §3',
    },
  ];
}

/** Of so many bytes as base64url. */
function charactersOf(bytes: number): number {
  return Math.ceil((bytes * 8) / 6);
}
