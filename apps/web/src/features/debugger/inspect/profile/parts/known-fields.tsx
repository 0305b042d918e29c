import type { ProfileName } from '@signet/token/profiles';
import type { ReactElement } from 'react';
import { TextField } from '../../../../../ui/field/text-field.tsx';
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
  return (
    <TextField
      label={words.fields[name]}
      value={state.known[name] ?? ''}
      onValue={(value) => state.tell(name, value)}
      labelClass="profile-label"
      className="profile-field"
      placeholder={words.examples[name]}
      maxLength={longest}
    />
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
