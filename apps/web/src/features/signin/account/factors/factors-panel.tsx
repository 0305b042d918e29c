import { IconDeviceMobile, IconListNumbers } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { formatInstant, relativeTime } from '../../../../ui/language/figures.ts';
import { useNow } from '../../../../ui/moment/use-now.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import type { OwnAccount } from '../own-account.ts';
import { FactorDialog } from './factor-dialog.tsx';
import { type FactorsWork, useFactors } from './use-factors.ts';
import { words } from './words.ts';
import './factors.css';

interface FactorsPanelProps {
  readonly username: string;
  readonly asPerson: OwnAccount['asPerson'];
}

/** What a person shows when they sign in, and how to change that. */
export function FactorsPanel({ username, asPerson }: FactorsPanelProps): ReactElement {
  const work = useFactors(asPerson);
  const { factors, step, fault, news } = work;
  const [titleId, faultId] = [useId(), useId()];
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      <p className="gate-line">{words.lead}</p>
      {step === undefined && <FaultNote id={faultId} fault={fault} wait={0} />}
      {factors !== undefined && <Rows work={work} factors={factors} />}
      <p className="account-news" role="status">
        {step === undefined && news !== undefined && words.news[news]}
      </p>
      {step !== undefined && <FactorDialog username={username} step={step} work={work} />}
    </section>
  );
}

interface RowsProps {
  readonly work: FactorsWork;
  readonly factors: NonNullable<FactorsWork['factors']>;
}

function Rows({ work, factors }: RowsProps): ReactElement {
  const now = useNow();
  const { authenticator, recoveryCodesLeft } = factors;
  if (authenticator === undefined) {
    return (
      <>
        <p>{words.none}</p>
        <Button weight="primary" onClick={() => work.begin('add')}>
          {words.add}
        </Button>
      </>
    );
  }
  const { addedAt } = authenticator;
  return (
    <ul className="account-sessions">
      <Row
        icon={<IconDeviceMobile className="account-device" size={22} stroke={1.5} aria-hidden />}
        name={words.app}
        action={words.remove}
        onAction={() => work.begin('remove')}
      >
        {words.added}{' '}
        <time dateTime={new Date(addedAt).toISOString()} title={formatInstant(addedAt)}>
          {relativeTime(addedAt, Math.max(now, addedAt))}
        </time>
      </Row>
      <Row
        icon={<IconListNumbers className="account-device" size={22} stroke={1.5} aria-hidden />}
        name={words.codes}
        action={words.renew}
        onAction={() => work.begin('renew')}
      >
        {words.left(recoveryCodesLeft)}
      </Row>
    </ul>
  );
}

interface RowProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly children: ReactNode;
}

function Row({ icon, name, action, onAction, children }: RowProps): ReactElement {
  return (
    <li className="account-session">
      {icon}
      <div className="account-session-text">
        <p className="gate-name">{name}</p>
        <p className="account-times">
          <span>{children}</span>
        </p>
      </div>
      <Button className="account-button" aria-label={`${action}: ${name}`} onClick={onAction}>
        {action}
      </Button>
    </li>
  );
}
