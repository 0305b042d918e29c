import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { outputs } from '../model/make-token.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

/** What is made of the draft. */
export function OutputChoice({ state }: { readonly state: DraftState }): ReactElement {
  return (
    <div className="draft-row draft-times">
      <SegmentedControl
        size="xs"
        className="choice"
        aria-label={words.output.title}
        value={state.output}
        onChange={state.setOutput}
        data={outputs.map((value) => ({ value, label: words.output.names[value] }))}
      />
      <span className="draft-label">{words.output.notes[state.output]}</span>
    </div>
  );
}
