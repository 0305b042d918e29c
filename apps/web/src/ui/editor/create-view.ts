import { history, historyKeymap } from '@codemirror/commands';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { editorKeys } from './editor-keys.ts';
import { editorLook } from './editor-look.ts';
import { markField } from './marks.ts';
import { textBelow } from './text-below.ts';

/** What an editor is called. */
export interface EditorNames {
  readonly label: string;
  readonly placeholder: string;
}

interface EditorSettings extends EditorNames {
  readonly onChange: (text: string, pasted: boolean) => void;
}

/** Marks a change that the page made itself, of which it need not be told. */
const fromThePage = Annotation.define<true>();

/** The place for what a view is given after it was made. */
const later = new Compartment();

/** The place for the names, which change with the language. */
const names = new Compartment();

const naming = ({ label, placeholder: hint }: EditorNames): Extension => [
  placeholder(hint),
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
  }),
];

function extensions(settings: EditorSettings): Extension {
  return [
    history(),
    keymap.of([...editorKeys, ...historyKeymap]),
    EditorView.lineWrapping,
    markField,
    textBelow,
    later.of([]),
    editorLook,
    names.of(naming(settings)),
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
  view.dom.style.flex = '1 1 auto';
  view.dom.style.minHeight = '0';
  return view;
}

/** Puts another text into the view as one change that can be undone. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  const changes = { from: 0, to: view.state.doc.length, insert: text };
  view.dispatch({ changes, annotations: fromThePage.of(true) });
  view.scrollDOM.scrollTop = 0;
}

/** Calls the view by other names; text, colours and what can be undone stay. */
export function renameView(view: EditorView, named: EditorNames): void {
  view.dispatch({ effects: names.reconfigure(naming(named)) });
}

/** Gives the view something more to do, in place of what it was given so before. */
export function extendView(view: EditorView, extension: Extension): void {
  view.dispatch({ effects: later.reconfigure(extension) });
}
