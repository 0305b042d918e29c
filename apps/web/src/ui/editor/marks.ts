import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** A stretch of the text drawn in its own way. Positions are UTF-16 offsets into the text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly look: 'header' | 'payload' | 'signature' | 'dot' | 'fault';
}

const setMarks = StateEffect.define<readonly Mark[]>();

function decorate(marks: readonly Mark[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = marks
    .map((mark) => ({ ...mark, from: Math.min(mark.from, length), to: Math.min(mark.to, length) }))
    .filter((mark) => mark.to > mark.from)
    .map((mark) => Decoration.mark({ class: `mark-${mark.look}` }).range(mark.from, mark.to));
  return Decoration.set(ranges, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    let next = current.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = decorate(effect.value, transaction.newDoc.length);
    }
    return next;
  },
  provide: (from) => EditorView.decorations.from(from),
});

/** The extension that draws marks; between two calls of `showMarks` they move along with the text. */
export const markField: Extension = field;

/** Replaces every mark in the editor. */
export function showMarks(view: EditorView, marks: readonly Mark[]): void {
  view.dispatch({ effects: setMarks.of(marks) });
}
