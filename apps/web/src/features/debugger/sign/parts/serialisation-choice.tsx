import { serialisations } from '@signet/token/serialisation';
import type { ReactElement } from 'react';
import { Choice } from '../../../../ui/choice/choice.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { Tick } from './tick.tsx';

/** How a signed token is written down, and where its payload stands. */
export function SerialisationChoice({ state }: { readonly state: DraftState }): ReactElement {
  const { writing, isUnencoded, setForm, setDetached, setUnencoded, setAsWritten } = state.serialisation;
  return (
    <div className="draft-row draft-times">
      <Choice
        label={words.writing.form}
        value={writing.form}
        onChoose={setForm}
        options={serialisations}
        names={words.writing.forms}
      />
      <Tick label={words.writing.detached} isOn={writing.isDetached} onTick={setDetached} />
      <Tick label={words.writing.unencoded} isOn={isUnencoded} onTick={setUnencoded} />
      <Tick label={words.writing.asWritten} isOn={writing.isAsWritten ?? false} onTick={setAsWritten} />
      {writing.isDetached && <span className="draft-label">{words.writing.detachedNote}</span>}
    </div>
  );
}
