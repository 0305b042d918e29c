import { hostedScreens } from '@signet/contracts';
import type { ReactElement } from 'react';
import { forgetPassword } from '../model/own-mail.ts';
import type { Site } from '../model/site.ts';
import { AskForMail } from './ask-for-mail.tsx';
import { words } from './words.ts';

/** Asks for a link for a new password. What it says afterwards is the same whether or not there is such an account. */
export function ForgottenScreen({ site }: { readonly site: Site }): ReactElement {
  return (
    <AskForMail
      words={words.forgotten}
      busy={words.busy}
      name="username"
      signIn={hostedScreens.account}
      ask={(name) => forgetPassword(site, name)}
    />
  );
}
