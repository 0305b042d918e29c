export type { DecryptedJwe, Decryption, DecryptionKeys, DecryptionPolicy } from './decrypt-jwe.ts';
export { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';
export type { EncryptionOptions } from './encrypt-jwe.ts';
export { encryptFlattenedJwe, encryptJwe } from './encrypt-jwe.ts';
export type { ContentEncryption, KeyAlgorithm } from './encryption-algorithm.ts';
export { contentEncryptions, keyAlgorithms } from './encryption-algorithm.ts';
export type { EncryptionKey, EncryptionPurpose, WritingAlgorithm } from './encryption-key.ts';
export { chooseEncryptionKey, encryptionAlgorithmsOf, writingAlgorithms } from './encryption-key.ts';
export { makeJwe, nestToken } from './nest-token.ts';
