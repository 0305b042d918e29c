/** A bearer token from the header to what its holder may do: the same questions at the gateway and in an app. */
export type { Acceptance, Acceptances, ClaimsPolicy, IssuerPolicy } from './acceptance.ts';
export { type Belief, disbelief } from './belief.ts';
export { believeClaims, believeTimes } from './believe-claims.ts';
export { believeProof, type ProvedRequest, type ProvenKey, proofAlgorithms } from './believe-proof.ts';
export {
  believeSignature,
  issuerUnexpected,
  type SignatureTrust,
  type SignedByIssuer,
} from './believe-signature.ts';
export type { Demand, Demands } from './demand.ts';
export { hostNameOf } from './host-name.ts';
export { refuseBinding, type ShownKeys } from './refuse-binding.ts';
export { challengeOf, type Requirements, refuseLack } from './refuse-lack.ts';
export { csrfHash, foreignPage, overridesMethod, type PageRequest, refusePage } from './refuse-page.ts';
export { shownOn, thumbprintAt } from './shown-certificate.ts';
export { type StepUp, stepUpOf } from './step-up.ts';
export { type BearerPlaces, takeBearer } from './take-bearer.ts';
export {
  accessCookieNames,
  type Credential,
  type CredentialPlaces,
  takeCredential,
} from './take-credential.ts';
export { type TrustedToken, trustedToken } from './trusted-token.ts';
