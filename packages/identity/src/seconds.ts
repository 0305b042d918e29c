/** Seconds since the epoch, as `iat` and `exp` count (RFC 7519 §2, NumericDate). */
export function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
