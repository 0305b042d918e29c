/**
 * Encrypted tokens (RFC 7516), written and read, in the compact and the flattened serialisation.
 *
 * @example
 * ```ts
 * import { decryptJwe, makeJwe, openDecryptionKeys } from '@signet/token/jwe';
 * import { makeKey, readGivenKeys } from '@signet/token/keys';
 *
 * const made = await makeKey({ algorithm: 'ECDH-ES+A256KW' });
 * if (made.kind === 'refused') throw new Error(made.refusal.sentence);
 * const given = readGivenKeys(made.key.whole);
 * if (given.kind === 'refused') throw new Error(given.refusal.sentence);
 * const [key] = given.key.keys;
 * if (key === undefined) throw new Error('No key was given.');
 * const hidden = await makeJwe(new TextEncoder().encode('hello'), { key, algorithm: 'ECDH-ES+A256KW', encryption: 'A256GCM' });
 * if (hidden.kind === 'refused') throw new Error(hidden.refusal.sentence);
 * const { verdict } = await decryptJwe(hidden.token, { keys: openDecryptionKeys(given.key) });
 * verdict.verdict === 'verified' && new TextDecoder().decode(verdict.token.plaintext); // → 'hello'
 * ```
 */

export type { DecryptedJwe, Decryption, DecryptionKeys, DecryptionPolicy } from './decrypt-jwe.ts';
export { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';
export type { EncryptionOptions } from './encrypt-jwe.ts';
export { encryptFlattenedJwe, encryptJwe } from './encrypt-jwe.ts';
export type { ContentEncryption, KeyAlgorithm } from './encryption-algorithm.ts';
export { contentEncryptions, keyAlgorithms } from './encryption-algorithm.ts';
export type { EncryptionKey, EncryptionPurpose, WritingAlgorithm } from './encryption-key.ts';
export { chooseEncryptionKey, encryptionAlgorithmsOf, writingAlgorithms } from './encryption-key.ts';
export { makeJwe, nestToken } from './nest-token.ts';
