import {
  fetchCurves,
  inspectJws,
  type JwsInspection,
  openInspectionKeys,
  refuseUnread,
} from '@signet/token/jws';
import { type GivenKeys, givenKeysOf } from '@signet/token/keys';
import type { ParsedToken } from '@signet/token/parse';
import { keyOfProof } from '@signet/token/profiles';
import { mostCharacters } from '../../../../parts/token-view/model/dissect.ts';
import type { Dissection } from '../../../../parts/token-view/model/inspection.ts';
import type { GivenKey } from '../../keys/key-reading.ts';
import { decrypt } from './decrypt.ts';
import { giveKey, type KeyEntry } from './give-key.ts';
import { notChecked, type SignatureCheck } from './signature-check.ts';

/** Token, key and, where it stands elsewhere, payload. */
export interface CheckQuestion extends KeyEntry {
  readonly dissection: Dissection;
  /** What a detached signature is over; empty where the reader gave nothing. */
  readonly payload: string;
}

export interface Checked {
  readonly given: GivenKey;
  readonly check: SignatureCheck;
}

/** Fetches what checking certain algorithms takes, so that nothing is requested once the page has loaded. */
export async function fetchAlgorithms(): Promise<void> {
  await fetchCurves();
}

const noKeys: GivenKeys = { kind: 'one', keys: [] };

/** Holds the key that the reader gave against the token: any algorithm, any serialisation, signed or encrypted. */
export async function checkToken(question: CheckQuestion): Promise<Checked> {
  const given = await giveKey(question);
  const { parsed } = question.dissection;
  if (parsed.kind === 'empty') return { given, check: notChecked };
  const own = given.reading.kind === 'none' ? keyInside(question.dissection) : undefined;
  if (own !== undefined) return { given, check: byOwnKey(await checkSignature(parsed, own, '')) };
  const keys = given.keys ?? noKeys;
  if (parsed.kind === 'encrypted') return { given, check: await decrypt(parsed, keys) };
  return { given, check: await checkSignature(parsed, keys, question.payload) };
}

/** A DPoP proof brings its key; any other token that does so says nothing by it. */
function keyInside({ parsed, described }: Dissection): GivenKeys | undefined {
  const key = described.kind.kind === 'dpop-proof' ? keyOfProof(parsed) : undefined;
  const given = key && givenKeysOf(key);
  return given?.kind === 'key' ? given.key : undefined;
}

function byOwnKey(check: SignatureCheck): SignatureCheck {
  return check.kind === 'matches' ? { ...check, isOwn: true } : check;
}

async function checkSignature(
  parsed: ParsedToken,
  keys: GivenKeys,
  payload: string,
): Promise<SignatureCheck> {
  const inspect = (tried: GivenKeys, entry = parsed.several?.shown): Promise<JwsInspection> =>
    inspectJws(signedText(parsed, entry), {
      keys: openInspectionKeys(tried),
      maxBytes: mostCharacters,
      ...(parsed.isDetached && payload !== '' ? { payload } : {}),
    });
  const { verdict } = await inspect(keys);
  if (verdict.verdict === 'verified') {
    const { header, kid, warnings, isDetached, payload: bytes } = verdict.token;
    const unread = refuseUnread(bytes)?.refusal;
    return {
      kind: 'matches',
      algorithm: header.alg,
      ...(kid === undefined ? {} : { kid }),
      keyIndex: await firstMatch(keys, inspect),
      warnings,
      ...(unread && { unread }),
      ...(isDetached && { detached: bytes }),
    };
  }
  const { refusal } = verdict;
  // Without any key, "no key matches" says only that none was given.
  if (keys.keys.length === 0 && refusal.code === 'key_unknown') return notChecked;
  if (parsed.isDetached && payload === '' && refusal.code === 'signature_invalid') {
    return { kind: 'not-checked', waitsFor: 'payload' };
  }
  const other = await otherEntry(parsed, (entry) => inspect(keys, entry));
  return { kind: 'refused', refusal, ...(other === undefined ? {} : { matchingEntry: other }) };
}

/** Of several signatures the one that is shown is judged, and no other. */
function signedText(parsed: ParsedToken, entry: number | undefined): unknown {
  if (entry === undefined) return parsed.token;
  const { payload, signatures } = JSON.parse(parsed.token) as {
    readonly payload?: unknown;
    readonly signatures: readonly unknown[];
  };
  // Counted as they are shown: what is no object is no signature.
  const shown = signatures.filter(
    (each) => typeof each === 'object' && each !== null && !Array.isArray(each),
  );
  // Only what belongs to a signature: the entry must not bring a payload of its own in the place of the one shown.
  const { protected: encoded, header, signature } = (shown[entry] ?? {}) as Readonly<Record<string, unknown>>;
  return defined({ payload, protected: encoded, header, signature });
}

function defined(members: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Bounds the work on a token with many signatures. */
const mostEntries = 16;

/** The first signature that does match, where the one that is shown does not. */
async function otherEntry(
  { several }: ParsedToken,
  inspect: (entry: number) => Promise<JwsInspection>,
): Promise<number | undefined> {
  for (let entry = 0; entry < Math.min(several?.count ?? 0, mostEntries); entry += 1) {
    const { verdict } = await inspect(entry);
    if (verdict.verdict === 'verified') return entry;
  }
  return undefined;
}

async function firstMatch(
  { kind, keys }: GivenKeys,
  inspect: (tried: GivenKeys) => Promise<JwsInspection>,
): Promise<number> {
  if (kind === 'one') return 0;
  for (const [index, key] of keys.entries()) {
    const { verdict } = await inspect({ kind: 'one', keys: [key] });
    if (verdict.verdict === 'verified') return index;
  }
  return 0;
}
