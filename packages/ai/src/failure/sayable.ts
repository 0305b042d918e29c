/** Longer words of an upstream are cut. */
const longest = 2_000;

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(?:https?|wss?):\/\/[^\s"'<>)]+/gi, '[address]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*/g, '[token]'],
  [/\b(?:sk|pk|rk|xai|gsk|org)[-_][\w*.-]{6,}/gi, '[key]'],
  [/\bAIza[\w*-]{10,}/g, '[key]'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,32}\b/g, '[key]'],
  [/\barn:aws[a-z-]{0,16}:[^\s"'<>)]{1,500}/g, '[resource]'],
  [/\bya29\.[\w.-]{1,2000}/g, '[token]'],
  [/\b(bearer)\s+[\w.*~+/=-]+/gi, '$1 [token]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '[address]'],
];

/** The words of an upstream's error, as a caller may read them: without addresses, keys and tokens, and not for ever. */
export function sayable(message: string): string {
  return secrets
    .reduce((text, [pattern, instead]) => text.replaceAll(pattern, instead), message.slice(0, 2 * longest))
    .slice(0, longest);
}
