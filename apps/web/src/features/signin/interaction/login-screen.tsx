import { type ReactElement, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import type { Interaction } from '../model/interaction.ts';
import { mailedLink } from '../model/mail-sign-in.ts';
import { isBack } from '../model/provider-sign-in.ts';
import type { Site } from '../model/site.ts';
import { Named } from '../parts/named.tsx';
import { SignIn } from '../parts/sign-in.tsx';
import { words } from '../words.ts';
import { KnownPerson } from './known-person.tsx';
import type { Answer } from './use-interaction.ts';

export interface InteractionProps {
  readonly site: Site;
  readonly interaction: Interaction;
  readonly answer: Answer;
  /** Why what was tried last did not work. */
  readonly fault?: Unanswered | undefined;
}

/** Whoever is signed in on this browser already may go on; anyone else signs in. */
export function LoginScreen({ site, interaction, answer }: InteractionProps): ReactElement {
  const { client, person, loginHint } = interaction;
  const [another, setAnother] = useState<{ readonly username?: string } | undefined>(
    // Whoever comes back from a provider, or by a mail, goes on as whom that signs in.
    isBack() || mailedLink() !== undefined ? {} : undefined,
  );
  const goOn = (accessToken: string): Promise<void> => answer('continue', { accessToken });
  const lead = <Named text={words.signIn.goesOn(client.name)} name={client.name} />;
  if (person !== undefined && another === undefined) {
    return (
      <KnownPerson
        site={site}
        username={person.username}
        lead={lead}
        onGoOn={goOn}
        onOver={() => setAnother(person)}
        onAnother={() => setAnother({})}
      />
    );
  }
  return (
    <SignIn
      site={site}
      lead={lead}
      username={another === undefined ? loginHint : another.username}
      onSignedIn={goOn}
      aside={
        <Button className="gate-other" onClick={() => void answer('deny')}>
          <span>
            <Named text={words.signIn.cancel(client.name)} name={client.name} />
          </span>
        </Button>
      }
    />
  );
}
