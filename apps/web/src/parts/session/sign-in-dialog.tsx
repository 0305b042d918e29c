import type { Reference } from '@signet/contracts';
import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { RecordState } from '../../features/debugger/reference/use-record.ts';
import { words } from '../../features/debugger/reference/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { addresses, type Credentials } from './ask-signet.ts';

interface FieldProps {
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autoComplete: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, onChange, ...rest }: FieldProps): ReactElement {
  return (
    <label className="refusal-field">
      <span>{label}</span>
      <input {...rest} required maxLength={1024} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

/** Which addresses the sign-in asks, in full. */
function Requests({ reference }: { readonly reference: Reference }): ReactElement {
  const { origin } = location;
  return (
    <p className="refusal-requests">
      {words.signIn.sends} <code>{addresses.login(origin)}</code> {words.signIn.asksThen}{' '}
      <code>{addresses.explanation(origin, reference)}</code>
    </p>
  );
}

interface SignInDialogProps {
  readonly reference: Reference;
  readonly state: Extract<RecordState, { kind: 'sign-in' }>;
  readonly onSignIn: (credentials: Credentials) => void;
  readonly onCancel: () => void;
}

/** Asks for an administrator. Name and password stand in these fields only, and go with the dialog. */
export function SignInDialog({ reference, state, onSignIn, onCancel }: SignInDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const { isBusy, fault } = state;
  const [isOneTime, setOneTime] = useState(false);
  const refusal = fault?.kind === 'refused' ? fault.refusal : undefined;
  if (refusal?.known === 'password_change_required' && !isOneTime) setOneTime(true);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSignIn({ username, password, ...(isOneTime && { newPassword }) });
  };
  return (
    <dialog ref={dialog} className="refusal-dialog" aria-labelledby={titleId} onClose={onCancel}>
      <h2 className="refusal-dialog-title" id={titleId}>
        {words.signIn.title}
      </h2>
      <p>{words.signIn.note}</p>
      <form className="refusal-form" onSubmit={submit}>
        <Field
          label={words.signIn.username}
          type="text"
          autoComplete="username"
          value={username}
          onChange={setUsername}
        />
        <Field
          label={words.signIn.password}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {isOneTime && (
          <>
            <p className="refusal-quiet">{words.signIn.newPasswordNote}</p>
            <Field
              label={words.signIn.newPassword}
              type="password"
              autoComplete="new-password"
              value={newPassword}
              onChange={setNewPassword}
            />
          </>
        )}
        <p className="refusal-fault" role="alert">
          {fault &&
            (refusal ? [refusal.sentence, refusal.fix].filter(Boolean).join(' ') : words.signIn.failed)}
        </p>
        <Requests reference={reference} />
        <p className="refusal-quiet">{words.signIn.kept}</p>
        <div className="refusal-actions">
          <Button onClick={() => dialog.current?.close()}>{words.signIn.cancel}</Button>
          <Button type="submit" weight="primary" disabled={isBusy}>
            {isBusy ? words.signIn.busy : words.signIn.submit}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
