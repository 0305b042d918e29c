import type { Fields } from '../fields/fields.ts';

/** A piece of what a model says, in the order in which it says it. */
export interface Piece {
  readonly kind: 'text' | 'reasoning';
  readonly text: string;
}

/** `content` of an answer: a text, or Mistral's list, where thinking stands between the texts. */
export function readContent(fields: Fields): readonly Piece[] {
  const content = fields.take('content');
  if (content === undefined || content === '') return [];
  if (typeof content === 'string') return [{ kind: 'text', text: content }];
  return fields.each('content').flatMap(readPiece);
}

function readPiece(part: Fields): readonly Piece[] {
  const type = part.text('type');
  const pieces = type === 'thinking' ? readThinking(part) : readText(part);
  part.leave();
  return pieces.filter(({ text }) => text !== '');
}

function readText(part: Fields): readonly Piece[] {
  const text = part.text('text');
  return text === undefined ? [] : [{ kind: 'text', text }];
}

/** A text of its own, or a list of texts. */
function readThinking(part: Fields): readonly Piece[] {
  const thinking = part.take('thinking');
  part.ignore('closed');
  if (typeof thinking === 'string') return [{ kind: 'reasoning', text: thinking }];
  return part.each('thinking').flatMap((below) => {
    below.ignore('type');
    const text = below.text('text');
    below.leave();
    return text === undefined ? [] : [{ kind: 'reasoning' as const, text }];
  });
}
