import { type ReactElement, type ReactNode, useState } from 'react';
import type { Credentials, Unanswered } from '../../../parts/session/ask-signet.ts';
import { signInHere } from '../model/sign-in.ts';
import type { Site } from '../model/site.ts';
import { ChangeForm } from './change-form.tsx';
import { PasswordForm } from './password-form.tsx';

interface SignInProps {
  readonly site: Site;
  readonly lead?: ReactNode;
  readonly username?: string | undefined;
  readonly aside?: ReactNode;
  /** Takes the access token over; the form stays busy until it is done. */
  readonly onSignedIn: (accessToken: string) => Promise<void>;
}

/** Signs a person in, whatever the server asks of them besides the password. */
export function SignIn({ site, lead, username, aside, onSignedIn }: SignInProps): ReactElement {
  const [fault, setFault] = useState<Unanswered>();
  const [isBusy, setBusy] = useState(false);
  /** Was right, and made for one use: kept until another one is chosen. */
  const [oneTime, setOneTime] = useState<Credentials>();
  const signIn = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    const answer = await signInHere(site, credentials);
    if (answer.kind === 'signed-in') await onSignedIn(answer.accessToken);
    const asksChange = answer.kind === 'refused' && answer.refusal.known === 'password_change_required';
    if (asksChange) setOneTime(credentials);
    setFault(asksChange || answer.kind === 'signed-in' ? undefined : answer);
    setBusy(false);
  };
  const startAgain = (): void => {
    setOneTime(undefined);
    setFault(undefined);
  };
  if (oneTime !== undefined) {
    return (
      <ChangeForm
        username={oneTime.username}
        fault={fault}
        isBusy={isBusy}
        onChoose={(newPassword) => void signIn({ ...oneTime, newPassword })}
        onBack={startAgain}
      />
    );
  }
  return (
    <PasswordForm
      lead={lead}
      username={username}
      fault={fault}
      isBusy={isBusy}
      onSignIn={(credentials) => void signIn(credentials)}
      aside={aside}
    />
  );
}
