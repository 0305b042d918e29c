import type { Extension, Transaction } from '@codemirror/state';
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type Explanation, Tip } from './tip.ts';

/** Explains a place, as a UTF-16 offset into the text; undefined where there is nothing to say. */
export type Explain = (offset: number) => Explanation | undefined;

/** How long the pointer rests before words appear, in milliseconds. */
const pause = 300;

class Explainer implements PluginValue {
  readonly #view: EditorView;
  readonly #explain: Explain;
  readonly #tip: Tip;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, explain: Explain) {
    this.#view = view;
    this.#explain = explain;
    this.#tip = new Tip(view.dom);
  }

  /** The cursor has come into something else at the press of a key. */
  update({ docChanged, selectionSet, transactions, state }: ViewUpdate): void {
    if (docChanged) this.hide();
    if (docChanged || !selectionSet || !transactions.some(isByKeys)) return;
    const { head, empty } = state.selection.main;
    const explanation = empty ? this.#explain(Math.min(head, state.doc.length - 1)) : undefined;
    if (explanation === undefined) this.hide();
    else if (explanation.id !== this.#tip.shown) this.#showAt(head, explanation);
  }

  /** Where things stand is known only after an update. */
  #showAt(head: number, explanation: Explanation): void {
    this.#view.requestMeasure({
      key: this,
      read: (view) => view.coordsAtPos(head),
      write: (place) => {
        if (place) this.#tip.show(explanation, place);
      },
    });
  }

  point({ clientX, clientY }: MouseEvent): void {
    clearTimeout(this.#timer);
    const offset = this.#view.posAtCoords({ x: clientX, y: clientY });
    const explanation = offset === null ? undefined : this.#explain(offset);
    if (explanation?.id === this.#tip.shown) return;
    this.#tip.hide();
    if (explanation === undefined) return;
    const place = { left: clientX, top: clientY - 8, bottom: clientY + 12 };
    this.#timer = setTimeout(() => this.#tip.show(explanation, place), pause);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#tip.hide();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#tip.destroy();
  }
}

function isByKeys(transaction: Transaction): boolean {
  return transaction.isUserEvent('select') && !transaction.isUserEvent('select.pointer');
}

/**
 * Says what the text under the pointer is, and what the cursor has come into when keys move it. Escape and
 * typing take the words away. CodeMirror's own tooltips would be a fiftieth of the page.
 */
export function explaining(explain: Explain): Extension {
  const plugin = ViewPlugin.define((view) => new Explainer(view, explain), {
    eventObservers: {
      mousemove(event) {
        this.point(event);
      },
      mousedown() {
        this.hide();
      },
      mouseleave() {
        this.hide();
      },
      blur() {
        this.hide();
      },
      keydown({ key }) {
        if (key === 'Escape') this.hide();
      },
    },
  });
  return [plugin, look];
}

const look: Extension = EditorView.theme({
  '.explanation': {
    position: 'fixed',
    inset: 'auto',
    margin: '0',
    border: '0',
    flexDirection: 'column',
    maxWidth: 'min(360px, calc(100vw - 16px))',
    padding: '6px 10px',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--small)',
    lineHeight: '1.45',
    overflowWrap: 'anywhere',
    color: 'var(--surface)',
    backgroundColor: 'var(--ink)',
    borderRadius: 'var(--corner-small)',
    pointerEvents: 'none',
  },
  '.explanation:popover-open': { display: 'flex' },
});
