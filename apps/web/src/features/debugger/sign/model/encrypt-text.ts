import { chooseEncryptionKey, makeJwe } from '@signet/token/jwe';
import { halfOfJwk, type Jwk } from '@signet/token/keys';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { readKeyText } from './key-text.ts';
import type { Recipient } from './recipient.ts';
import { type NotMade, notMade } from './sign-draft.ts';

/** A text that was just encrypted. */
export interface EncryptedText {
  readonly kind: 'encrypted';
  readonly token: string;
  /** What opens it; absent where the reader gave the public half only. */
  readonly openJwk?: Jwk;
}

/**
 * Encrypts the text, byte for byte, for one recipient. Never rejects for what a person may paste.
 * @param header more members of the header, such as `cty`
 */
export async function encryptText(
  text: string,
  recipient: Recipient,
  header: Readonly<Record<string, string>>,
): Promise<EncryptedText | NotMade> {
  const { algorithm, encryption } = recipient;
  if (recipient.isLacking) return notMade('recipient', words.problems.lacking(algorithm));
  const read = await readKeyText(recipient);
  if (read.kind === 'refused') return notMade('recipient', translate(read.refusal.sentence));
  const { given, jwk } = read.key;
  const chosen = await chooseEncryptionKey({ kind: 'one', keys: [given] }, { algorithm, encryption });
  if (chosen.kind === 'refused') return notMade('recipient', translate(chosen.refusal.sentence));
  const { wasPrivate: _wasPrivate, ...key } = chosen.key;
  const kid = key.kid === undefined ? {} : { kid: key.kid };
  const made = await makeJwe(new TextEncoder().encode(text), {
    key,
    algorithm,
    encryption,
    header: { ...kid, ...header },
  });
  if (made.kind === 'refused') return notMade('recipient', translate(made.refusal.sentence));
  const opens = jwk !== undefined && halfOfJwk(jwk) !== 'public';
  return { kind: 'encrypted', token: made.token, ...(opens && { openJwk: jwk }) };
}
