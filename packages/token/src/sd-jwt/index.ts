export type { ClaimPath } from './claim-path.ts';
export { readClaimPath } from './claim-path.ts';
export { issueSdJwt } from './issue-sd-jwt.ts';
export type { KeyBindingDraft, SdJwtPresentation } from './present-sd-jwt.ts';
export { presentSdJwt } from './present-sd-jwt.ts';
export { readSdJwt } from './read-sd-jwt.ts';
export type { Disclosure, KeyBinding, SdJwt } from './sd-jwt.ts';
export type { SdJwtDraft } from './sd-jwt-draft.ts';
