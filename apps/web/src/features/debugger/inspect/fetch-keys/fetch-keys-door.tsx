import { type ReactElement, useMemo, useState } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import type { FetchedKeys } from './asking-frame.tsx';
import { FetchKeys } from './fetch-keys.tsx';
import { addressInKey } from './model/address-in-key.ts';
import { words } from './words.ts';
import './fetch-keys.css';

interface Provenance extends FetchedKeys {
  readonly at: string;
}

/** Below the key field: the way to keys on a server, open where their address was given as the key, and where keys came from. */
export function FetchKeysDoor({ state }: { readonly state: DebuggerState }): ReactElement {
  const [isAsked, setOpen] = useState(false);
  const address = useMemo(() => addressInKey(state.key), [state.key]);
  const isOpen = isAsked || address !== undefined;
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
      {isOpen && <FetchKeys key={address} state={state} onKeys={take} known={address} />}
    </div>
  );
}
