import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { inspectJws } from '../jws/inspect-jws.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import { algorithmTraits, readAlgorithm } from '../keys/algorithm.ts';
import { givenKeysOf } from '../keys/given-key.ts';
import { textOfKey } from '../keys/key-file.ts';
import { type KeyReading, readKey } from '../keys/read-key.ts';
import { type CompactJws, parseCompactJws } from '../parse/parse-compact-jws.ts';
import type { Refusal } from '../verdict/verdict.ts';
import type { Diagnosis, DiagnosisCode, DiagnosisFinding } from './diagnosis.ts';
import { givenTrials, jwkTrials } from './key-trials.ts';
import { confusionTrials, secretTrials } from './secret-trials.ts';
import { judgeLength } from './signature-length.ts';
import { signedForms } from './signed-forms.ts';
import { isNamed, keyKindHint, present, type Trial, type Trials } from './trial.ts';

/** Enough to name a cause; a match ends the search for others of its kind. */
const mostFindings = 5;

/**
 * Finds out why a signature does not verify, by making the usual mistakes one at a time: the secret spelt
 * otherwise, the PEM as a secret, another algorithm, another key of the set, DER, JSON spelt otherwise, a signature of which
 * something was lost.
 * `key` is the text that a person has, or the bytes of its file: secret, PEM, JWK or JWK set. A finding explains; it verifies nothing.
 */
export function diagnoseSignature(
  token: string,
  key: string | Uint8Array,
  limits: Limits = {},
): Promise<Diagnosis> {
  return diagnose(token, key, limits, token.slice(token.lastIndexOf('.') + 1).length);
}

interface Limits {
  readonly maxBytes?: number;
}

/** `characters`: of the signature as it was written. */
async function diagnose(
  token: string,
  key: string | Uint8Array,
  limits: Limits,
  characters: number,
): Promise<Diagnosis> {
  const parsed = parseCompactJws(token, limits);
  if (parsed.verdict === 'refused') {
    const mended = respell(token);
    const fault = undiagnosed('token-unreadable', parsed.refusal);
    if (mended === token || parsed.refusal.code === 'token_oversized') return fault;
    const { findings, tried } = await diagnose(mended, key, limits, characters);
    return { verifies: false, findings: unique([...fault.findings, ...findings]), tried };
  }
  const reading = asSecret(readKey(key), parsed.token, key);
  if (reading.kind === 'refused') return undiagnosed('key-unreadable', reading.refusal);
  const standing = await asItStands(token, reading, limits);
  const { trials, hints } = await trialsFor(parsed.token, reading, key);
  const search = await tryAll(parsed.token, trials, hints, characters);
  if (standing === 'verifies')
    return { ...search, verifies: true, findings: search.findings.filter(isProven) };
  const isExplained = search.verifies || search.findings.some(isProven);
  if (!isExplained && isAboutKey(standing))
    return { ...undiagnosed('key-unreadable', standing), tried: search.tried };
  // The key was of the right kind, or it could not have said no.
  const isKindRight = standing.code === 'signature_invalid';
  return { ...search, findings: search.findings.filter(({ code }) => code !== 'key-kind' || !isKindRight) };
}

/** What has the form of something else is a secret all the same where somebody signed with it. */
function asSecret(reading: KeyReading, jws: CompactJws, key: string | Uint8Array): KeyReading {
  const text = textOfKey(key);
  if (reading.kind !== 'refused' || reading.refusal.code === 'key_encrypted') return reading;
  return wantsSecret(jws) && text !== '' ? { kind: 'secret', secret: text, algorithms: [] } : reading;
}

/** The answer of every other surface, by any algorithm and with weak keys too: the search explains it, and never differs. */
async function asItStands(
  token: string,
  reading: KeyReading,
  limits: Limits,
): Promise<'verifies' | Refusal<string>> {
  const given = givenKeysOf(reading);
  if (given.kind === 'refused') return given.refusal;
  const { verdict } = await inspectJws(token, { keys: openInspectionKeys(given.key), ...limits });
  return verdict.verdict === 'verified' ? 'verifies' : verdict.refusal;
}

function isProven({ certainty }: DiagnosisFinding): boolean {
  return certainty === 'proven';
}

const aboutKeys: readonly string[] = [
  'key_unreadable',
  'key_kind_unsupported',
  'key_not_for_signatures',
  'key_wrong_kind',
];

/** `key_wrong_kind` is about the key alone only where it names a member of it. */
function isAboutKey({ code, member }: Refusal<string>): boolean {
  return aboutKeys.includes(code) && (code !== 'key_wrong_kind' || member !== undefined);
}

function wantsSecret({ header: { alg } }: CompactJws): boolean {
  const algorithm = readAlgorithm(alg);
  return algorithm !== undefined && algorithmTraits(algorithm).family === 'HMAC';
}

/** Segments that were cut, padded or broken over lines, spelt so that the rest of the diagnosis can go on. */
function respell(token: string): string {
  const segments = token.split('.', 4);
  return segments.length === 3
    ? segments.map((segment) => encodeBase64url(decodeBase64url(segment).bytes)).join('.')
    : token;
}

async function tryAll(
  jws: CompactJws,
  trials: readonly Trial[],
  hints: readonly DiagnosisFinding[],
  characters: number,
): Promise<Diagnosis> {
  const forms = await signedForms(jws);
  const found: DiagnosisFinding[] = [];
  let tried = 0;
  for (const form of forms) {
    for (const trial of trials) {
      tried += 1;
      if (!(await trial.verify(form.signature, form.input))) continue;
      const findings = [...trial.findings, ...present(form.finding)];
      if (findings.every(isNoObstacle)) return { verifies: true, findings: unique(findings), tried };
      found.push(...findings);
    }
    // Once a cause is proven, stranger ones need no trying.
    if (found.length > 0) return { verifies: false, findings: unique(found), tried };
  }
  const [{ input }] = forms;
  const length = await judgeLength(jws, input, trials, characters);
  const findings = length.findings.some(isProven) ? length.findings : [...length.findings, ...hints];
  return { verifies: false, findings: unique(findings), tried: tried + length.tried };
}

/** Here each key of a name is tried, as RFC 7515 §6 allows; not everywhere. */
function isNoObstacle({ code }: DiagnosisFinding): boolean {
  return code === 'kid-duplicate';
}

async function trialsFor(jws: CompactJws, reading: KeyReading, given: string | Uint8Array): Promise<Trials> {
  const isHmac = wantsSecret(jws);
  switch (reading.kind) {
    case 'secret': {
      const trials = await secretTrials(jws, reading.secret, given);
      return { trials, hints: isHmac ? [] : [keyKindHint(jws, 'a text that was taken for a secret')] };
    }
    case 'pem': {
      const keys = givenKeysOf(reading);
      const [only] = keys.kind === 'key' ? keys.key.keys : [];
      const own = only === undefined ? [] : await givenTrials(jws, only);
      const confused = isHmac ? await confusionTrials(jws, given) : [];
      return { trials: [...own, ...confused], hints: kindHints(jws, own, 'a key for') };
    }
    case 'jwk': {
      const own = await jwkTrials(jws, [reading.jwk]);
      const confused = isHmac && reading.half === 'public' ? await confusionTrials(jws, given) : [];
      return { trials: [...own, ...confused], hints: kindHints(jws, own, 'a key for') };
    }
    case 'jwks': {
      const trials = await jwkTrials(jws, reading.keys);
      return { trials, hints: kindHints(jws, trials, 'a set of keys for') };
    }
    case 'refused':
      return { trials: [], hints: [] };
  }
}

function kindHints(jws: CompactJws, trials: readonly Trial[], what: string): readonly DiagnosisFinding[] {
  const algorithms = [...new Set(trials.map(({ algorithm }) => algorithm))];
  if (algorithms.some((algorithm) => isNamed(jws, algorithm))) return [];
  return [keyKindHint(jws, `${what} ${algorithms.join(', ') || 'something else'}`)];
}

function undiagnosed(code: DiagnosisCode, refusal: Refusal<string>): Diagnosis {
  const { sentence, actual, fix = '', rule } = refusal;
  const told = actual === undefined ? sentence : `${sentence} Found: ${actual}.`;
  const finding = {
    code,
    certainty: 'hint',
    sentence: told,
    fix,
    ...(rule === undefined ? {} : { rule }),
  } as const;
  return { verifies: false, findings: [finding], tried: 0 };
}

function unique(findings: readonly DiagnosisFinding[]): readonly DiagnosisFinding[] {
  return [...new Map(findings.map((finding) => [finding.sentence, finding])).values()].slice(0, mostFindings);
}
