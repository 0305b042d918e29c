/**
 * ASCII only, so that no two names look alike; at most 64 characters. Judged before the case is folded, because
 * folding turns some other letters (U+212A, the Kelvin sign) into ASCII ones.
 */
const shape = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

/** The stored form of a name that a person typed, or `undefined` where it cannot be one. */
export function normaliseUsername(typed: string): string | undefined {
  const trimmed = typed.trim();
  return shape.test(trimmed) ? trimmed.toLowerCase() : undefined;
}
