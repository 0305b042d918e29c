import { type ReactElement, useState } from 'react';
import { AskForMail } from '../mailed/ask-for-mail.tsx';
import { register, signInAddress, waitingSignIn } from '../model/registration.ts';
import type { Site } from '../model/site.ts';
import { CompleteScreen } from './complete-screen.tsx';
import { words } from './words.ts';

/** Where an account is made: the mailed link leads here too, and holds something behind the `#`. */
export function RegisterScreen({ site }: { readonly site: Site }): ReactElement {
  const [isMailed] = useState(() => location.hash !== '');
  return isMailed ? <CompleteScreen site={site} /> : <AskScreen site={site} />;
}

/** Asks for the address alone. What it says afterwards is the same whether or not that has an account. */
function AskScreen({ site }: { readonly site: Site }): ReactElement {
  const [waiting] = useState(() => waitingSignIn(location.search));
  return (
    <AskForMail
      words={words.ask}
      busy={words.busy}
      name="email"
      signIn={signInAddress(waiting)}
      ask={(email) => register(site, email, waiting)}
    />
  );
}
