import { type ReactElement, useId } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { formatInstant } from '../../../../ui/language/figures.ts';
import { useAsking } from '../../mailed/use-asking.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import type { OwnAccount } from '../own-account.ts';
import { nameOf } from '../parts/session-row.tsx';
import { type EndedSession, fetchEnded } from './ended-sessions.ts';
import { words } from './words.ts';

interface Found {
  readonly kind: 'done';
  readonly sessions: readonly EndedSession[];
}

/** Whoever wonders where a session has gone is told what ended it. */
export function EndedPanel({ account }: { readonly account: OwnAccount }): ReactElement {
  const [titleId, faultId] = [useId(), useId()];
  const { done, fault, isBusy, wait, start } = useAsking<Found>();
  const { title, lead, action, none } = words;
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className="gate-line">{done?.sessions.length === 0 ? none : lead}</p>
      <FaultNote id={faultId} fault={fault} wait={wait} />
      {done === undefined ? (
        <Button
          className="account-button"
          disabled={isBusy || wait > 0}
          onClick={() => start(() => fetchEnded(account))}
        >
          {action}
        </Button>
      ) : (
        <ul className="account-sessions">
          {done.sessions.map((session) => (
            <EndedRow key={session.id} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EndedRow({ session }: { readonly session: EndedSession }): ReactElement {
  const { agent = '', endedAt, cause } = session;
  return (
    <li className="account-session">
      <div className="account-session-text">
        <p>
          <bdi className="gate-name">{nameOf(agent)}</bdi>
        </p>
        <p className="account-times">
          <time dateTime={new Date(endedAt).toISOString()}>{formatInstant(endedAt)}</time>
        </p>
        <p className="gate-line">{words.causes[cause]}</p>
      </div>
    </li>
  );
}
