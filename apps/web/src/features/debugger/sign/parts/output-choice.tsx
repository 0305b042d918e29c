import type { ReactElement } from 'react';
import { Choice } from '../../../../ui/choice/choice.tsx';
import { outputs } from '../model/make-token.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

/** What is made of the draft. */
export function OutputChoice({ state }: { readonly state: DraftState }): ReactElement {
  return (
    <div className="draft-row draft-times">
      <Choice
        label={words.output.title}
        value={state.output}
        onChoose={state.setOutput}
        options={outputs}
        names={words.output.names}
      />
      <span className="draft-label">{words.output.notes[state.output]}</span>
    </div>
  );
}
