import type { GivenKey } from '../keys/given-key.ts';
import type { KeyRefusal } from '../keys/key.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { type DraftHeader, readDraftHeader, refuseDraftAlgorithm } from './draft-header.ts';
import { writePayload } from './draft-payload.ts';
import { importInspectionSigner } from './import-inspection-signer.ts';
import type { InspectionCode } from './inspection-keys.ts';
import type { JwsDraft, JwsSigner } from './jws-draft.ts';
import { type Making, made, notMade } from './making.ts';
import { readB64, signingInput } from './payload.ts';
import { isBlank, type MadeSignature, serialiseJws } from './serialise-jws.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const mostSigners = 16;

/**
 * Signs bytes as they are under headers as they were written, with any algorithm of the workbench and with weak
 * keys too, which are named. The algorithm is the header's; `b64: false` is too (RFC 7797). Never rejects.
 */
export async function signJws(draft: JwsDraft): Promise<Making> {
  const checked = checkDraft(draft);
  if (checked.verdict === 'refused') return notMade(checked.refusal);
  const { signatures, payload, isEncoded } = checked.token;
  const done: MadeSignature[] = [];
  const warnings = new Set<string>();
  for (const { header, signer } of signatures) {
    const one = await signOne(header, signer.key, signingInput(header, draft.payload, isEncoded));
    if (one.verdict === 'refused') return notMade(one.refusal);
    done.push({ encodedHeader: header.encodedHeader, signer, signature: one.token.signature });
    for (const warning of one.token.warnings) warnings.add(warning);
  }
  const [first, ...others] = done;
  if (first === undefined) return notMade(wrongCount().refusal);
  return made(serialiseJws(draft.form, payload, [first, ...others]), [...warnings]);
}

interface CheckedDraft {
  readonly signatures: readonly { readonly header: DraftHeader; readonly signer: JwsSigner }[];
  readonly payload: string | undefined;
  readonly isEncoded: boolean;
}

function checkDraft({ payload, signers, form, isDetached = false }: JwsDraft): Verdict<CheckedDraft> {
  if (signers.length === 0 || signers.length > (form === 'general' ? mostSigners : 1)) return wrongCount();
  const signatures: CheckedDraft['signatures'][number][] = [];
  const encodings: boolean[] = [];
  for (const signer of signers) {
    if (form === 'compact' && !isBlank(signer.unprotectedHeader)) return notInCompact();
    const header = readDraftHeader(signer);
    if (header.verdict === 'refused') return header;
    const refusal = refuseDraftAlgorithm(header.token.header.alg);
    if (refusal !== undefined) return refusal;
    const b64 = readB64(header.token);
    if (b64.verdict === 'refused') return b64;
    signatures.push({ header: header.token, signer });
    encodings.push(b64.token);
  }
  const isEncoded = encodings[0] ?? true;
  if (encodings.some((each) => each !== isEncoded)) return encodingsDiffer();
  const written = writePayload(payload, { form, isDetached, isEncoded });
  return written.verdict === 'refused'
    ? written
    : verified({ signatures, payload: written.token, isEncoded });
}

interface OneSignature {
  readonly signature: Bytes;
  readonly warnings: readonly string[];
}

async function signOne(
  { header, protectedHeader }: DraftHeader,
  key: GivenKey,
  input: Bytes,
): Promise<Verdict<OneSignature, InspectionCode>> {
  const signer = await importInspectionSigner(key, header.alg);
  if (signer.kind === 'refused') return refused(signer.refusal);
  const isOpen = !Object.hasOwn(protectedHeader, 'alg');
  const open = isOpen ? ['alg is not protected by the signature (RFC 7515 §10.7).'] : [];
  try {
    const signature = await signer.key.sign(input);
    return verified({ signature, warnings: [...signer.key.warnings, ...open] });
  } catch {
    // An RSA modulus can be too short for the hash. The engine's message is left out.
    return refused(cannotSign(header.alg));
  }
}

function cannotSign(alg: string): KeyRefusal {
  return {
    code: 'key_too_short',
    sentence: `The key cannot sign with ${alg}.`,
    expected: 'a key with room for the hash',
    fix: 'Use a longer key, such as RSA with 2048 bits.',
    rule: 'RFC 8017 §8.1.1',
  };
}

function wrongCount(): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'This form of a token has another number of signatures.',
    member: 'signatures',
    expected: `one signature; in the general form up to ${mostSigners}`,
    fix: 'Choose the general form for several signatures.',
    rule: 'RFC 7515 §7.2',
  });
}

function notInCompact(): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'The compact form has no place for an unprotected header.',
    member: 'header',
    expected: 'a protected header only',
    fix: 'Choose the flattened form, or move these parameters into the protected header.',
    rule: 'RFC 7515 §7.1',
  });
}

function encodingsDiffer(): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'The signatures disagree about b64.',
    member: 'b64',
    expected: 'the same b64 in every protected header',
    fix: 'Give every signature the same b64.',
    rule: 'RFC 7797 §3',
  });
}
