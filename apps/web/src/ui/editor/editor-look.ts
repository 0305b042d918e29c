import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Beside a line, on either side, in pixels. */
export const linePadding = 16;
/** Above the first line and below the last, in pixels. */
export const linesPadding = 12;

/** How text editors look. The custom properties come from tokens.css and reach into the shadow root. */
export const editorLook: Extension = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: 'var(--small)',
    fontFeatureSettings: '"zero"',
    lineHeight: 'var(--line-height)',
    overflow: 'auto',
  },
  '.cm-content': { padding: `${linesPadding}px 0`, caretColor: 'var(--ink)', minHeight: '100%' },
  // Broken anywhere already: `overflow-wrap` beside it would more than double the time to lay a long token out.
  '.cm-content.cm-lineWrapping': { overflowWrap: 'normal' },
  // Every line is full, whatever stands at its end: `word-break: break-all` would not part `a-b` before the hyphen.
  '.cm-line': { padding: `0 ${linePadding}px`, lineBreak: 'anywhere' },
  '.cm-placeholder': { color: 'var(--ink-faint)', lineBreak: 'auto' },
  '.cm-line::selection, .cm-line ::selection': {
    background: 'color-mix(in srgb, var(--payload) 22%, transparent)',
  },
  '.mark-header': { color: 'var(--header)' },
  '.mark-payload': { color: 'var(--payload)' },
  '.mark-signature': { color: 'var(--signature)' },
  '.mark-dot': { color: 'var(--ink-faint)' },
  '.mark-fault': {
    color: 'var(--refused)',
    backgroundColor: 'var(--refused-tint)',
    textDecoration: 'underline wavy var(--refused) 1px',
    textUnderlineOffset: '4px',
  },
});
