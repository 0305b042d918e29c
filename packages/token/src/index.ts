export type { Base64urlProblem, Base64urlReading } from './base64url/decode-base64url.ts';
export { decodeBase64url } from './base64url/decode-base64url.ts';
export { encodeBase64url } from './base64url/encode-base64url.ts';
export type { ComparedMember, TokenComparison } from './compare/compare-tokens.ts';
export { compareTokens } from './compare/compare-tokens.ts';
export type { DescribedTime } from './describe/describe-time.ts';
export { describeTime, relativeTime } from './describe/describe-time.ts';
export { describeToken } from './describe/describe-token.ts';
export type { DescribedMember, DescribedToken } from './describe/described-token.ts';
export type { Notice } from './describe/notice.ts';
export type { Meaning } from './describe/registry.ts';
export { claimRegistry, headerRegistry } from './describe/registry.ts';
export type { TokenKind } from './describe/token-kind.ts';
export { describeKey } from './describe-key/describe-key.ts';
export type { DescribedKey, DescribeKeyOptions, KeyDescription } from './describe-key/described-key.ts';
export { diagnoseSignature } from './diagnose/diagnose-signature.ts';
export type { Diagnosis, DiagnosisCode, DiagnosisFinding } from './diagnose/diagnosis.ts';
export type { ExactNumber } from './json/exact-number.ts';
export { isExactNumber, readSeconds } from './json/exact-number.ts';
export type {
  JsonArray,
  JsonLiteral,
  JsonMember,
  JsonNode,
  JsonNumber,
  JsonObject,
  JsonString,
  JsonValue,
} from './json/json-node.ts';
export type { DuplicateMember, JsonProblem, JsonReading } from './json/json-reading.ts';
export { parseExactly } from './json/parse-exactly.ts';
export type { JsonLimits } from './json/read-json.ts';
export { readJson } from './json/read-json.ts';
export { toValue } from './json/to-value.ts';
export type { DecryptedJwe, Decryption, DecryptionKeys, DecryptionPolicy } from './jwe/decrypt-jwe.ts';
export { decryptJwe, openDecryptionKeys } from './jwe/decrypt-jwe.ts';
export type { EncryptionOptions } from './jwe/encrypt-jwe.ts';
export { encryptFlattenedJwe, encryptJwe } from './jwe/encrypt-jwe.ts';
export type { ContentEncryption, KeyAlgorithm } from './jwe/encryption-algorithm.ts';
export { contentEncryptions, keyAlgorithms } from './jwe/encryption-algorithm.ts';
export type { EncryptionKey, EncryptionPurpose, WritingAlgorithm } from './jwe/encryption-key.ts';
export { chooseEncryptionKey, encryptionAlgorithmsOf, writingAlgorithms } from './jwe/encryption-key.ts';
export { makeJwe, nestToken } from './jwe/nest-token.ts';
export { dangerouslyMakeUnsignedJws } from './jws/dangerously-unsigned-jws.ts';
export type { InspectedJws, JwsInspection, JwsPolicy } from './jws/inspect-jws.ts';
export { inspectJws } from './jws/inspect-jws.ts';
export type { TokenInspection, TokenPolicy } from './jws/inspect-token.ts';
export { inspectToken } from './jws/inspect-token.ts';
export type { InspectionAlgorithm } from './jws/inspection-algorithm.ts';
export { inspectionAlgorithms, inspectionTraits } from './jws/inspection-algorithm.ts';
export type { InspectionCode, InspectionKeys } from './jws/inspection-keys.ts';
export { openInspectionKeys } from './jws/inspection-keys.ts';
export { kidDiffers } from './jws/kid-differs.ts';
export type { Making } from './jws/making.ts';
export { fetchCurves } from './jws/noble-curve.ts';
export type { JwsDraft, JwsSigner } from './jws/sign-jws.ts';
export { signJws } from './jws/sign-jws.ts';
export { signingAlgorithmsOf } from './jws/signing-algorithms.ts';
export type { AlgorithmTraits, SignatureAlgorithm } from './keys/algorithm.ts';
export { algorithmTraits, readAlgorithm, signatureAlgorithms } from './keys/algorithm.ts';
export { decryptPem } from './keys/decrypt-pem.ts';
export { pemOfDer } from './keys/der-of-jwk.ts';
export type { AsymmetricAlgorithm, KeyPair } from './keys/generate-key-pair.ts';
export { exportPrivateJwk, exportPublicJwk, generateKeyPair, thumbprint } from './keys/generate-key-pair.ts';
export type { GivenKey, GivenKeys } from './keys/given-key.ts';
export { readGivenKeys } from './keys/given-key.ts';
export type { ImportedKeySet, JwksLimits, RejectedKey, SortedKeys } from './keys/import-jwks.ts';
export { importJwks } from './keys/import-jwks.ts';
export { importSigningKey, importVerificationKey } from './keys/import-key.ts';
export type { JwkHalf } from './keys/jwk.ts';
export { algorithmsOfJwk, halfOfJwk, publicHalf } from './keys/jwk.ts';
export type { Jwk, KeyRefusal, KeyRefusalCode, KeyResult, SigningKey, VerificationKey } from './keys/key.ts';
export { jwkOfText, pemOfJwk } from './keys/key-conversion.ts';
export type { KeyFile, KeyWriting } from './keys/key-file.ts';
export { readKeyFile, textOfKey, withoutLineEnd } from './keys/key-file.ts';
export type { KeyMaterial } from './keys/key-material.ts';
export { isLoopback, isLoopbackLiteral, isNamedLocalhost } from './keys/loopback.ts';
export { makeKey } from './keys/make-key.ts';
export type { AgreementCurve, ModulusSize, NewKey, NewKeyRequest } from './keys/new-key.ts';
export { agreementCurves, modulusSizes } from './keys/new-key.ts';
export type { PemForm } from './keys/pem.ts';
export type { PublishedDocument } from './keys/published-document.ts';
export { missedIssuer, readPublishedDocument } from './keys/published-document.ts';
export type { KeyReading } from './keys/read-key.ts';
export { readKey } from './keys/read-key.ts';
export type { Finding, Span } from './lint/finding.ts';
export type { LintOptions } from './lint/lint-token.ts';
export { lintToken } from './lint/lint-token.ts';
export type { SarifLog, SarifSource } from './lint/to-sarif.ts';
export { toSarif } from './lint/to-sarif.ts';
export { decodeUtf8 } from './parse/decode-text.ts';
export type { CompactJws } from './parse/parse-compact-jws.ts';
export { defaultTokenBytes, parseCompactJws, parseJsonObject } from './parse/parse-compact-jws.ts';
export type { ParseOptions } from './parse/parse-token.ts';
export { parseToken } from './parse/parse-token.ts';
export type {
  ParsedToken,
  Segment,
  SegmentContent,
  SegmentRole,
  TokenProblem,
} from './parse/parsed-token.ts';
export { withPayload } from './parse/with-payload.ts';
export { checkProfile, profileNames, profileOf } from './profiles/check-profile.ts';
export type { Expectations, ProfileName } from './profiles/profile.ts';
export type { ClaimPath } from './sd-jwt/claim-path.ts';
export { readClaimPath } from './sd-jwt/claim-path.ts';
export { issueSdJwt } from './sd-jwt/issue-sd-jwt.ts';
export type { KeyBindingDraft, SdJwtPresentation } from './sd-jwt/present-sd-jwt.ts';
export { presentSdJwt } from './sd-jwt/present-sd-jwt.ts';
export { readSdJwt } from './sd-jwt/read-sd-jwt.ts';
export type { Disclosure, KeyBinding, SdJwt } from './sd-jwt/sd-jwt.ts';
export type { SdJwtDraft } from './sd-jwt/sd-jwt-draft.ts';
export type { ConversionCode } from './serialisation/conversion-refusals.ts';
export type { Conversion, ConvertedToken } from './serialisation/convert-token.ts';
export { convertToken } from './serialisation/convert-token.ts';
export { readSerialised } from './serialisation/read-serialised.ts';
export type {
  SelectiveParts,
  Serialisation,
  SerialisedJwe,
  SerialisedJws,
  SerialisedToken,
} from './serialisation/serialised-token.ts';
export { serialisations } from './serialisation/serialised-token.ts';
export type { SigningOptions } from './sign/sign-token.ts';
export { signBytes, signToken } from './sign/sign-token.ts';
export { quote } from './verdict/quote.ts';
export type { Refusal, Refused, Verdict, Verified } from './verdict/verdict.ts';
export { refused, verified } from './verdict/verdict.ts';
export type { VerdictCode } from './verdict/verdict-code.ts';
export { verdictCodes } from './verdict/verdict-code.ts';
export type {
  CodeKeySource,
  CodeProof,
  CodeRefusalCode,
  CodeRefused,
  CodeRequest,
  CodeStack,
  VerificationCode,
} from './verification-code/code-request.ts';
export { codeSuggestion } from './verification-code/code-suggestion.ts';
export type { CodeStackTraits } from './verification-code/stacks.ts';
export { codeStacks } from './verification-code/stacks.ts';
export { writeVerificationCode } from './verification-code/write-verification-code.ts';
export { checkClaims } from './verify/check-claims.ts';
export { checkTimes } from './verify/check-times.ts';
export { normaliseType } from './verify/check-type.ts';
export type { ClaimPolicy, SignaturePolicy, TimePolicy, VerificationPolicy } from './verify/policy.ts';
export { notAccessTokenTypes } from './verify/policy.ts';
export type { Claims, JoseHeader, VerifiedSignature, VerifiedToken } from './verify/verified-token.ts';
export { verifyParsedSignature, verifySignature } from './verify/verify-signature.ts';
export { verifyToken } from './verify/verify-token.ts';
