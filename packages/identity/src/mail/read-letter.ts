/** A letter taken apart: its placeholders are not filled in yet. */
export interface ReadLetter {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}

export type Paragraph =
  | { readonly kind: 'text'; readonly text: string }
  /** What is to be pressed. */
  | { readonly kind: 'link'; readonly words: string }
  /** What is to be copied. */
  | { readonly kind: 'code' };

/** The letter, or what is wrong with its text. @param values the names that may stand in it; each of `needed` must */
export function readLetter(text: string, values: readonly string[]): ReadLetter | string {
  const [head = '', ...rest] = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/);
  const subject = /^Subject: ?([^\n]+)$/.exec(head)?.[1];
  if (subject === undefined) return 'It does not begin with a line `Subject: …` and an empty line.';
  const named = [...text.matchAll(/\{\{(\w{1,40})\}\}/g)].map(([, name = '']) => name);
  const unknown = named.find((name) => name !== 'site' && !values.includes(name));
  if (unknown !== undefined) return `It names {{${unknown}}}, which this letter has not.`;
  const paragraphs = rest.map(readParagraph);
  for (const needed of ['link', 'code'] as const) {
    if (values.includes(needed) && !paragraphs.some(({ kind }) => kind === needed)) return missing[needed];
  }
  return { subject, paragraphs };
}

const missing = {
  link: 'It has no paragraph `[words]({{link}})`.',
  code: 'It has no paragraph `{{code}}`.',
} as const;

function readParagraph(text: string): Paragraph {
  if (text.trim() === '{{code}}') return { kind: 'code' };
  const words = /^\[([^[\]]+)\]\(\{\{link\}\}\)$/.exec(text.trim())?.[1];
  return words === undefined ? { kind: 'text', text } : { kind: 'link', words };
}
