import { hideTokens } from '@signet/contracts';

const longestQuery = 512;
const mostParameters = 32;
/** By the convention of OpenTelemetry for what is scrubbed. */
const redacted = 'REDACTED';
const speaksOfSecret =
  /token|secret|passw|pwd|key|sig|code|assert|jwt|auth|cred|session|sid|state|nonce|otp|pin/i;
const plainName = /^[\w.[\]-]{1,64}$/;

/**
 * The query as a log may have it: names, and values only where they are asked for and no name speaks of a secret.
 * @returns undefined where there is none
 */
export function shownQuery(
  target: string,
  { values, hidden }: { readonly values: boolean; readonly hidden: readonly (string | undefined)[] },
): string | undefined {
  const start = target.indexOf('?');
  if (start === -1 || start === target.length - 1) return undefined;
  const parts = target.slice(start + 1, start + 1 + 8 * longestQuery).split('&', mostParameters);
  return hideTokens(parts.map((part) => shownPart(part, values, hidden)).join('&')).slice(0, longestQuery);
}

/** What has no name of its own, or one that is written otherwise than as a name, may be the secret itself. */
function shownPart(part: string, values: boolean, hidden: readonly (string | undefined)[]): string {
  const end = part.indexOf('=');
  const name = end === -1 ? part : part.slice(0, end);
  if (end === -1 || !plainName.test(name)) return redacted;
  const isHidden = hidden.some((each) => each?.toLowerCase() === name.toLowerCase());
  const isSecret = isHidden || speaksOfSecret.test(name);
  return values && !isSecret ? part : `${name}=${redacted}`;
}
