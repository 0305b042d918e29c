import { type ReactElement, type ReactNode, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { goOnHere } from '../model/sign-in.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Named } from '../parts/named.tsx';
import { words } from '../words.ts';

interface KnownPersonProps {
  readonly site: Site;
  readonly username: string;
  readonly lead: ReactNode;
  readonly onGoOn: (accessToken: string) => Promise<void>;
  /** The session has ended in the meantime. */
  readonly onOver: () => void;
  readonly onAnother: () => void;
}

/** Somebody is signed in on this browser: one press goes on, and another person is not kept out. */
export function KnownPerson(props: KnownPersonProps): ReactElement {
  const { site, username, lead, onGoOn, onOver, onAnother } = props;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Unanswered>();
  const goOn = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await goOnHere(site);
    if (answer.kind === 'signed-in') return onGoOn(answer.accessToken);
    if (answer.kind === 'refused') return onOver();
    setFault(answer);
    setBusy(false);
  };
  return (
    <Card title={<Named text={words.known.title(username)} name={username} />} lead={lead} isTold>
      <FaultNote id={useId()} fault={fault} wait={0} />
      <Button weight="primary" className="gate-action" aria-disabled={isBusy} onClick={() => void goOn()}>
        <span>
          <Named text={words.known.action(username)} name={username} />
        </span>
      </Button>
      <Button className="gate-other" onClick={onAnother}>
        {words.known.another}
      </Button>
    </Card>
  );
}
