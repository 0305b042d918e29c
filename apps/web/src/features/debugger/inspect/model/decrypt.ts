import { decryptJwe, openDecryptionKeys } from '@signet/token/jwe';
import type { GivenKeys } from '@signet/token/keys';
import type { ParsedToken } from '@signet/token/parse';
import { mostCharacters } from '../../../../parts/token-view/model/dissect.ts';
import { notChecked, type SignatureCheck } from './signature-check.ts';

/** Opens an encrypted token with the key that the reader gave. */
export async function decrypt({ token }: ParsedToken, keys: GivenKeys): Promise<SignatureCheck> {
  const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(keys), maxBytes: mostCharacters });
  if (verdict.verdict === 'verified') {
    const { algorithm, encryption, plaintext, warnings } = verdict.token;
    return { kind: 'decrypted', algorithm, encryption, plaintext: new Uint8Array(plaintext), warnings };
  }
  if (keys.keys.length === 0 && verdict.refusal.code === 'key_unknown') return notChecked;
  return { kind: 'refused', refusal: verdict.refusal };
}
