import type { ReactElement } from 'react';
import { words } from '../words.ts';
import { MessageCard } from './message-card.tsx';

/** Where a sign-out ends that names no other place. */
export function SignedOutCard(): ReactElement {
  const { title, lines, again } = words.signedOut;
  return (
    <MessageCard title={title} lines={lines}>
      <a className="button button-primary gate-action" href="/account">
        {again}
      </a>
    </MessageCard>
  );
}
