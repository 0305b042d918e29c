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
