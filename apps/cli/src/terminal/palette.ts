import { wrap } from './wrap.ts';

/** The hues of the product in a terminal: one for each part of a token, one for each verdict, and faint for labels. */
export type Hue =
  | 'header'
  | 'payload'
  | 'signature'
  | 'verified'
  | 'refused'
  | 'warning'
  | 'unknown'
  | 'faint'
  | 'strong';

/** SGR parameters (ECMA-48 §8.3.117); the 256-colour ones are readable on light and on dark. */
const codes: Readonly<Record<Hue, string>> = {
  header: '38;5;168',
  payload: '38;5;98',
  signature: '38;5;37',
  verified: '32',
  refused: '31',
  warning: '33',
  unknown: '90',
  faint: '2',
  strong: '1',
};

/** Colours a text, or leaves it as it is. */
export type Paint = (hue: Hue, text: string) => string;

export function paintWith(colour: boolean): Paint {
  return (hue, text) => (colour && text !== '' ? `\u001b[${codes[hue]}m${text}\u001b[0m` : text);
}

/** Each verdict has an icon and a word, so that the colour never has to say it alone. */
export const verdictIcons = { verified: '✓', refused: '✗', warning: '!', unknown: '?' } as const;

export type VerdictHue = keyof typeof verdictIcons;

/** Something was done, or answered, that is not a verdict on a token. */
export function outcomeLine(paint: Paint, good: boolean, sentence: string): string {
  const verdict = good ? 'verified' : 'refused';
  return `${paint(verdict, verdictIcons[verdict])} ${sentence}`;
}

/** The word of the verdict, and the sentence beside it; wrapped under itself where a width is given. */
export function verdictLine(paint: Paint, verdict: VerdictHue, sentence: string, width?: number): string {
  const word = `${verdictIcons[verdict]} ${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`;
  const column = word.length + 2;
  const lines = width === undefined ? [sentence] : wrap(sentence, width - column);
  return `${paint(verdict, word)}  ${lines.join(`\n${' '.repeat(column)}`)}`;
}
