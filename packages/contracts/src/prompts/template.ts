/** A text as it was written, or the name of a variable whose value stands there. */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string };

const placeholder = /\{\{([^{}]{0,100})\}\}/g;
const name = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

export function isVariableName(text: string): boolean {
  return name.test(text);
}

/**
 * The pieces of a text, in their order. It is read once, when the prompt is written, and never again with values in it: what a
 * value says is not looked at for variables.
 */
export function readTemplate(text: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let from = 0;
  for (const found of text.matchAll(placeholder)) {
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index) });
    pieces.push({ kind: 'variable', name: (found[1] ?? '').trim() });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** The first of its braces that belong to no variable: a slip, of which a model would be asked. */
export function strayBraces(text: string): string | undefined {
  const rest = readTemplate(text).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
  return rest.flatMap((part) => /\{\{|\}\}/.exec(part) ?? [])[0];
}
