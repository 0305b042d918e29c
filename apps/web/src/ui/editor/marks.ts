import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** A stretch of the text drawn in its own way. Positions are UTF-16 offsets into the text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly look: 'header' | 'payload' | 'signature' | 'dot' | 'fault';
}

/** Which stretches of a text are drawn in their own way. Asked in the change itself, so that the text is laid out once. */
export type Marking = (text: string) => readonly Mark[];

const setMarking = StateEffect.define<Marking>();

function decorate(marks: readonly Mark[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = marks
    .map((mark) => ({ ...mark, from: Math.min(mark.from, length), to: Math.min(mark.to, length) }))
    .filter((mark) => mark.to > mark.from)
    .map((mark) => Decoration.mark({ class: `mark-${mark.look}` }).range(mark.from, mark.to));
  return Decoration.set(ranges, true);
}

interface Marked {
  readonly marking: Marking;
  readonly drawn: DecorationSet;
}

const unmarked: Marked = { marking: () => [], drawn: Decoration.none };

const field = StateField.define<Marked>({
  create: () => unmarked,
  update(current, { docChanged, effects, newDoc }) {
    const marking = effects.findLast((effect) => effect.is(setMarking))?.value ?? current.marking;
    if (!docChanged && marking === current.marking) return current;
    return { marking, drawn: decorate(marking(newDoc.toString()), newDoc.length) };
  },
  provide: (from) => EditorView.decorations.from(from, ({ drawn }) => drawn),
});

/** The extension that draws marks. */
export const markField: Extension = field;

/** From now on marks the text in this way. */
export function markBy(view: EditorView, marking: Marking): void {
  view.dispatch({ effects: setMarking.of(marking) });
}
