import { type ReactElement, useId } from 'react';
import { printInline } from '../../../../ui/json/json-text.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { Disclosable } from '../model/disclosable.ts';
import type { DraftState } from '../use-draft.ts';
import { mostDecoys } from '../use-holding.ts';
import { words } from '../words.ts';

/** As much of a value as tells it apart. */
const mostShown = 48;

interface TickProps {
  readonly claim: Disclosable;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Tick({ claim, isChosen, onToggle }: TickProps): ReactElement {
  const step = claim.path.at(-1);
  const value = printInline(claim.node);
  return (
    <li style={{ paddingLeft: 16 + (claim.path.length - 1) * 24 }}>
      <label className="tick">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <code className="tick-name">{typeof step === 'number' ? `[${step}]` : step}</code>
        <code className="tick-value">
          {value.length > mostShown ? `${value.slice(0, mostShown)}…` : value}
        </code>
      </label>
    </li>
  );
}

function Decoys({ state }: { readonly state: DraftState }): ReactElement {
  const { holding, setDecoys } = state.holding;
  const id = useId();
  return (
    <div className="draft-row draft-times">
      <label className="draft-label" htmlFor={id}>
        {words.disclosure.decoys}
      </label>
      <input
        id={id}
        className="field"
        type="number"
        min={0}
        max={mostDecoys}
        value={holding.decoys}
        onChange={({ target }) => setDecoys(target.valueAsNumber)}
      />
      <span className="draft-label">{words.disclosure.decoysNote}</span>
    </div>
  );
}

/** Ticks what the holder of the token may hold back. */
export function DisclosurePanel({ state }: { readonly state: DraftState }): ReactElement {
  const { all, chosen, toggle } = state.disclosure;
  return (
    <Panel title={words.disclosure.title} note={words.disclosure.count(chosen.length)}>
      <p className="token-foot">{words.disclosure.note}</p>
      <Decoys state={state} />
      <ul className="ticks" aria-label={words.disclosure.title}>
        {all.map((claim) => (
          <Tick
            key={claim.id}
            claim={claim}
            isChosen={chosen.includes(claim)}
            onToggle={() => toggle(claim.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}
