import { addresses } from '@signet/contracts';
import { type ComponentProps, type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog/dialog.tsx';
import { LabelledField } from '../../ui/field/labelled-field.tsx';
import { speakRefusal } from '../explanation/model/speak-refusal.ts';
import type { Credentials, Unanswered } from './ask-signet.ts';
import { words } from './words.ts';
import './sign-in.css';

type FieldProps = Pick<ComponentProps<typeof LabelledField>, 'label' | 'type' | 'autoComplete' | 'value'> & {
  readonly onChange: (value: string) => void;
};

function Field({ onChange, ...rest }: FieldProps): ReactElement {
  return (
    <LabelledField {...rest} required maxLength={1024} onChange={({ target }) => onChange(target.value)} />
  );
}

/** Which addresses the sign-in asks, in full. */
function Requests({ asks }: { readonly asks: string }): ReactElement {
  return (
    <p className="sign-in-quiet">
      {words.sends} <code>{location.origin + addresses.login.path}</code> {words.asksThen} <code>{asks}</code>
    </p>
  );
}

interface SignInDialogProps {
  readonly title: string;
  /** Who may do what the sign-in is for. */
  readonly note: string;
  /** What the button says. */
  readonly action: string;
  /** The address that is asked once signed in. */
  readonly asks: string;
  readonly state: { readonly isBusy: boolean; readonly fault?: Unanswered };
  readonly onSignIn: (credentials: Credentials) => void;
  readonly onCancel: () => void;
}

/** Asks who one is. Name and password stand in these fields only, and go with the dialog. */
export function SignInDialog(props: SignInDialogProps): ReactElement {
  const { title, note, action, asks, state, onSignIn, onCancel } = props;
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [isOneTime, setOneTime] = useState(false);
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const refusal = state.fault?.kind === 'refused' ? state.fault.refusal : undefined;
  if (refusal?.known === 'password_change_required' && !isOneTime) setOneTime(true);
  if (refusal?.known === 'second_factor_required' && !asksCode) setAsksCode(true);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSignIn({ username, password, ...(isOneTime && { newPassword }), ...(asksCode && { code }) });
  };
  return (
    <Dialog title={title} onClose={onCancel}>
      {(close) => (
        <>
          <p>{note}</p>
          <form className="sign-in-form" onSubmit={submit}>
            <Field
              label={words.username}
              type="text"
              autoComplete="username"
              value={username}
              onChange={setUsername}
            />
            <Field
              label={words.password}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
            />
            {isOneTime && (
              <>
                <p className="sign-in-quiet">{words.newPasswordNote}</p>
                <Field
                  label={words.newPassword}
                  type="password"
                  autoComplete="new-password"
                  value={newPassword}
                  onChange={setNewPassword}
                />
              </>
            )}
            {asksCode && (
              <Field
                label={words.code}
                type="text"
                autoComplete="one-time-code"
                value={code}
                onChange={setCode}
              />
            )}
            <Fault fault={state.fault} />
            <Requests asks={asks} />
            <p className="sign-in-quiet">{words.kept}</p>
            <DialogActions>
              <Button onClick={close}>{words.cancel}</Button>
              <Button type="submit" weight="primary" disabled={state.isBusy}>
                {state.isBusy ? words.busy : action}
              </Button>
            </DialogActions>
          </form>
        </>
      )}
    </Dialog>
  );
}

/** Why it did not work, in the words of the server where it has some. */
function Fault({ fault }: { readonly fault: Unanswered | undefined }): ReactElement {
  const refusal = fault?.kind === 'refused' ? speakRefusal(fault.refusal) : undefined;
  const said = refusal === undefined ? [words.failed] : [refusal.sentence, refusal.fix];
  return (
    <p className="sign-in-fault" role="alert">
      {fault && said.filter(Boolean).join(' ')}
    </p>
  );
}
