import { type ReactElement, type ReactNode, useState } from 'react';
import type { Credentials, Unanswered } from '../../../parts/session/ask-signet.ts';
import { CodeForm } from '../factor/code-form.tsx';
import { signInHere } from '../model/sign-in.ts';
import type { Site } from '../model/site.ts';
import { RegisterLink } from '../registration/register-link.tsx';
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

/** What the server asks for besides the password, which was right: kept, with what was asked before, until that comes. */
interface Asked {
  readonly member: 'newPassword' | 'code';
  readonly credentials: Credentials;
}

/** Signs a person in, whatever the server asks of them besides the password. */
export function SignIn({ site, lead, username, aside, onSignedIn }: SignInProps): ReactElement {
  const [fault, setFault] = useState<Unanswered>();
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const signIn = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    const answer = await signInHere(site, credentials);
    if (answer.kind === 'signed-in') await onSignedIn(answer.accessToken);
    const member = askedBy(answer);
    if (member !== undefined) setAsked({ member, credentials });
    setFault(member !== undefined || answer.kind === 'signed-in' ? undefined : answer);
    setBusy(false);
  };
  const startAgain = (): void => {
    setAsked(undefined);
    setFault(undefined);
  };
  if (asked !== undefined) {
    const { member, credentials } = asked;
    const common = { username: credentials.username, fault, isBusy, onBack: startAgain };
    const give = (given: string) => void signIn({ ...credentials, [member]: given });
    return member === 'code' ? (
      <CodeForm {...common} onCode={give} />
    ) : (
      <ChangeForm {...common} onChoose={give} />
    );
  }
  return (
    <PasswordForm
      lead={lead}
      username={username}
      fault={fault}
      isBusy={isBusy}
      onSignIn={(credentials) => void signIn(credentials)}
      aside={
        <>
          <RegisterLink site={site} />
          {aside}
        </>
      }
    />
  );
}

function askedBy(answer: { readonly kind: 'signed-in' } | Unanswered): Asked['member'] | undefined {
  if (answer.kind !== 'refused') return undefined;
  if (answer.refusal.known === 'password_change_required') return 'newPassword';
  return answer.refusal.known === 'second_factor_required' ? 'code' : undefined;
}
