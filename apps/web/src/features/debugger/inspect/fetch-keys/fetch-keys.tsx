import { type FormEvent, type ReactElement, useId, useMemo, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { AskingFrame, type FetchedKeys } from './asking-frame.tsx';
import { readAddress } from './model/key-address.ts';
import { type SuggestedAddress, suggestAddresses } from './model/suggest-addresses.ts';
import { words } from './words.ts';
import './fetch-keys.css';

interface SuggestionsProps {
  readonly suggestions: readonly SuggestedAddress[];
  readonly onChoose: (suggestion: SuggestedAddress) => void;
}

function Suggestions({ suggestions, onChoose }: SuggestionsProps): ReactElement {
  return (
    <ul className="fetch-keys-suggestions" aria-label={words.fromToken}>
      {suggestions.map((suggestion) => (
        <li key={suggestion.member}>
          <Button className="fetch-keys-suggestion" onClick={() => onChoose(suggestion)}>
            <code>{suggestion.address}</code>
          </Button>
          <p className={suggestion.member === 'jku' ? 'fetch-keys-untrusted' : 'fetch-keys-note'}>
            {words.suggestion[suggestion.member]}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface AddressFormProps {
  readonly address: string;
  readonly onAddress: (address: string) => void;
  readonly onLook: () => void;
}

function AddressForm({ address, onAddress, onLook }: AddressFormProps): ReactElement {
  const [isAsked, setAsked] = useState(false);
  const faultId = useId();
  const reading = readAddress(address);
  const fault = isAsked && reading.kind === 'refused' ? words.fault[reading.fault] : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (reading.kind === 'address') onLook();
  };
  return (
    <form className="fetch-keys-form" onSubmit={submit} noValidate>
      <input
        className="fetch-keys-address"
        type="url"
        aria-label={words.address}
        aria-invalid={fault !== undefined}
        aria-describedby={faultId}
        placeholder={words.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={address}
        onChange={({ target }) => onAddress(target.value)}
      />
      <Button type="submit">{words.look}</Button>
      <p id={faultId} className="fetch-keys-fault" role="alert">
        {fault}
      </p>
    </form>
  );
}

/** An address that is being looked at, and who named it. */
interface Looked {
  readonly url: string;
  readonly named: 'typed' | SuggestedAddress['member'];
}

interface FetchKeysProps {
  readonly state: DebuggerState;
  readonly onKeys: (keys: FetchedKeys) => void;
  /** The address that stands in the key field. */
  readonly known?: string | undefined;
}

/** Keys from an address: chosen or typed here, asked for in a document of its own. */
export function FetchKeys({ state, onKeys, known = '' }: FetchKeysProps): ReactElement {
  const [address, setAddress] = useState(known);
  const [looked, setLooked] = useState<Looked>();
  const suggestions = useMemo(() => suggestAddresses(state.dissection), [state.dissection]);
  const look = (text: string): void => {
    const reading = readAddress(text);
    if (reading.kind === 'refused') return;
    const member = suggestions.find((suggestion) => suggestion.address === reading.url)?.member;
    setLooked({ url: reading.url, named: member ?? 'typed' });
  };
  const take = (keys: FetchedKeys): void => {
    // What the token itself led to proves nothing by matching, until the reader knows the address.
    if (looked?.named === 'typed') state.setKey(keys.text);
    else state.takeForeignKey(keys.text, keys.from);
    onKeys(keys);
  };
  return (
    <div className="fetch-keys-body">
      <p className="fetch-keys-note">{words.note}</p>
      {suggestions.length > 0 && (
        <Suggestions
          suggestions={suggestions}
          onChoose={({ address: chosen }) => {
            setAddress(chosen);
            look(chosen);
          }}
        />
      )}
      <AddressForm
        address={address}
        onAddress={(text) => {
          setAddress(text);
          setLooked(undefined);
        }}
        onLook={() => look(address)}
      />
      {looked && <AskingFrame key={looked.url} address={looked.url} named={looked.named} onKeys={take} />}
    </div>
  );
}
