/** A sentence with places for values, each written `{}`. */
export interface Template {
  readonly sentence: string;
  /** What stands around the places. */
  readonly pieces: readonly string[];
  /** How many characters are fixed. */
  readonly fixed: number;
}

export function templateOf(sentence: string): Template {
  const pieces = sentence.split('{}');
  return { sentence, pieces, fixed: pieces.reduce((sum, { length }) => sum + length, 0) };
}

/**
 * The values in a text that was made of a template; undefined for any other text. Each piece is looked for
 * once, from left to right, so that the work grows with the text and no more.
 */
export function matchTemplate({ pieces }: Template, text: string): readonly string[] | undefined {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const end = text.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from);
    if (at === -1) return undefined;
    values.push(text.slice(from, at));
    from = at + piece.length;
  }
  if (from > end) return undefined;
  return [...values, text.slice(from, end)];
}
