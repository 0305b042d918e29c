import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import type { KeyFacts as Facts, KeyDescription } from '../model/describe-keys.ts';
import { words } from '../words.ts';
import './key-facts.css';

/** Long identifiers are shortened in the middle and copied whole. */
function shortened(text: string): string {
  return text.length > 16 ? `${text.slice(0, 7)}…${text.slice(-5)}` : text;
}

function Thumbprint({ facts }: { readonly facts: Facts }): ReactElement | null {
  const { thumbprint } = facts;
  if (thumbprint === undefined) return null;
  return (
    <span className="key-print">
      <code title={thumbprint}>{shortened(thumbprint)}</code>
      <CopyButton text={thumbprint} label={words.key.copyThumbprint} done={words.copied} />
    </span>
  );
}

function KeyRow({ facts }: { readonly facts: Facts }): ReactElement {
  const { name, kind, fits, matched } = facts;
  return (
    <li className={`key-row ${matched ? 'key-matched tone-verified' : ''}`}>
      <code className="key-name">{name ?? words.key.unnamed}</code>
      <span className="key-kind">
        {translate(kind)}
        {fits.length > 0 && ` · ${fits.join(', ')}`}
      </span>
      {matched && (
        <span className="key-match">
          <IconCheck size={14} stroke={2} aria-hidden />
          {words.key.matched}
        </span>
      )}
      <Thumbprint facts={facts} />
    </li>
  );
}

interface KeyFactsProps {
  readonly description: KeyDescription;
  /** False where only the private half is of use. */
  readonly mayKeepPublic: boolean;
  readonly onKeepPublic: (publicHalf: string) => void;
}

/** The keys in the key field, one a line; of a private key, the way to its public half. */
export function KeyFacts({ description, mayKeepPublic, onKeepPublic }: KeyFactsProps): ReactElement | null {
  const { isSet, keys, publicHalf } = description;
  if (keys.length === 0) return null;
  const [only] = keys;
  return (
    <div className="key-facts">
      {isSet || !only ? (
        <ul className="key-rows" aria-label={words.key.keysOfSet}>
          {keys.map((facts, index) => {
            const place = `${index}:${facts.thumbprint ?? facts.name ?? ''}`; // Keys of a set may repeat.
            return <KeyRow key={place} facts={facts} />;
          })}
        </ul>
      ) : (
        <p className="key-row">
          <span className="key-kind">{translate(only.kind)}</span>
          <span className="key-print-name">{words.key.thumbprint}</span>
          <Thumbprint facts={only} />
        </p>
      )}
      {only?.certificate && (
        <p className="key-certificate">
          {words.key.certificate(only.certificate.subject, translate(only.certificate.validity))}
        </p>
      )}
      {mayKeepPublic && publicHalf !== undefined && (
        <Button weight="primary" className="key-public" onClick={() => onKeepPublic(publicHalf)}>
          {words.mends.publicHalf}
        </Button>
      )}
    </div>
  );
}
