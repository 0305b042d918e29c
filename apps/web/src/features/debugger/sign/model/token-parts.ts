import { type JsonNode, readJson } from '@signet/token/json';

/** A piece of a new token in the hue of what it holds. What is neither of the three is neutral. */
export interface TokenPart {
  readonly text: string;
  readonly hue: '' | 'part-header' | 'part-payload' | 'part-signature';
}

/** The hue of each segment of a signed and of an encrypted token. */
const hues = {
  3: ['part-header', 'part-payload', 'part-signature'],
  5: ['part-header', '', '', 'part-payload', 'part-signature'],
} as const;

const memberHues: Readonly<Record<string, TokenPart['hue']>> = {
  protected: 'part-header',
  header: 'part-header',
  payload: 'part-payload',
  signature: 'part-signature',
};

/** The token in pieces, which together are the whole token again. @param disclosures what follows it, each after a ~ */
export function tokenParts(
  token: string,
  disclosures: readonly string[] = [],
  keyBinding?: string,
): readonly TokenPart[] {
  const parts = token.startsWith('{') ? jsonParts(token) : compactParts(token);
  if (keyBinding === undefined) return parts;
  const shown = disclosures.flatMap((text) => [tilde, { text, hue: 'part-payload' } as const]);
  return [...parts, ...shown, tilde, ...(keyBinding === '' ? [] : compactParts(keyBinding))];
}

const tilde: TokenPart = { text: '~', hue: '' };

function compactParts(token: string): readonly TokenPart[] {
  const segments = token.split('.');
  return hues[segments.length === 5 ? 5 : 3].flatMap((hue, index): readonly TokenPart[] => {
    const part = { text: segments[index] ?? '', hue };
    return index === 0 ? [part] : [{ text: '.', hue: '' }, part];
  });
}

function jsonParts(token: string): readonly TokenPart[] {
  const reading = readJson(token);
  if (reading.kind === 'not-json') return [{ text: token, hue: '' }];
  let done = 0;
  const parts: TokenPart[] = [];
  for (const { hue, start, end } of valuesIn(reading.root)) {
    parts.push({ text: token.slice(done, start), hue: '' }, { text: token.slice(start, end), hue });
    done = end;
  }
  return [...parts, { text: token.slice(done), hue: '' }];
}

interface Place {
  readonly hue: TokenPart['hue'];
  readonly start: number;
  readonly end: number;
}

/** The members of the serialisation (RFC 7515 §7.2), one after the other. */
function valuesIn(root: JsonNode): readonly Place[] {
  if (root.kind === 'array') return root.items.flatMap(valuesIn);
  if (root.kind !== 'object') return [];
  return root.members.flatMap(({ name, value }): readonly Place[] => {
    const hue = memberHues[name.value];
    return hue === undefined ? valuesIn(value) : [{ hue, start: value.start, end: value.end }];
  });
}
