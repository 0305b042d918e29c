import { codeStacks } from '@signet/token/verification-code';
import { type ReactElement, type ReactNode, useId } from 'react';
import { TextField } from '../../../../../ui/field/text-field.tsx';
import type { CodeForm } from '../model/code-form.ts';
import type { CodeState } from '../use-code.ts';
import { words } from '../words.ts';

/** No issuer or address is longer, in characters. */
const longest = 2048;

interface FieldProps {
  readonly name: 'issuer' | 'audience' | 'type' | 'url' | 'path' | 'variable';
  readonly state: CodeState;
  readonly placeholder?: string;
}

function Field({ name, state, placeholder }: FieldProps): ReactElement {
  return (
    <TextField
      label={words[name]}
      value={state.form[name]}
      onValue={(value) => state.edit({ [name]: value })}
      labelClass="code-label"
      className="code-field"
      placeholder={placeholder}
      maxLength={longest}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>): ReactElement {
  const { label, value, options, onChoose } = props;
  const id = useId();
  return (
    <>
      <label className="code-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([option]) => option === target.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

/** What the library can verify, and what the token names even if it cannot. */
function algorithmsFor({ stack, form }: CodeState): readonly string[] {
  const known = codeStacks.find((traits) => traits.stack === stack)?.algorithms ?? [];
  return known.includes(form.algorithm) ? known : [form.algorithm, ...known];
}

const keyFields: Readonly<Record<CodeForm['source'], 'url' | 'path' | 'variable'>> = {
  jwks: 'url',
  pem: 'path',
  secret: 'variable',
};

function KeySource({ state }: { readonly state: CodeState }): ReactElement {
  const { source } = state.form;
  return (
    <>
      {source !== 'secret' && (
        <Choice
          label={words.source}
          value={source}
          options={(['jwks', 'pem'] as const).map((value) => [value, words.sources[value]])}
          onChoose={(chosen) => state.edit({ source: chosen })}
        />
      )}
      <Field name={keyFields[source]} state={state} />
    </>
  );
}

function Notes({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="code-note">{children}</p>;
}

interface CodeFormProps {
  readonly state: CodeState;
  readonly skew: number;
}

/** What the program is to insist on. */
export function CodeFormView({ state, skew }: CodeFormProps): ReactElement {
  return (
    <fieldset className="code-form">
      <legend className="code-legend">{words.form}</legend>
      <Notes>{words.hint}</Notes>
      <div className="code-fields">
        <Choice
          label={words.algorithm}
          value={state.form.algorithm}
          options={algorithmsFor(state).map((name) => [name, name])}
          onChoose={(algorithm) => state.edit({ algorithm })}
        />
        <Field name="issuer" state={state} />
        <Field name="audience" state={state} />
        <Field name="type" state={state} placeholder={words.anyType} />
        <KeySource state={state} />
      </div>
      <Notes>
        {state.isGuessed && `${words.guessed} `}
        {words.skew(skew)} {words.never}
      </Notes>
    </fieldset>
  );
}
