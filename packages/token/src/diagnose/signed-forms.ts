import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { isExactNumber } from '../json/exact-number.ts';
import { parseExactly } from '../json/parse-exactly.ts';
import { inspectionTraits, readInspectionAlgorithm } from '../jws/inspection-algorithm.ts';
import { decodeUtf8 } from '../parse/decode-text.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import { rawFromDer } from './der-signature.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import type { Bytes } from './trial.ts';

/** Bytes and signature of a token as they may have been meant. */
export interface SignedForm {
  readonly signature: Bytes;
  readonly input: Bytes;
  /** Absent for the token as it stands. */
  readonly finding?: DiagnosisFinding;
}

/** The token as it stands, then with its signature read as DER, then with its JSON spelt otherwise. */
export async function signedForms(jws: CompactJws): Promise<readonly [SignedForm, ...SignedForm[]]> {
  const { header, payload } = jws.encoded;
  const asItStands = { signature: jws.signature, input: ascii(`${header}.${payload}`) };
  return [
    asItStands,
    ...paddedForms(jws),
    ...(await nonceForms(jws)),
    ...derForms(jws, asItStands.input),
    ...respeltForms(jws),
  ];
}

/** RFC 7515 §2 leaves the padding out before signing; AWS load balancers sign with it. */
function paddedForms({ signature, encoded: { header, payload } }: CompactJws): readonly SignedForm[] {
  const [one, other] = [header, payload].map((text) => text.padEnd(Math.ceil(text.length / 4) * 4, '='));
  if (one === header && other === payload) return [];
  return [{ signature, input: ascii(`${one}.${other}`), finding: padded }];
}

/** Microsoft signs Graph tokens with the SHA-256 of the nonce in its place, so that nobody else can verify them. */
async function nonceForms({ signature, encoded, header }: CompactJws): Promise<readonly SignedForm[]> {
  const { nonce } = header;
  const text = decodeUtf8(decodeBase64url(encoded.header).bytes);
  if (typeof nonce !== 'string' || text === undefined) return [];
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', ascii(nonce)));
  const hashed = text.replace(JSON.stringify(nonce), () => JSON.stringify(encodeBase64url(hash)));
  const input = ascii(`${encodeBase64url(hashed)}.${encoded.payload}`);
  return [{ signature, input, finding: headerNonce }];
}

function derForms(jws: CompactJws, input: Uint8Array<ArrayBuffer>): readonly SignedForm[] {
  const algorithm = readInspectionAlgorithm(jws.header.alg);
  const traits = algorithm && inspectionTraits(algorithm);
  if (traits?.kty !== 'EC' || traits.signatureBytes === undefined) return [];
  const signature = rawFromDer(jws.signature, traits.signatureBytes);
  return signature === undefined ? [] : [{ signature, input, finding: der }];
}

/** Texts that a program may have signed before it, or a person, spelt the payload in another way. */
function respeltForms(jws: CompactJws): readonly SignedForm[] {
  const text = decodeUtf8(jws.payload);
  const value = text === undefined ? undefined : parseOrNothing(text);
  if (text === undefined || value === undefined) return [];
  const spellings = [
    JSON.stringify(value),
    pythonSpelling(value),
    JSON.stringify(value, null, 2),
    `${text}\n`,
    text.trimEnd(),
  ];
  return [...new Set(spellings)]
    .filter((spelling) => spelling !== text)
    .map((spelling) => ({
      signature: jws.signature,
      input: ascii(`${jws.encoded.header}.${encodeBase64url(spelling)}`),
      finding: respelt,
    }));
}

/** The blanks that Python's json.dumps puts after commas and colons. */
function pythonSpelling(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonSpelling).join(', ')}]`;
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${pythonSpelling(member)}`,
  );
  return `{${members.join(', ')}}`;
}

function parseOrNothing(text: string): unknown {
  try {
    return parseExactly(text);
  } catch (error) {
    // A payload that is no JSON has no other spelling.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

const padded: DiagnosisFinding = {
  code: 'signed-padded',
  certainty: 'proven',
  sentence:
    'The signature is right for the text with its padding (=), which a JWS leaves out: AWS load balancers sign so.',
  fix: 'Leave the = in, and verify header and payload as they came: strict readers refuse such a token.',
  rule: 'RFC 7515 §2',
};

const headerNonce: DiagnosisFinding = {
  code: 'header-nonce',
  certainty: 'proven',
  sentence:
    'The signature is right for a header whose nonce is hashed: Microsoft makes tokens for its own APIs so.',
  fix: 'Do not verify it: it is for Microsoft Graph. Ask for a token for your own API, by its scope.',
  rule: 'learn.microsoft.com/entra/identity-platform/access-tokens',
};

const der: DiagnosisFinding = {
  code: 'signature-is-der',
  certainty: 'proven',
  sentence: 'The signature is right, but written as ASN.1 DER where a JWS has its two halves side by side.',
  fix: 'Have the signer convert it: in Java use SHA256withECDSAinP1363Format, in Node dsaEncoding "ieee-p1363".',
  rule: 'RFC 7518 §3.4',
};

const respelt: DiagnosisFinding = {
  code: 'text-respelt',
  certainty: 'proven',
  sentence:
    'The signature is right for the same JSON with other white space: the payload was written anew after signing.',
  fix: 'Pass the token on byte for byte; do not decode and encode its parts.',
  rule: 'RFC 7515 §5.1',
};
