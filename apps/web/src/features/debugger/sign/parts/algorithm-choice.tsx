import { type ReactElement, useId } from 'react';
import { words } from '../words.ts';

interface AlgorithmChoiceProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  /** What the key on the desk can be used with; every other choice makes a new key. */
  readonly fitting: readonly Name[];
  readonly all: readonly Name[];
  readonly onChoice: (name: Name) => void;
}

/** Algorithms, told apart by whether the key on the desk can stay. */
export function AlgorithmChoice<Name extends string>(props: AlgorithmChoiceProps<Name>): ReactElement {
  const { label, value, fitting, all, onChoice } = props;
  const id = useId();
  const kept = all.filter((name) => name === value || fitting.includes(name));
  const others = all.filter((name) => !kept.includes(name));
  const options = (names: readonly Name[]) => names.map((name) => <option key={name}>{name}</option>);
  return (
    <>
      <label className="draft-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={({ target }) => onChoice(target.value as Name)}
      >
        <optgroup label={words.key.withThisKey}>{options(kept)}</optgroup>
        {others.length > 0 && <optgroup label={words.key.withNewKey}>{options(others)}</optgroup>}
      </select>
    </>
  );
}
