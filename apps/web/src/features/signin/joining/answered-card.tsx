import type { ReactElement } from 'react';
import type { OrganizationName } from '../model/interaction.ts';
import type { Answered } from '../model/invitation.ts';
import { MessageCard } from '../parts/message-card.tsx';
import { Named } from '../parts/named.tsx';
import { words } from './words.ts';

interface AnsweredCardProps {
  readonly answered: Answered;
  readonly organization: OrganizationName;
}

/** What came of it, and where to go on. */
export function AnsweredCard({ answered, organization }: AnsweredCardProps): ReactElement {
  const { displayName } = organization;
  const { answer, username } = answered;
  const isIn = answer === 'joined';
  const title = isIn ? words.joined(displayName) : words.declined(displayName);
  const told = username === undefined ? words.joinedLine : words.made(username);
  return (
    <MessageCard title={<Named text={title} name={displayName} />} lines={[isIn ? told : words.declinedLine]}>
      <a className="button button-primary gate-action" href="/account">
        {username === undefined ? words.account : words.signInNow}
      </a>
    </MessageCard>
  );
}
