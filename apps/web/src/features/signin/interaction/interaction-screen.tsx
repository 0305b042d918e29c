import type { ReactElement } from 'react';
import { words as mailWords } from '../by-mail/words.ts';
import { mailedLink } from '../model/mail-sign-in.ts';
import type { Site } from '../model/site.ts';
import { MessageCard } from '../parts/message-card.tsx';
import { SkeletonCard } from '../parts/skeleton-card.tsx';
import { UnreachedCard } from '../parts/unreached-card.tsx';
import { words } from '../words.ts';
import { ChoiceScreen } from './choice/choice-screen.tsx';
import { ConsentScreen } from './consent-screen.tsx';
import { LoginScreen } from './login-screen.tsx';
import { useInteraction } from './use-interaction.ts';

interface InteractionScreenProps {
  readonly site: Site;
  readonly uid: string;
}

/** What an app waits for, at the address that it was given: `/signin/UID`. */
export function InteractionScreen({ site, uid }: InteractionScreenProps): ReactElement {
  const { stage, answer } = useInteraction(site, uid);
  switch (stage.name) {
    case 'loading':
      return <SkeletonCard />;
    case 'failed':
      return <UnreachedCard fault={stage.fault} onAgain={stage.again} />;
    case 'lost':
      return mailedLink() === undefined ? <LostCard /> : <ElsewhereCard />;
    case 'leaving':
      return <MessageCard title={words.leaving(stage.interaction.client.name)} lines={[]} />;
    case 'asks': {
      const { interaction, fault } = stage;
      const { prompt, choice, person } = interaction;
      const asked = { site, interaction, fault, answer: answer(interaction) };
      if (prompt === 'login') return <LoginScreen {...asked} />;
      if (prompt === 'consent') return <ConsentScreen {...asked} />;
      // Whoever is signed in here no longer is shown nothing of what they are in.
      const isOver = choice === undefined || person === undefined;
      return isOver ? <LostCard /> : <ChoiceScreen {...asked} choice={choice} />;
    }
  }
}

/** A link of a mail, in another browser than the one that asked for it: it signs nobody in here. */
function ElsewhereCard(): ReactElement {
  return <MessageCard title={mailWords.elsewhereTitle} lines={mailWords.elsewhere} />;
}

/** Nothing here can bring the app's request back: it is begun again where it began. */
function LostCard(): ReactElement {
  const { title, lead, fix, account } = words.lost;
  return (
    <MessageCard title={title} lines={[lead, fix]}>
      <a className="button button-quiet gate-other" href="/account">
        {account}
      </a>
    </MessageCard>
  );
}
