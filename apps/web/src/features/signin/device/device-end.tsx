import type { ReactElement } from 'react';
import { MessageCard } from '../parts/message-card.tsx';
import { words } from './words.ts';

/** What has become of the device whose code was typed, and the way on where nothing has. */
export function DeviceEnd({ end }: { readonly end: 'allowed' | 'denied' | 'over' }): ReactElement {
  const { title, lines } = words.ends[end];
  return (
    <MessageCard title={title} lines={lines}>
      {end === 'over' ? (
        <a className="button button-primary gate-action" href="/device">
          {words.another}
        </a>
      ) : (
        <a className="button button-quiet gate-other" href="/account">
          {words.account}
        </a>
      )}
    </MessageCard>
  );
}
