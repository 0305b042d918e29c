import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { useNow } from '../../../../ui/moment/use-now.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { Compared, ComparedPart } from '../model/compare.ts';
import { words } from '../words.ts';
import { DifferencesTable } from './differences-table.tsx';

export type Shown = 'all' | 'differences';

/** As many rows as a browser lays out within a frame; the rest is one click away. */
const rowsAtOnce = 200;

interface PartPanelProps {
  readonly part: ComparedPart;
  readonly isEncrypted: boolean;
  readonly shown: Shown;
  readonly now: number;
}

function PartPanel({ part, isEncrypted, shown, now }: PartPanelProps): ReactElement {
  const [whole, setWhole] = useState(false);
  const { name, rows } = part;
  const title = name === 'rest' && isEncrypted ? words.parts.encrypted : words.parts[name];
  const differing = rows.filter(({ kind }) => kind !== 'same');
  const wanted = shown === 'all' ? rows : differing;
  const visible = whole ? wanted : wanted.slice(0, rowsAtOnce);
  return (
    <Panel
      title={title}
      part={name === 'rest' ? 'signature' : name}
      note={words.count(differing.length)}
      className="compare-wide"
    >
      {wanted.length === 0 ? (
        <p className="quiet-words">{rows.length === 0 ? words.noMembers : words.nothingDiffers}</p>
      ) : (
        <DifferencesTable rows={visible} label={title} now={now} />
      )}
      {visible.length < wanted.length && (
        <Button className="show-all" onClick={() => setWhole(true)}>
          {words.showAll(wanted.length)}
        </Button>
      )}
    </Panel>
  );
}

interface DifferencesProps {
  readonly comparison: Compared;
  readonly shown: Shown;
}

/** Header, payload and signature, member by member. */
export function Differences({ comparison, shown }: DifferencesProps): ReactElement {
  const now = useNow();
  const { parts, isEncrypted } = comparison;
  // An encrypted token shows no payload: it is not that it has no claims.
  const visible = parts.filter(({ name, rows }) => !(isEncrypted && name === 'payload' && rows.length === 0));
  return (
    <>
      {visible.map((part) => (
        <PartPanel key={part.name} part={part} isEncrypted={isEncrypted} shown={shown} now={now} />
      ))}
    </>
  );
}
