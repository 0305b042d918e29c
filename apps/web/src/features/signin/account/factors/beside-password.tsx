import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import type { Ways } from '../../factor/ways.ts';
import { knowsPasskeys } from '../../passkey/browser-passkeys.ts';
import { words as passkeyWords } from '../../passkey/words.ts';
import { words } from './words.ts';

interface BesidePasswordProps {
  readonly ways: Ways;
  readonly autoFocus?: boolean;
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  /** A passkey in place of the code; with the form that it stands in. */
  readonly onPasskey: (form: HTMLFormElement) => void;
}

/** The second factor, within a form that asks for the password too. */
export function BesidePassword(props: BesidePasswordProps): ReactElement {
  const { ways, autoFocus = false, isBusy, fault, onPasskey } = props;
  return (
    <>
      <LabelledField
        label={ways === 'passkey' ? words.prove.recovery : words.prove.code}
        name="code"
        type="text"
        autoComplete="one-time-code"
        maxLength={64}
        autoFocus={autoFocus}
        fault={fault}
      />
      {ways !== 'code' && knowsPasskeys() && (
        <Button
          className="gate-other"
          aria-disabled={isBusy}
          onClick={({ currentTarget }) => currentTarget.form && !isBusy && onPasskey(currentTarget.form)}
        >
          {passkeyWords.instead}
        </Button>
      )}
    </>
  );
}
