import { type Extension, StateEffect } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { linePadding } from './editor-look.ts';

/** Lines that are laid out beyond those that fit in the view, as the view may not begin with a line. */
const spareLines = 2;
/** With fewer lines above, it is not worth the trouble. */
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

/**
 * A paste leaves the cursor behind its last character, and the view at its end. Of a text without line breaks, such
 * as a token, CodeMirror lays out all that is above as well, twenty thousand characters of it, before anything is
 * shown; here they wait for the frame after the paste.
 */
class TextAbove implements PluginValue {
  decorations: DecorationSet = Decoration.none;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  update({ view, state, docChanged, transactions }: ViewUpdate): void {
    if (docChanged || transactions.some(({ effects }) => effects.some((effect) => effect.is(layOut)))) {
      this.decorations = Decoration.none;
      this.destroy();
    }
    const isPaste = transactions.some((transaction) => transaction.isUserEvent('input.paste'));
    if (!isPaste || state.doc.lines > 1 || state.selection.main.head < state.doc.length) return;
    const perLine = Math.floor((view.contentDOM.clientWidth - 2 * linePadding) / view.defaultCharacterWidth);
    const inSight = Math.ceil(view.scrollDOM.clientHeight / view.defaultLineHeight) + spareLines;
    const above = Math.floor(state.doc.length / perLine) - inSight;
    if (perLine < 1 || above < fewestLines) return;
    const widget = new Room(above * view.defaultLineHeight);
    this.decorations = Decoration.set(Decoration.replace({ widget }).range(0, above * perLine));
    this.#onceShown(() =>
      view.dispatch({ effects: [layOut.of(null), EditorView.scrollIntoView(view.state.selection.main)] }),
    );
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

/** Shows the end of a long text that was pasted before the rest of it is laid out. */
export const textAbove: Extension = ViewPlugin.fromClass(TextAbove, {
  decorations: ({ decorations }) => decorations,
});
