import { history, historyKeymap } from '@codemirror/commands';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { editorKeys } from './editor-keys.ts';
import { editorLook } from './editor-look.ts';
import { markField } from './marks.ts';
import { textAbove } from './text-above.ts';

export interface EditorSettings {
  readonly label: string;
  readonly placeholder: string;
  readonly onChange: (text: string, pasted: boolean) => void;
}

/** Marks a change that the page made itself, of which it need not be told. */
const fromThePage = Annotation.define<true>();

/** The place for what a view is given after it was made. */
const later = new Compartment();

const naming = (label: string): Extension =>
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-multiline': 'true',
    role: 'textbox',
    tabindex: '0',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    'data-gramm': 'false',
  });

function extensions(settings: EditorSettings): Extension {
  return [
    history(),
    keymap.of([...editorKeys, ...historyKeymap]),
    EditorView.lineWrapping,
    placeholder(settings.placeholder),
    markField,
    textAbove,
    later.of([]),
    editorLook,
    naming(settings.label),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || update.transactions.some((t) => t.annotation(fromThePage))) return;
      const pasted = update.transactions.some(
        (t) => t.isUserEvent('input.paste') || t.isUserEvent('input.drop'),
      );
      settings.onChange(update.state.doc.toString(), pasted);
    }),
  ];
}

/**
 * A CodeMirror view inside a shadow root. There CodeMirror adopts constructed style sheets; in the
 * document it would add a `<style>` element, which a strict `style-src 'self'` blocks.
 */
export function createView(host: HTMLElement, text: string, settings: EditorSettings): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    state: EditorState.create({ doc: text, extensions: extensions(settings) }),
    parent: root,
    root,
  });
  view.dom.style.height = '100%';
  return view;
}

/** Puts another text into the view as one change that can be undone. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  const changes = { from: 0, to: view.state.doc.length, insert: text };
  view.dispatch({ changes, annotations: fromThePage.of(true) });
}

/** Gives the view something more to do, in place of what it was given so before. */
export function extendView(view: EditorView, extension: Extension): void {
  view.dispatch({ effects: later.reconfigure(extension) });
}
