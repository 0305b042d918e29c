import type { ReactElement } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import { words } from './words.ts';

/** Which of several signatures is shown and judged. */
export function SeveralChoice({ state }: { readonly state: DebuggerState }): ReactElement | null {
  const { several, kind } = state.dissection.parsed;
  if (several === undefined) return null;
  const { count, shown } = several;
  const name = kind === 'encrypted' ? words.several.recipient : words.several.choice;
  return (
    <select
      className="field several"
      aria-label={words.several.label}
      value={shown}
      onChange={({ target }) => state.show(Number(target.value))}
    >
      {places(count).map((place) => (
        <option key={place} value={place}>
          {name(place + 1, count)}
        </option>
      ))}
    </select>
  );
}

function places(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
