import { type ReactElement, useState } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import type { FetchedKeys } from './asking-frame.tsx';
import { FetchKeys } from './fetch-keys.tsx';
import { words } from './words.ts';
import './fetch-keys.css';

interface Provenance extends FetchedKeys {
  readonly at: string;
}

/** Below the key field: the way to keys on a server, and where the keys in the field came from. */
export function FetchKeysDoor({ state }: { readonly state: DebuggerState }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [fetched, setFetched] = useState<Provenance>();
  const take = (keys: FetchedKeys): void => {
    setFetched({ ...keys, at: new Date().toLocaleTimeString() });
    setOpen(false);
  };
  return (
    <div className="fetch-keys">
      {fetched && fetched.text === state.key && (
        <p className="fetch-keys-source" role="status">
          {words.fetched(fetched.from, fetched.at)}
          {fetched.via !== undefined && ` ${words.via(fetched.via)}`}
        </p>
      )}
      <button
        type="button"
        className="fetch-keys-toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words.open}
      </button>
      {isOpen && <FetchKeys state={state} onKeys={take} />}
    </div>
  );
}
