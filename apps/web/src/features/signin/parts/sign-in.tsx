import type { PasskeyAssertion } from '@signet/contracts';
import { type ReactElement, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Credentials, Unanswered } from '../../../parts/session/ask-signet.ts';
import type { BegunOrNot } from '../account/factors/own-factors.ts';
import { beginOfEmail, MailButton, MailScreen } from '../by-mail/by-mail.tsx';
import { CodeForm } from '../factor/code-form.tsx';
import { beginAtLogin, beginOfProvider, CodesCard, Enrolment } from '../factor/enrolling.tsx';
import { type Ways, waysAsked } from '../factor/ways.ts';
import { type FromMail, finishByMail, mailedLink } from '../model/mail-sign-in.ts';
import { beginAt, finishHere, forgetWay, isBack } from '../model/provider-sign-in.ts';
import { type SignedIn, signInByPasskey, signInHere } from '../model/sign-in.ts';
import type { Site } from '../model/site.ts';
import { PasskeyButton } from '../passkey/passkey-button.tsx';
import { usePasskey } from '../passkey/use-passkey.ts';
import { words as passkeyWords } from '../passkey/words.ts';
import { ProviderButtons } from '../providers/provider-buttons.tsx';
import { words as providerWords } from '../providers/words.ts';
import { RegisterLink } from '../registration/register-link.tsx';
import { ChangeForm } from './change-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SkeletonCard } from './skeleton-card.tsx';
import { useOptions } from './use-options.ts';

interface SignInProps {
  readonly site: Site;
  readonly lead?: ReactNode;
  readonly username?: string | undefined;
  readonly aside?: ReactNode;
  /** Takes the access token over; the form stays busy until it is done. */
  readonly onSignedIn: (accessToken: string) => Promise<void>;
}

/** By what a person showed who they are, and how the same is asked again with what was missing. */
interface Way {
  /** Whom the screen speaks of. */
  readonly username: string;
  readonly ask: (beside?: Beside) => Promise<SignedIn | Unanswered>;
  /** Where an authenticator app must be added. */
  readonly begin: () => Promise<BegunOrNot>;
}

type Beside = Pick<Credentials, 'newPassword' | 'code' | 'passkey' | 'enrolment'>;

/** What the server asks for besides, after the rest was right: kept, with what was asked before, until that comes. */
type Asked = { readonly way: Way } & (
  | { readonly member: 'newPassword' | 'enrolment' }
  | { readonly member: 'code'; readonly ways: Ways }
);

/** Signs a person in, whatever the server asks of them besides the password, or what a provider says. */
export function SignIn({ site, lead, username, aside, onSignedIn }: SignInProps): ReactElement {
  const options = useOptions(site);
  const [fault, setFault] = useState<Unanswered>();
  const [isBusy, setBusy] = useState(comesBack);
  const [isFinishing, setFinishing] = useState(comesBack);
  /** Who signs in by mail: what stood in the name field. */
  const [mailFor, setMailFor] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  /** Signed in, and not to go on before the recovery codes are kept. */
  const [entered, setEntered] = useState<SignedIn>();
  const signIn = async (asking: Promise<SignedIn | Unanswered>, way?: Way): Promise<void> => {
    setBusy(true);
    const answer = await asking;
    if (answer.kind === 'signed-in' && answer.recoveryCodes !== undefined) setEntered(answer);
    else if (answer.kind === 'signed-in') await onSignedIn(answer.accessToken);
    const next = way && askedNext(answer, way);
    if (next !== undefined) setAsked(next);
    setFault(next !== undefined || answer.kind === 'signed-in' ? undefined : answer);
    setFinishing(false);
    setBusy(false);
  };
  const show = (way: Way, beside?: Beside) => signIn(way.ask(beside), keeping(way, beside));
  const byMail = (username: string, given: FromMail) =>
    show({
      username,
      ask: (beside) => finishByMail(site, given, beside),
      begin: () => beginOfEmail(site),
    });
  const finish = useRef((link: string | undefined) =>
    link === undefined
      ? show({
          username: providerWords.person,
          ask: (beside) => finishHere(site, beside),
          begin: () => beginOfProvider(site),
        })
      : byMail(providerWords.person, { link }),
  );
  useEffect(() => {
    if (!comesBack()) return;
    const link = mailedLink();
    forgetWay();
    void finish.current(link);
  }, []);
  const begin = async (provider: string): Promise<void> => {
    setBusy(true);
    const answer = await beginAt(site, provider);
    if (answer.kind === 'goes-on') return site.go(answer.address);
    setFault(answer);
    setBusy(false);
  };
  const startAgain = (): void => {
    setAsked(undefined);
    setMailFor(undefined);
    setFault(undefined);
  };
  if (isFinishing) return <SkeletonCard />;
  if (entered?.recoveryCodes !== undefined) {
    return (
      <Suspense fallback={<SkeletonCard />}>
        <CodesCard codes={entered.recoveryCodes} onKept={() => void onSignedIn(entered.accessToken)} />
      </Suspense>
    );
  }
  if (asked?.member === 'enrolment') {
    const { way } = asked;
    return (
      <Suspense fallback={<SkeletonCard />}>
        <Enrolment
          begin={way.begin}
          fault={fault}
          isBusy={isBusy}
          onCode={(given) => void show(way, given)}
          onBack={startAgain}
        />
      </Suspense>
    );
  }
  if (asked !== undefined) {
    const { way } = asked;
    const common = { username: way.username, fault, isBusy, onBack: startAgain };
    return asked.member === 'code' ? (
      <CodeForm
        {...common}
        site={site}
        ways={asked.ways}
        onCode={(code) => void show(way, { code })}
        onPasskey={(passkey) => show(way, { passkey })}
        onFault={setFault}
      />
    ) : (
      <ChangeForm {...common} onChoose={(newPassword) => void show(way, { newPassword })} />
    );
  }
  if (mailFor !== undefined) {
    return (
      <Suspense fallback={<SkeletonCard />}>
        <MailScreen
          site={site}
          name={mailFor}
          fault={fault}
          isBusy={isBusy}
          onCode={(name, mailCode) => void byMail(name, { mailCode })}
          onBack={startAgain}
        />
      </Suspense>
    );
  }
  return (
    <PasswordForm
      lead={lead}
      username={username}
      fault={fault}
      isBusy={isBusy}
      onSignIn={(credentials) =>
        void show({
          username: credentials.username,
          ask: (beside) => signInHere(site, { ...credentials, ...beside }),
          begin: () => beginAtLogin(site, credentials),
        })
      }
      aside={
        <>
          <PasskeyWay
            site={site}
            isBusy={isBusy}
            onPasskey={(passkey) => signIn(signInByPasskey(site, passkey))}
            onFault={setFault}
          />
          {options?.emailSignIn === true && (
            <MailButton
              isBusy={isBusy}
              onChoose={(name) => {
                setFault(undefined);
                setMailFor(name);
              }}
            />
          )}
          <ProviderButtons
            providers={options?.providers ?? []}
            isBusy={isBusy}
            onChoose={(provider) => void begin(provider)}
          />
          {options?.registration === true && <RegisterLink />}
          {aside}
        </>
      }
    />
  );
}

/** From a provider, or by the link of a mail: it is gone on with at once. */
function comesBack(): boolean {
  return isBack() || mailedLink() !== undefined;
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

/** What was shown already is shown again with what is asked next. */
function keeping(way: Way, shown: Beside = {}): Way {
  return { ...way, ask: (beside) => way.ask({ ...shown, ...beside }) };
}

function askedNext(answer: SignedIn | Unanswered, way: Way): Asked | undefined {
  if (answer.kind !== 'refused') return undefined;
  if (answer.refusal.known === 'password_change_required') return { member: 'newPassword', way };
  if (answer.refusal.known === 'factor_enrolment_required') return { member: 'enrolment', way };
  const ways = waysAsked(answer);
  return ways === undefined ? undefined : { member: 'code', ways, way };
}
