import type { ProfileName } from '@signet/token';
import { type ReactElement, useId } from 'react';
import { type FieldName, fieldsOf } from '../model/fields.ts';
import type { ProfileState } from '../use-profile.ts';
import { words } from '../words.ts';

/** Long enough for a token of any sane size, in characters. */
const longest = 64 * 1024;

interface FieldProps {
  readonly name: FieldName;
  readonly state: ProfileState;
}

function Field({ name, state }: FieldProps): ReactElement {
  const id = useId();
  return (
    <>
      <label className="profile-label" htmlFor={id}>
        {words.fields[name]}
      </label>
      <input
        id={id}
        className="field profile-field"
        value={state.known[name] ?? ''}
        placeholder={words.examples[name]}
        maxLength={longest}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={({ target }) => state.tell(name, target.value)}
      />
    </>
  );
}

interface KnownFieldsProps {
  readonly state: ProfileState;
  readonly profile: ProfileName;
}

/** What the reader knows beside the token: each answer lets one more rule be checked. It stays in the page. */
export function KnownFields({ state, profile }: KnownFieldsProps): ReactElement {
  return (
    <fieldset className="profile-known">
      <legend className="profile-subtitle">{words.known}</legend>
      <div className="profile-fields">
        {fieldsOf(profile).map((name) => (
          <Field key={name} name={name} state={state} />
        ))}
      </div>
    </fieldset>
  );
}
