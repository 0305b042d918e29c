/** A stretch of a sentence. */
export type ProsePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule'; readonly text: string; readonly href: string };

const pattern = /`([^`]+)`|RFC (\d+)\b(?: §([\d.]*\d))?/g;

/** Finds code in backticks, and RFC sections, which become links to the RFC editor. */
export function parseProse(sentence: string): readonly ProsePart[] {
  const parts: ProsePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(pattern)) {
    if (match.index > end) parts.push({ kind: 'text', text: sentence.slice(end, match.index) });
    parts.push(partOf(match));
    end = match.index + match[0].length;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}

function partOf([whole, code, number, section]: RegExpExecArray): ProsePart {
  if (code !== undefined) return { kind: 'code', text: code };
  const anchor = section === undefined ? '' : `#section-${section}`;
  return { kind: 'rule', text: whole, href: `https://www.rfc-editor.org/rfc/rfc${number}${anchor}` };
}
