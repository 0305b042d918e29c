/**
 * The same token written compact, flattened or general, with its payload or beside it. No signed byte changes.
 *
 * @example
 * ```ts
 * import { convertToken } from '@signet/token/serialisation';
 *
 * const converted = convertToken('eyJhbGciOiJFUzI1NiJ9.aGk.AA', { to: 'flattened' });
 * const text = converted.verdict === 'verified' ? converted.token.text : '';
 * JSON.parse(text); // → { payload: 'aGk', protected: 'eyJhbGciOiJFUzI1NiJ9', signature: 'AA' }
 * ```
 */

export type { ConversionCode } from './conversion-refusals.ts';
export type { Conversion, ConvertedToken } from './convert-token.ts';
export { convertToken } from './convert-token.ts';
export { readSerialised } from './read-serialised.ts';
export type {
  SelectiveParts,
  Serialisation,
  SerialisedJwe,
  SerialisedJws,
  SerialisedToken,
} from './serialised-token.ts';
export { serialisations } from './serialised-token.ts';
