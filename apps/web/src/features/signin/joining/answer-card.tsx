import { type ReactElement, useId, useRef, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { OwnAccount } from '../account/own-account.ts';
import { isOver } from '../mailed/is-over.ts';
import { useAsking } from '../mailed/use-asking.ts';
import {
  type Answered,
  acceptInvitation,
  declineInvitation,
  type Invitation,
  joinByRegistering,
} from '../model/invitation.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Named } from '../parts/named.tsx';
import { NewAccountForm } from '../parts/new-account-form.tsx';
import { SignIn } from '../parts/sign-in.tsx';
import { AnsweredCard } from './answered-card.tsx';
import { words } from './words.ts';

interface AnswerCardProps {
  readonly site: Site;
  readonly token: string;
  readonly invitation: Invitation;
}

/** Who invites, and the two answers: whoever has an account signs in with it first, whoever has none makes one. */
export function AnswerCard({ site, token, invitation }: AnswerCardProps): ReactElement {
  const { organization, email, hasAccount } = invitation;
  const account = useRef(new OwnAccount(site));
  const faultId = useId();
  const [isSigningIn, setSigningIn] = useState(false);
  const { done, fault, isBusy, wait, start } = useAsking<Answered>();
  const accept = (): Promise<Answered | Unanswered> =>
    account.current.asPerson((asking) => acceptInvitation(asking, token));
  const acceptOrSignIn = async (): Promise<Answered | Unanswered> => {
    const answer = await accept();
    if (isStranger(answer)) setSigningIn(true);
    return answer;
  };
  if (done !== undefined) return <AnsweredCard answered={done} organization={organization} />;
  if (isSigningIn) {
    return (
      <SignIn
        site={site}
        lead={<Named text={words.signIn(organization.displayName)} name={organization.displayName} />}
        onSignedIn={async (accessToken) => {
          account.current = new OwnAccount(site, accessToken);
          setSigningIn(false);
          start(accept);
        }}
      />
    );
  }
  const shownFault = fault !== undefined && isStranger(fault) ? undefined : fault;
  const decline = (
    <Button
      className="gate-action"
      aria-disabled={isBusy}
      onClick={() => start(() => declineInvitation(site, token))}
    >
      {words.decline}
    </Button>
  );
  return (
    <Card
      title={<Named text={words.title(organization.displayName)} name={organization.displayName} />}
      lead={<Named text={words.lead(email)} name={email} />}
      isTold={hasAccount}
    >
      {isOver(fault) ? (
        <FaultNote id={faultId} fault={fault} wait={wait} />
      ) : hasAccount ? (
        <>
          <FaultNote id={faultId} fault={shownFault} wait={wait} />
          {isForAnother(fault) ? (
            <Button weight="primary" className="gate-action" onClick={() => setSigningIn(true)}>
              {words.otherAccount}
            </Button>
          ) : (
            <Button
              weight="primary"
              className="gate-action"
              aria-disabled={isBusy || wait > 0}
              onClick={() => start(acceptOrSignIn)}
            >
              {isBusy ? words.busy : words.accept}
            </Button>
          )}
          {decline}
        </>
      ) : (
        <>
          <p className="gate-line">{words.newAccount}</p>
          <NewAccountForm
            fault={shownFault}
            isBusy={isBusy}
            wait={wait}
            action={isBusy ? words.busy : words.create}
            usernameMissing={words.usernameMissing}
            onChosen={(chosen) => start(() => joinByRegistering(site, { token, ...chosen }))}
          />
          {decline}
          <p className="gate-line">{words.otherwise}</p>
        </>
      )}
    </Card>
  );
}

/** Nobody is signed in in this browser, whatever of it is over. */
function isStranger(answer: Answered | Unanswered): boolean {
  return answer.kind === 'refused' && answer.refusal.status === 401;
}

function isForAnother(fault: Unanswered | undefined): boolean {
  return fault?.kind === 'refused' && fault.refusal.known === 'invitation_for_another';
}
