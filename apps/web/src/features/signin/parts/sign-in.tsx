import type { PasskeyAssertion } from '@signet/contracts';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Credentials, Unanswered } from '../../../parts/session/ask-signet.ts';
import { CodeForm } from '../factor/code-form.tsx';
import { type Ways, waysAsked } from '../factor/ways.ts';
import { type SignedIn, signInByPasskey, signInHere } from '../model/sign-in.ts';
import type { Site } from '../model/site.ts';
import { PasskeyButton } from '../passkey/passkey-button.tsx';
import { usePasskey } from '../passkey/use-passkey.ts';
import { words as passkeyWords } from '../passkey/words.ts';
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
type Asked = { readonly credentials: Credentials } & (
  | { readonly member: 'newPassword' }
  | { readonly member: 'code'; readonly ways: Ways }
);

/** Signs a person in, whatever the server asks of them besides the password. */
export function SignIn({ site, lead, username, aside, onSignedIn }: SignInProps): ReactElement {
  const [fault, setFault] = useState<Unanswered>();
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const signIn = async (asking: Promise<SignedIn | Unanswered>, credentials?: Credentials): Promise<void> => {
    setBusy(true);
    const answer = await asking;
    if (answer.kind === 'signed-in') await onSignedIn(answer.accessToken);
    const next = credentials && askedNext(answer, credentials);
    if (next !== undefined) setAsked(next);
    setFault(next !== undefined || answer.kind === 'signed-in' ? undefined : answer);
    setBusy(false);
  };
  const show = (credentials: Credentials) => signIn(signInHere(site, credentials), credentials);
  const startAgain = (): void => {
    setAsked(undefined);
    setFault(undefined);
  };
  if (asked !== undefined) {
    const { credentials } = asked;
    const common = { username: credentials.username, fault, isBusy, onBack: startAgain };
    return asked.member === 'code' ? (
      <CodeForm
        {...common}
        site={site}
        ways={asked.ways}
        onCode={(code) => void show({ ...credentials, code })}
        onPasskey={(passkey) => show({ ...credentials, passkey })}
        onFault={setFault}
      />
    ) : (
      <ChangeForm {...common} onChoose={(newPassword) => void show({ ...credentials, newPassword })} />
    );
  }
  return (
    <PasswordForm
      lead={lead}
      username={username}
      fault={fault}
      isBusy={isBusy}
      onSignIn={(credentials) => void show(credentials)}
      aside={
        <>
          <PasskeyWay
            site={site}
            isBusy={isBusy}
            onPasskey={(passkey) => signIn(signInByPasskey(site, passkey))}
            onFault={setFault}
          />
          <RegisterLink site={site} />
          {aside}
        </>
      }
    />
  );
}

interface PasskeyWayProps {
  readonly site: Site;
  readonly isBusy: boolean;
  readonly onPasskey: (passkey: PasskeyAssertion) => Promise<void>;
  readonly onFault: (fault: Unanswered) => void;
}

/** Signs in without name and password. */
function PasskeyWay({ isBusy, ...parts }: PasskeyWayProps): ReactElement {
  const work = usePasskey({ ...parts, inField: true });
  return <PasskeyButton work={work} label={passkeyWords.signIn} isBusy={isBusy} />;
}

function askedNext(answer: SignedIn | Unanswered, credentials: Credentials): Asked | undefined {
  if (answer.kind !== 'refused') return undefined;
  if (answer.refusal.known === 'password_change_required') return { member: 'newPassword', credentials };
  const ways = waysAsked(answer);
  return ways === undefined ? undefined : { member: 'code', ways, credentials };
}
