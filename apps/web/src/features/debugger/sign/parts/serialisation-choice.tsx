import { SegmentedControl } from '@mantine/core';
import { serialisations } from '@signet/token';
import type { ReactElement } from 'react';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { Tick } from './tick.tsx';

/** How a signed token is written down, and where its payload stands. */
export function SerialisationChoice({ state }: { readonly state: DraftState }): ReactElement {
  const { writing, isUnencoded, setForm, setDetached, setUnencoded } = state.serialisation;
  return (
    <div className="draft-row draft-times">
      <SegmentedControl
        size="xs"
        className="choice"
        aria-label={words.writing.form}
        value={writing.form}
        onChange={setForm}
        data={serialisations.map((value) => ({ value, label: words.writing.forms[value] }))}
      />
      <Tick label={words.writing.detached} isOn={writing.isDetached} onTick={setDetached} />
      <Tick label={words.writing.unencoded} isOn={isUnencoded} onTick={setUnencoded} />
      {writing.isDetached && <span className="draft-label">{words.writing.detachedNote}</span>}
    </div>
  );
}
