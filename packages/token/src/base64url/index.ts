export type { Base64urlProblem, Base64urlReading } from './decode-base64url.ts';
export { decodeBase64url } from './decode-base64url.ts';
export { encodeBase64url } from './encode-base64url.ts';
