import { type Refused, type Verdict, verified } from '../verdict/verdict.ts';
import {
  authenticatesMore,
  type ConversionCode,
  holdsSeveral,
  outsideProtection,
  payloadNotCompact,
} from './conversion-refusals.ts';
import { joinSelective } from './selective-parts.ts';
import type {
  Serialisation,
  SerialisedJwe,
  SerialisedJws,
  SerialisedRecipient,
  SerialisedSignature,
  SerialisedToken,
} from './serialised-token.ts';

type Written = Verdict<string, ConversionCode>;

/** Writes a token in a serialisation, or says what it has that does not fit in there. */
export function writeSerialised(token: SerialisedToken, to: Serialisation): Written {
  return token.kind === 'signed' ? writeJws(token, to) : writeJwe(token, to);
}

function writeJws(jws: SerialisedJws, to: Serialisation): Written {
  const [first, ...others] = jws.signatures;
  if (to === 'general') {
    const entries = jws.signatures.map((each, index) =>
      object(signatureMembers(each, index === 0 ? jws : undefined)),
    );
    return verified(object([...text('payload', jws.payload), ['signatures', `[${entries.join(',')}]`]]));
  }
  if (others.length > 0) return holdsSeveral('signatures', jws.signatures.length, to);
  if (to === 'compact') return writeCompactJws(jws, first);
  return verified(object([...text('payload', jws.payload), ...signatureMembers(first, jws)]));
}

function writeCompactJws(jws: SerialisedJws, signature: SerialisedSignature): Written {
  const { selective, payload = '' } = jws;
  const misfit = jws.isEncoded ? undefined : notInCompact.exec(payload)?.[0];
  if (misfit !== undefined) return payloadNotCompact(misfit);
  const refusal = refuseOutside(
    signature.protected,
    [signature.header],
    selective === undefined ? [] : selectiveNames,
  );
  if (refusal !== undefined) return refusal;
  const issued = `${signature.protected}.${payload}.${signature.signature}`;
  return verified(selective === undefined ? issued : joinSelective(issued, selective));
}

/** Everything but printable ASCII, and the dot (RFC 7797 §5.2). */
const notInCompact = /[^\x20-\x2d\x2f-\x7e]/u;
/** Stand behind `~` in the compact form (RFC 9901 §8.1). */
const selectiveNames: readonly string[] = ['disclosures', 'kb_jwt'];

function writeJwe(jwe: SerialisedJwe, to: Serialisation): Written {
  const { protected: header, unprotected, aad, iv, ciphertext, tag, recipients } = jwe;
  const [first, ...others] = recipients;
  const shared: readonly Member[] = [
    ...text('protected', header),
    ...raw('unprotected', unprotected),
    ...text('aad', aad),
  ];
  const content: readonly Member[] = [
    ...text('iv', iv || undefined),
    ...text('ciphertext', ciphertext),
    ...text('tag', tag || undefined),
  ];
  if (to === 'general') {
    const entries = recipients.map((each) => object(recipientMembers(each)));
    return verified(object([...shared, ['recipients', `[${entries.join(',')}]`], ...content]));
  }
  if (others.length > 0) return holdsSeveral('recipients', recipients.length, to);
  if (to === 'flattened') return verified(object([...shared, ...recipientMembers(first), ...content]));
  if (aad !== undefined) return authenticatesMore();
  const refusal = refuseOutside(header, [unprotected, first.header], []);
  return refusal ?? verified([header, first.encryptedKey, iv, ciphertext, tag].join('.'));
}

function refuseOutside(
  protectedHeader: string | undefined,
  headers: readonly (string | undefined)[],
  allowed: readonly string[],
): Refused<ConversionCode> | undefined {
  const names = headers
    .flatMap((header) => (header === undefined ? [] : Object.keys(JSON.parse(header))))
    .filter((name) => !allowed.includes(name));
  if (names.length > 0) return outsideProtection(names);
  return (protectedHeader ?? '') === '' ? outsideProtection([]) : undefined;
}

/** A name, and its value as JSON text. */
type Member = readonly [name: string, value: string];

function signatureMembers(
  { protected: encoded, header, signature }: SerialisedSignature,
  owner: SerialisedJws | undefined,
): readonly Member[] {
  const selective = owner?.form === 'compact' ? owner.selective : undefined;
  const written = selective === undefined ? header : selectiveHeader(selective);
  return [...text('protected', encoded), ...raw('header', written), ...text('signature', signature)];
}

/** What a compact SD-JWT has behind its `~`; in JSON it stood in the header before, and still does. */
function selectiveHeader({ disclosures, keyBinding }: NonNullable<SerialisedJws['selective']>): string {
  return object([['disclosures', JSON.stringify(disclosures)], ...text('kb_jwt', keyBinding)]);
}

function recipientMembers({ header, encryptedKey }: SerialisedRecipient): readonly Member[] {
  return [...raw('header', header), ...text('encrypted_key', encryptedKey || undefined)];
}

function text(name: string, value: string | undefined): readonly Member[] {
  return value === undefined ? [] : [[name, JSON.stringify(value)]];
}

function raw(name: string, value: string | undefined): readonly Member[] {
  return value === undefined ? [] : [[name, value]];
}

function object(members: readonly Member[]): string {
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}
