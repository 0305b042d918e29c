import { type ReactElement, useId } from 'react';
import type { Parameters } from '../../../ui/address/use-parameters.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { algorithmsOf, type Filter, languagesOf } from '../model/filter.ts';
import { type Check, checks, type Library } from '../model/library.ts';
import { words } from '../words.ts';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onValue: (value: string) => void;
}

function Choice({ label, value, options, onValue }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="library-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={({ target }) => onValue(target.value)}>
        <option value="">{words.any}</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  );
}

interface CheckChoiceProps {
  readonly chosen: readonly Check[];
  readonly onChosen: (chosen: readonly Check[]) => void;
}

function CheckChoice({ chosen, onChosen }: CheckChoiceProps): ReactElement {
  const toggled = (check: Check): readonly Check[] =>
    chosen.includes(check) ? chosen.filter((other) => other !== check) : [...chosen, check];
  return (
    <fieldset className="library-checks-filter">
      <legend>{words.check}</legend>
      {checks.map((check) => (
        <label key={check} title={words.checks[check]}>
          <input type="checkbox" checked={chosen.includes(check)} onChange={() => onChosen(toggled(check))} />
          {words.short[check]}
        </label>
      ))}
    </fieldset>
  );
}

interface FilterBarProps {
  readonly filter: Filter;
  readonly libraries: readonly Library[];
  /** Changes the parameters of the address, where the filter stands. */
  readonly onChange: (changes: Parameters) => void;
}

/** What the list is asked for. */
export function FilterBar({ filter, libraries, onChange }: FilterBarProps): ReactElement {
  return (
    <search className="library-filters" aria-label={words.filters}>
      <div className="library-filter library-find">
        <TextField
          label={words.find}
          labelClass="library-label"
          className="library-find-field"
          value={filter.find}
          placeholder={words.placeholder}
          maxLength={200}
          onValue={(find) => onChange({ find })}
        />
      </div>
      <Choice
        label={words.language}
        value={filter.language}
        options={languagesOf(libraries)}
        onValue={(language) => onChange({ language })}
      />
      <Choice
        label={words.algorithm}
        value={filter.algorithm}
        options={algorithmsOf(libraries)}
        onValue={(algorithm) => onChange({ algorithm })}
      />
      <CheckChoice
        chosen={filter.checks}
        onChosen={(chosen) => onChange({ check: checks.filter((one) => chosen.includes(one)).join(' ') })}
      />
    </search>
  );
}
