import {
  algorithmTraits,
  readAlgorithm,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from '../keys/algorithm.ts';
import { keyFormOf } from '../keys/key-as-secret.ts';
import { textOfKey } from '../keys/key-file.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import {
  asFile,
  byteSpellings,
  type SecretSpelling,
  secretSpellings,
  withoutRepeats,
} from './secret-spellings.ts';
import { type Bytes, otherAlgorithm, present, type Trial } from './trial.ts';

const hmacs = signatureAlgorithms.filter((algorithm) => algorithmTraits(algorithm).family === 'HMAC');

/** Longer texts are no secrets, and each spelling costs a hash of all of it. */
const longestSecret = 64 * 1024;

/** Trials of a text as an HMAC secret, in every spelling and with every hash. */
export async function secretTrials(
  jws: CompactJws,
  secret: string | Uint8Array<ArrayBuffer>,
  given: string | Uint8Array,
): Promise<readonly Trial[]> {
  return given.length > longestSecret ? [] : trialsOf(jws, spellingsOf(secret, given), spelt);
}

/** Trials of the text of a public key as an HMAC secret (RFC 8725 §2.1): the token then is an attack. */
export async function confusionTrials(
  jws: CompactJws,
  given: string | Uint8Array,
): Promise<readonly Trial[]> {
  if (given.length > longestSecret) return [];
  const key = textOfKey(given);
  const lines = key.replaceAll('\r\n', '\n');
  const texts = new Set([key, lines, lines.replaceAll('\n', '\r\n')]);
  const file = typeof given === 'string' ? [] : [{ bytes: Uint8Array.from(given), how: '' }];
  return trialsOf(jws, [...file, ...[...texts].flatMap(secretSpellings)], () => confused);
}

function spellingsOf(
  secret: string | Uint8Array<ArrayBuffer>,
  given: string | Uint8Array,
): readonly SecretSpelling[] {
  if (typeof secret !== 'string') return byteSpellings(secret);
  const file = typeof given === 'string' ? [] : [{ bytes: Uint8Array.from(given), how: asFile }];
  return withoutRepeats([...secretSpellings(secret), ...file]);
}

async function trialsOf(
  jws: CompactJws,
  spellings: readonly SecretSpelling[],
  explain: (spelling: SecretSpelling) => DiagnosisFinding | undefined,
): Promise<readonly Trial[]> {
  const named = readAlgorithm(jws.header.alg);
  // The algorithm that the header names first: it is the likeliest.
  const algorithms = hmacs.toSorted((one, other) => Number(other === named) - Number(one === named));
  return Promise.all(
    algorithms.flatMap((algorithm) =>
      spellings.map((spelling) =>
        hmacTrial(algorithm, spelling.bytes, present(explain(spelling), otherAlgorithm(jws, algorithm))),
      ),
    ),
  );
}

/** Trials of a secret that stands as bytes, with every hash. */
export function hmacTrials(
  jws: CompactJws,
  bytes: Bytes,
  about: DiagnosisFinding | undefined,
): Promise<readonly Trial[]> {
  // Web Crypto knows no empty secret.
  const algorithms = bytes.length === 0 ? [] : hmacs;
  const isKey = keyFormOf(bytes) !== undefined;
  return Promise.all(
    algorithms.map((algorithm) =>
      hmacTrial(
        algorithm,
        bytes,
        present(isKey ? confused : undefined, otherAlgorithm(jws, algorithm), about),
      ),
    ),
  );
}

async function hmacTrial(
  algorithm: SignatureAlgorithm,
  bytes: Bytes,
  findings: Trial['findings'],
): Promise<Trial> {
  const { webCrypto, signatureBytes = 0 } = algorithmTraits(algorithm);
  const key = await crypto.subtle.importKey('raw', bytes, webCrypto, false, ['sign', 'verify']);
  return {
    algorithm,
    findings,
    signatureBytes,
    verify: (signature, input) => crypto.subtle.verify('HMAC', key, signature, input),
    sign: async (input) => new Uint8Array(await crypto.subtle.sign('HMAC', key, input)),
  };
}

function spelt({ how }: SecretSpelling): DiagnosisFinding | undefined {
  if (how === '') return undefined;
  return {
    code: 'secret-spelling',
    certainty: 'proven',
    sentence: `The signature verifies when the secret is taken ${how}.`,
    fix: `Take the secret ${how}, here and wherever the token is verified.`,
    rule: 'RFC 7518 §3.2',
  };
}

const confused: DiagnosisFinding = {
  code: 'algorithm-confusion',
  certainty: 'proven',
  sentence:
    'The token was signed with the text of the public key as a shared secret. Anybody who has that key can do this.',
  fix: 'Refuse the token: pin the key to its asymmetric algorithm, and do not accept HS* with it.',
  rule: 'RFC 8725 §2.1',
};
