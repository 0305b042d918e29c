import { EditorState, type Extension, StateEffect, type Transaction } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { linePadding, linesPadding } from './editor-look.ts';

/** Lines that are laid out beyond those that fit in the view, as the view may not end with a line. */
const spareLines = 2;
/** With fewer lines below, it is not worth the trouble. */
const fewestLines = 10;

/** Stands in the place of text, as high as that would be. */
class Room extends WidgetType {
  readonly #height: number;

  constructor(height: number) {
    super();
    this.#height = height;
  }

  override eq(other: Room): boolean {
    return other.#height === this.#height;
  }

  toDOM(): HTMLElement {
    const room = document.createElement('span');
    room.style.display = 'inline-block';
    room.style.width = '100%';
    room.style.height = `${this.#height}px`;
    room.style.verticalAlign = 'top';
    return room;
  }
}

const layOut = StateEffect.define<null>();

/** Leaves nothing of what stood there before, as most pastes do. */
function isWhole(transaction: Transaction): boolean {
  if (!transaction.docChanged) return false;
  let kept = transaction.startState.doc.length;
  transaction.changes.iterChangedRanges((from, to) => {
    kept -= to - from;
  });
  return kept === 0;
}

/**
 * Of a text without line breaks, such as a token, CodeMirror lays out twenty thousand characters before anything is
 * shown. What is below the view waits for the frame after the paste.
 */
class TextBelow implements PluginValue {
  decorations: DecorationSet = Decoration.none;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  update({ view, state, docChanged, transactions }: ViewUpdate): void {
    if (docChanged || transactions.some(({ effects }) => effects.some((effect) => effect.is(layOut)))) {
      this.decorations = Decoration.none;
      this.destroy();
    }
    if (!transactions.some(isWhole) || state.doc.lines > 1) return;
    const perLine = Math.floor((view.contentDOM.clientWidth - 2 * linePadding) / view.defaultCharacterWidth);
    const inSight = Math.ceil(view.scrollDOM.clientHeight / view.defaultLineHeight) + spareLines;
    const below = Math.ceil(state.doc.length / perLine) - inSight;
    if (perLine < 1 || below < fewestLines) return;
    const widget = new Room(below * view.defaultLineHeight);
    this.decorations = Decoration.set(
      Decoration.replace({ widget }).range(inSight * perLine, state.doc.length),
    );
    this.#onceShown(() => view.dispatch({ effects: layOut.of(null) }));
  }

  #onceShown(then: () => void): void {
    this.#frame = requestAnimationFrame(() => {
      this.#timer = setTimeout(then);
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}

/** A paste leaves the cursor behind its last character; what is worth seeing first is how the text begins. */
const startInView: Extension = EditorState.transactionExtender.of((transaction) =>
  transaction.isUserEvent('input.paste') && isWhole(transaction)
    ? { effects: EditorView.scrollIntoView(0, { yMargin: 2 * linesPadding }) }
    : null,
);

/** Shows the start of a long text that was pasted before the rest of it is laid out. */
export const textBelow: Extension = [
  startInView,
  ViewPlugin.fromClass(TextBelow, { decorations: ({ decorations }) => decorations }),
];
