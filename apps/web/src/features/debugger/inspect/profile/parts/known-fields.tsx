import type { ProfileName } from '@signet/token/profiles';
import { audienceClaims } from '@signet/token/verify';
import { type ReactElement, useId } from 'react';
import { TextField } from '../../../../../ui/field/text-field.tsx';
import type { DebuggerState } from '../../debugger-state.ts';
import { audienceClaimOf, type FieldName, fieldsOf } from '../model/fields.ts';
import { words } from '../words.ts';

/** Long enough for a token of any sane size, in characters. */
const longest = 64 * 1024;

interface FieldProps {
  readonly name: Exclude<FieldName, 'audienceClaim'>;
  readonly state: DebuggerState;
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

/** Some issuers write no `aud`, and name the client that the token is for in a claim of its own. */
function AudienceClaimChoice({ state }: { readonly state: DebuggerState }): ReactElement {
  const id = useId();
  return (
    <>
      <label className="profile-label" htmlFor={id}>
        {words.fields.audienceClaim}
      </label>
      <select
        id={id}
        className="field profile-field"
        value={audienceClaimOf(state.known) ?? 'aud'}
        onChange={({ target }) => state.tell('audienceClaim', target.value)}
      >
        {['aud', ...audienceClaims].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </>
  );
}

interface KnownFieldsProps {
  readonly state: DebuggerState;
  readonly profile: ProfileName;
}

/** What the reader knows beside the token: each answer lets one more rule be checked. It stays in the page. */
export function KnownFields({ state, profile }: KnownFieldsProps): ReactElement {
  return (
    <fieldset className="profile-known">
      <legend className="profile-subtitle">{words.known}</legend>
      <div className="profile-fields">
        {fieldsOf(profile).map((name) =>
          name === 'audienceClaim' ? (
            <AudienceClaimChoice key={name} state={state} />
          ) : (
            <Field key={name} name={name} state={state} />
          ),
        )}
      </div>
    </fieldset>
  );
}
