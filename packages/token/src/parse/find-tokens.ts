/** A token somewhere in a text. */
export interface FoundToken {
  readonly token: string;
  /** What stands in front of it as its name, such as a cookie's; absent where nothing does. */
  readonly name?: string;
}

/** More are not told of: who has so many looks for another tool. */
const mostTokens = 16;

/**
 * What begins like a JSON object in base64url and goes on in segments, with the tail of an SD-JWT. A token is not
 * looked for inside of a word or of another token.
 */
const tokens = /(?<![\w.-])e[wy][\w-]{4,}={0,2}(?:\.[\w-]*={0,2}){2,4}(?:~[\w~.-]*)?/g;

/** The whole tokens in a text, each once, in their order. What is cut off or broken over lines is none. */
export function findTokens(text: string): readonly FoundToken[] {
  const found = new Map<string, FoundToken>();
  for (const match of text.matchAll(tokens)) {
    const token = wholeToken(match[0], text.charAt(match.index + match[0].length));
    if (token === undefined || found.has(token)) continue;
    const name = nameBefore(text, match.index);
    found.set(token, { token, ...(name === undefined ? {} : { name }) });
    if (found.size === mostTokens) break;
  }
  return [...found.values()];
}

/** The token without the full stop of the sentence around it; undefined where it goes on as something else. */
function wholeToken(text: string, next: string): string | undefined {
  const isCut = text.includes('...') || ['…', '+', '/', '%'].includes(next);
  if (isCut) return undefined;
  const token = text.split('.').length === 4 ? text.replace(/\.$/, '') : text;
  return [3, 5].includes(token.split('~', 1)[0]?.split('.').length ?? 0) ? token : undefined;
}

/** How far back a name is looked for, in characters. */
const before = 100;
const nameInFront = /([\w.:-]{1,60})\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:bearer\s|dpop\s)?$/i;

function nameBefore(text: string, index: number): string | undefined {
  return nameInFront.exec(text.slice(Math.max(0, index - before), index))?.[1];
}

/** Two signed tokens without anything between them, which together look like one of five segments. */
export function splitJoined(text: string): readonly [string, string] | undefined {
  if (!/^[\w.=-]+$/.test(text)) return undefined;
  const parts = text.split('.', 6);
  const [first, second, middle = '', fourth, fifth] = parts;
  const at = middle.lastIndexOf('eyJ');
  if (parts.length !== 5 || at < 1 || !first?.startsWith('ey') || !second?.startsWith('ey')) return undefined;
  return fourth?.startsWith('ey')
    ? [`${first}.${second}.${middle.slice(0, at)}`, `${middle.slice(at)}.${fourth}.${fifth}`]
    : undefined;
}
