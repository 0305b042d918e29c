import { describe, expect, it, vi } from 'vitest';
import { inspectToken } from '../jws/inspect-token.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import { signJws } from '../jws/sign-jws.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { pemOfJwk } from '../keys/key-conversion.ts';
import { makeKey } from '../keys/make-key.ts';
import { keyOf } from '../testing/keys.ts';
import { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';
import { makeJwe, nestToken } from './nest-token.ts';

const signing = keyOf(await makeKey({ algorithm: 'EdDSA' }));
const recipient = keyOf(await makeKey({ algorithm: 'RSA-OAEP-256' }));

function given(key: unknown) {
  const [first] = keyOf(readGivenKeys(key)).keys;
  if (first === undefined) throw new Error('no key');
  return first;
}

const options = { key: given(recipient.open), algorithm: 'RSA-OAEP-256', encryption: 'A256GCM' } as const;

describe('nestToken', () => {
  it('hides a signed token in an encrypted one, which opens to the same token', async () => {
    const payload = new TextEncoder().encode('{"sub":"ada"}');
    const signers = [{ key: given(signing.whole), protectedHeader: '{"alg":"EdDSA"}' }];
    const signed = await signJws({ payload, signers, form: 'compact' });
    if (signed.kind === 'refused') throw new Error(signed.refusal.code);
    const nested = await nestToken(signed.token, options);
    if (nested.kind === 'refused') throw new Error(nested.refusal.code);
    const keys = openDecryptionKeys(keyOf(readGivenKeys(recipient.whole)));
    const { header, verdict } = await decryptJwe(nested.token, { keys });
    if (verdict.verdict === 'refused') throw new Error(verdict.refusal.code);
    expect(header).toMatchObject({ cty: 'JWT' });
    const inner = new TextDecoder().decode(verdict.token.plaintext);
    expect(inner).toBe(signed.token);
    const open = openInspectionKeys(keyOf(readGivenKeys(signing.open)));
    const inspected = await inspectToken(inner, { keys: open, checks: 'all', now: 0 });
    expect(inspected.verdict.verdict).toBe('verified');
  });
});

describe('makeJwe', () => {
  it('says that a key does not fit, whatever it is', async () => {
    const keys = [given(signing.open), given({ secret: 'x' }), given(pemOfJwk(recipient.whole))];
    for (const key of keys)
      expect(await makeJwe(new Uint8Array(), { ...options, key })).toMatchObject({ kind: 'refused' });
  });

  it('says that the runtime lacks the algorithm where it does', async () => {
    const lack = new DOMException('Unrecognized algorithm name', 'NotSupportedError');
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(lack);
    expect(await makeJwe(new Uint8Array(), options)).toMatchObject({
      refusal: { code: 'runtime_unsupported' },
    });
  });
});
