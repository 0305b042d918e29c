import { encodeBase64url } from '../base64url/encode-base64url.ts';
import type { JwsDraft, JwsSigner } from './jws-draft.ts';

/** One signature beside the headers it was made for. */
export interface MadeSignature {
  readonly encodedHeader: string;
  readonly signer: Pick<JwsSigner, 'unprotectedHeader'>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** RFC 7515 §7. Of several signatures all stand in the general form; the other forms have the first. */
export function serialiseJws(
  form: JwsDraft['form'],
  payload: string | undefined,
  signatures: readonly [MadeSignature, ...MadeSignature[]],
): string {
  const [first] = signatures;
  if (form === 'compact')
    return `${first.encodedHeader}.${payload ?? ''}.${encodeBase64url(first.signature)}`;
  const content = payload === undefined ? [] : [`"payload":${JSON.stringify(payload)}`];
  const members = form === 'flattened' ? signatureMembers(first) : [`"signatures":[${all(signatures)}]`];
  return `{${[...content, ...members].join(',')}}`;
}

function all(signatures: readonly MadeSignature[]): string {
  return signatures.map((each) => `{${signatureMembers(each).join(',')}}`).join(',');
}

/** The unprotected header is JSON already and stays as it was written, every digit of it. */
function signatureMembers({ encodedHeader, signer, signature }: MadeSignature): readonly string[] {
  return [
    ...(encodedHeader === '' ? [] : [`"protected":"${encodedHeader}"`]),
    ...(isBlank(signer.unprotectedHeader) ? [] : [`"header":${signer.unprotectedHeader}`]),
    `"signature":"${encodeBase64url(signature)}"`,
  ];
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text === '';
}
