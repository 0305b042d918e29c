/**
 * Keys in every form (JWK, JWKS, PEM, DER, OpenSSH, secrets), read, made, converted, and pinned to one algorithm.
 *
 * @example
 * ```ts
 * import { exportPublicJwk, generateKeyPair, importJwks } from '@signet/token/keys';
 *
 * const { verification } = await generateKeyPair('ES256', 'key-1');
 * const jwks = JSON.stringify({ keys: [await exportPublicJwk(verification)] });
 * const published = await importJwks(jwks, { algorithms: ['ES256'] });
 * published.kind === 'keys' && published.keys.map(({ kid, algorithm }) => [kid, algorithm]); // → [['key-1', 'ES256']]
 * ```
 */

export type { AlgorithmTraits, SignatureAlgorithm } from './algorithm.ts';
export { algorithmTraits, readAlgorithm, signatureAlgorithms } from './algorithm.ts';
export { canonicalSubjectOf } from './canonical-subject.ts';
export { readCertificate } from './certificate.ts';
export { type CertifiedNames, readCertifiedNames } from './certified-names.ts';
export { decryptPem } from './decrypt-pem.ts';
export { pemOfDer } from './der-of-jwk.ts';
export type { AsymmetricAlgorithm, KeyPair } from './generate-key-pair.ts';
export { exportPrivateJwk, exportPublicJwk, generateKeyPair, thumbprint } from './generate-key-pair.ts';
export type { GivenKey, GivenKeys } from './given-key.ts';
export { givenKeysOf, readGivenKeys } from './given-key.ts';
export type { ImportedKeySet, JwksLimits, RejectedKey, SortedKeys } from './import-jwks.ts';
export { importJwks } from './import-jwks.ts';
export { importSigningKey, importVerificationKey } from './import-key.ts';
export type { JwkHalf } from './jwk.ts';
export { algorithmsOfJwk, halfOfJwk, publicHalf } from './jwk.ts';
export { jwkOfCertificate } from './jwk-of-certificate.ts';
export type {
  Jwk,
  KeyRefusal,
  KeyRefusalCode,
  KeyResult,
  RemoteSigningKey,
  SigningKey,
  VerificationKey,
} from './key.ts';
export { jwkOfText, pemOfJwk } from './key-conversion.ts';
export type { KeyFile, KeyWriting } from './key-file.ts';
export { readKeyFile, textOfKey, withoutLineEnd } from './key-file.ts';
export type { KeyMaterial } from './key-material.ts';
export { keyPrivate } from './key-refusals.ts';
export { isLoopback, isLoopbackLiteral, isNamedLocalhost } from './loopback.ts';
export { makeKey } from './make-key.ts';
export type { AgreementCurve, ModulusSize, NewKey, NewKeyRequest } from './new-key.ts';
export { agreementCurves, modulusSizes } from './new-key.ts';
export type { PemForm } from './pem.ts';
export type { PublishedDocument } from './published-document.ts';
export { missedIssuer, readPublishedDocument } from './published-document.ts';
export type { KeyReading } from './read-key.ts';
export { readKey } from './read-key.ts';
