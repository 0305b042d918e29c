import { type ReactElement, useState } from 'react';
import { InteractionScreen } from './interaction/interaction-screen.tsx';
import { screenOf } from './model/place.ts';
import { type Site, thisSite } from './model/site.ts';
import { MessageCard } from './parts/message-card.tsx';
import { words } from './words.ts';
import './signin.css';

/** The screens that the server shows for others: which one, its address says. */
export function SigninPage({ site: given }: { readonly site?: Site }): ReactElement {
  const [site] = useState(() => given ?? thisSite());
  const [screen] = useState(() => screenOf(location.pathname));
  return (
    <main className="gate" id="gate">
      {screen.name === 'interaction' ? (
        <InteractionScreen site={site} uid={screen.uid} />
      ) : (
        <MessageCard title={words.lost.title} lines={[words.lost.fix]} />
      )}
    </main>
  );
}
