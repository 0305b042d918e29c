import type { ReactElement } from 'react';
import { TextEditor } from '../../../../ui/editor/text-editor.tsx';
import { FileButton } from '../../../../ui/file/file-button.tsx';
import { fileText } from '../../../../ui/file/file-text.ts';
import type { DebuggerState } from '../debugger-state.ts';
import { words } from './words.ts';
import './inside.css';

/** Where the reader gives what a detached signature is over. */
export function DetachedPayload({ state }: { readonly state: DebuggerState }): ReactElement {
  return (
    <section className="detached" aria-label={words.detached.title}>
      <div className="inside-head">
        <p>{words.detached.note}</p>
        <FileButton label={words.detached.file} onBytes={(bytes) => state.setPayload(fileText(bytes))} />
      </div>
      <TextEditor
        className="detached-editor"
        label={words.detached.label}
        placeholder={words.detached.placeholder}
        value={state.payload}
        onChange={state.setPayload}
      />
    </section>
  );
}
