import type { Paint } from './palette.ts';
import { wrap } from './wrap.ts';

const link = /\[([^\]]{0,200})\]\([^)]{0,200}\)/g;

/** A page of `docs/errors` for people: its headings strong, its paragraphs as wide as the terminal. */
export function pageText(markdown: string, paint: Paint, width: number): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  return `${blocks.map((block) => blockText(block, paint, width)).join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

function blockText(block: string, paint: Paint, width: number): string {
  const words = block.replace(link, '$1').replaceAll('**', '');
  const heading = /^#+ (.*)/.exec(words)?.[1];
  if (heading !== undefined) return paint('strong', heading.replaceAll('`', ''));
  const items = words.split(/^- /m).map(oneLine);
  if (items.length === 1) return wrap(items[0] ?? '', width).join('\n');
  return items
    .filter((item) => item !== '')
    .map((item) => `- ${wrap(item, width - 2).join('\n  ')}`)
    .join('\n');
}
