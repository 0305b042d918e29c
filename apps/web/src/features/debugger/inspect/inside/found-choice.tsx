import { type FoundToken, parseToken, type Segment } from '@signet/token/parse';
import { showUnseen } from '@signet/token/verdict';
import { type ReactElement, useMemo } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import { words } from './words.ts';

/** Which token of a pasted HAR file, log or line of cookies lies on the desk. */
export function FoundChoice({ state }: { readonly state: DebuggerState }): ReactElement | null {
  const { choices, token } = state;
  const names = useMemo(() => choices.map(nameOf), [choices]);
  if (choices.length < 2) return null;
  return (
    <select
      className="field several"
      aria-label={words.found}
      value={choices.findIndex((choice) => choice.token === token)}
      onChange={({ target }) => {
        const choice = choices[Number(target.value)];
        if (choice) state.pick(choice);
      }}
    >
      {choices.map((choice, index) => (
        <option key={choice.token} value={index}>
          {`${index + 1}/${choices.length} ${names[index]}`}
        </option>
      ))}
    </select>
  );
}

const told = [
  ['header', 'typ'],
  ['payload', 'iss'],
  ['payload', 'sub'],
] as const;

/** Longer values are cut: the token itself shows them whole. */
const mostOfValue = 40;

/** Where the token stood, and its first claims. */
function nameOf({ token, name }: FoundToken): string {
  const { segments } = parseToken(token, { maxBytes: token.length });
  const members = told.flatMap(([role, member]) => {
    const value = textIn(
      segments.find((segment) => segment.role === role),
      member,
    );
    return value === undefined ? [] : [`${member} ${showUnseen(value.slice(0, mostOfValue))}`];
  });
  return [...(name === undefined ? [] : [name]), ...members].join(' · ');
}

function textIn(segment: Segment | undefined, member: string): string | undefined {
  const content = segment?.content;
  if (content?.kind !== 'json' || content.root.kind !== 'object') return undefined;
  const value = content.root.members.findLast(({ name }) => name.value === member)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}
