import { readJson } from '@signet/token/json';
import type { Disclosure } from '@signet/token/sd-jwt';
import { type ReactElement, useMemo } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { JsonView } from '../../../../ui/json/json-view.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../../ui/verdict/tone-icon.tsx';
import { words as debuggerWords } from '../words.ts';
import type { SdJwtView } from './read-inside.ts';
import { words } from './words.ts';
import './sd-jwt-panel.css';

function DisclosureRow({ disclosure }: { readonly disclosure: Disclosure }): ReactElement {
  const { path, name, value, digest } = disclosure;
  return (
    <tr>
      <th scope="row">
        <code>{path ?? name ?? words.sdJwt.unplaced}</code>
      </th>
      <td>
        <code className="disclosure-value">{JSON.stringify(value)}</code>
      </td>
      <td>
        <code className="disclosure-digest" title={digest}>
          {digest}
        </code>
      </td>
    </tr>
  );
}

function Disclosures({ disclosures }: { readonly disclosures: readonly Disclosure[] }): ReactElement {
  if (disclosures.length === 0) return <p className="quiet-words">{words.sdJwt.none}</p>;
  return (
    <table className="disclosures" aria-label={words.sdJwt.title}>
      <thead>
        <tr>
          {[words.sdJwt.place, words.sdJwt.value, words.sdJwt.digest].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {disclosures.map((disclosure) => (
          <DisclosureRow key={disclosure.digest} disclosure={disclosure} />
        ))}
      </tbody>
    </table>
  );
}

interface SdJwtPanelProps {
  readonly view: SdJwtView;
  readonly onOpen: (token: string) => void;
}

function Binding({ view: { sdJwt, binding }, onOpen }: SdJwtPanelProps): ReactElement {
  const { keyBinding } = sdJwt;
  if (keyBinding === undefined || binding === undefined) {
    return <p className="key-binding">{words.sdJwt.binding.none}</p>;
  }
  const isGood = keyBinding.sdHash === 'right' && binding === 'signed';
  const tone = isGood ? 'verified' : binding === 'unchecked' ? 'unknown' : 'refused';
  return (
    <div className="key-binding">
      <p className={`key-binding-words tone-${tone}`}>
        <ToneIcon tone={tone} size={16} />
        <span>
          <strong>{words.sdJwt.binding.title}.</strong> {words.sdJwt.binding[keyBinding.sdHash]}{' '}
          {words.sdJwt.binding[binding]}
        </span>
      </p>
      <Button onClick={() => onOpen(keyBinding.token.token)}>{words.sdJwt.binding.open}</Button>
    </div>
  );
}

function Claims({ claims }: { readonly claims: unknown }): ReactElement | null {
  const text = useMemo(() => JSON.stringify(claims, null, 2), [claims]);
  const reading = useMemo(() => readJson(text), [text]);
  if (reading.kind === 'not-json') return null;
  return (
    <>
      <div className="inside-head sd-claims-head">
        <h3>{words.sdJwt.claims}</h3>
        <CopyButton text={text} label={words.sdJwt.copyClaims} done={debuggerWords.copied} />
      </div>
      <JsonView root={reading.root} label={words.sdJwt.claims} showAll={words.sdJwt.showAll} />
    </>
  );
}

/** What an SD-JWT discloses, what it holds back, and who holds it (RFC 9901). */
export function SdJwtPanel(props: SdJwtPanelProps): ReactElement {
  const { disclosures, undisclosed, claims } = props.view.sdJwt;
  return (
    <Panel
      title={words.sdJwt.title}
      part="payload"
      note={words.sdJwt.count(disclosures.length, undisclosed)}
      className="sd-jwt-panel"
    >
      <Disclosures disclosures={disclosures} />
      {undisclosed > 0 && <p className="sd-held">{words.sdJwt.held}</p>}
      <Binding {...props} />
      <Claims claims={claims} />
    </Panel>
  );
}
