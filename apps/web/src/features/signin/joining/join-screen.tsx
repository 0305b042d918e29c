import { type ReactElement, useId, useState } from 'react';
import { isOver } from '../mailed/is-over.ts';
import { mailedToken } from '../model/own-mail.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { SkeletonCard } from '../parts/skeleton-card.tsx';
import { UnreachedCard } from '../parts/unreached-card.tsx';
import { AnswerCard } from './answer-card.tsx';
import { useInvitation } from './use-invitation.ts';
import { words } from './words.ts';

/** Where the mailed link of an organisation leads. */
export function JoinScreen({ site }: { readonly site: Site }): ReactElement {
  const [token] = useState(() => mailedToken(location.hash));
  const { stage, load } = useInvitation(site, token);
  const faultId = useId();
  switch (stage.name) {
    case 'loading':
      return <SkeletonCard />;
    case 'shown':
      return <AnswerCard site={site} token={token} invitation={stage.invitation} />;
    case 'failed':
      if (!isOver(stage.fault)) return <UnreachedCard fault={stage.fault} onAgain={load} />;
      return (
        <Card title={words.overTitle} isTold>
          <FaultNote id={faultId} fault={stage.fault} wait={0} />
          <p className="gate-line">{words.over}</p>
          <a className="button gate-action" href="/account">
            {words.account}
          </a>
        </Card>
      );
  }
}
