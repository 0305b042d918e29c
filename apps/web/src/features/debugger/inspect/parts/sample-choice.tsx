import type { ReactElement } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import { type SampleGroup, type SampleName, sampleGroups } from '../model/sample-names.ts';
import { words } from '../words.ts';

const groups = Object.keys(sampleGroups) as readonly SampleGroup[];
const names: readonly SampleName[] = Object.values(sampleGroups).flat();

/** Samples of the usual algorithms and kinds, and of what goes wrong. */
export function SampleChoice({ state }: { readonly state: DebuggerState }): ReactElement {
  return (
    <select
      className="field sample-choice"
      aria-label={words.token.samples}
      value=""
      onChange={({ target }) => {
        const name = names.find((each) => each === target.value);
        if (name) state.takeSample(name);
      }}
    >
      <option value="" hidden>
        {words.token.samples}
      </option>
      {groups.map((group) => (
        <optgroup key={group} label={words.samples.groups[group]}>
          {sampleGroups[group].map((name) => (
            <option key={name} value={name}>
              {words.samples.names[name]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
