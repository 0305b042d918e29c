import { IconDeviceMobile, IconKey, IconListNumbers } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { formatInstant, relativeTime } from '../../../../ui/language/figures.ts';
import { useNow } from '../../../../ui/moment/use-now.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { knowsPasskeys } from '../../passkey/browser-passkeys.ts';
import type { OwnAccount } from '../own-account.ts';
import { FactorDialog } from './factor-dialog.tsx';
import type { Factors, Passkey } from './own-factors.ts';
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
  readonly factors: Factors;
}

function Rows({ work, factors }: RowsProps): ReactElement {
  const { authenticator, passkeys, recoveryCodesLeft } = factors;
  const isProtected = authenticator !== undefined || passkeys.length > 0;
  return (
    <>
      {!isProtected && <p>{words.none}</p>}
      {isProtected && (
        <ul className="account-sessions">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} work={work} />
          ))}
          {authenticator !== undefined && (
            <Row
              icon={<IconDeviceMobile className="account-device" size={22} stroke={1.5} aria-hidden />}
              name={words.app}
              actions={[[words.remove, () => work.begin('remove')]]}
            >
              {words.added} <Since at={authenticator.addedAt} />
            </Row>
          )}
          <Row
            icon={<IconListNumbers className="account-device" size={22} stroke={1.5} aria-hidden />}
            name={words.codes}
            actions={[[words.renew, () => work.begin('renew')]]}
          >
            {words.left(recoveryCodesLeft)}
          </Row>
        </ul>
      )}
      <div className="factor-more">
        {knowsPasskeys() && (
          <Button {...(!isProtected && { weight: 'primary' })} onClick={() => work.begin('addPasskey')}>
            {words.passkey.add}
          </Button>
        )}
        {authenticator === undefined && (
          <Button
            {...(!isProtected && !knowsPasskeys() && { weight: 'primary' })}
            onClick={() => work.begin('add')}
          >
            {words.add}
          </Button>
        )}
      </div>
    </>
  );
}

function PasskeyRow({
  passkey,
  work,
}: {
  readonly passkey: Passkey;
  readonly work: FactorsWork;
}): ReactElement {
  const { remove, rename, used, unused } = words.passkey;
  return (
    <Row
      icon={<IconKey className="account-device" size={22} stroke={1.5} aria-hidden />}
      name={passkey.name}
      actions={[
        [rename, () => work.askName(passkey)],
        [remove, () => work.begin('removePasskey', passkey)],
      ]}
    >
      {words.added} <Since at={passkey.addedAt} /> ·{' '}
      {passkey.usedAt === undefined ? (
        unused
      ) : (
        <>
          {used} <Since at={passkey.usedAt} />
        </>
      )}
    </Row>
  );
}

function Since({ at }: { readonly at: number }): ReactElement {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatInstant(at)}>
      {relativeTime(at, Math.max(now, at))}
    </time>
  );
}

interface RowProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly actions: readonly (readonly [label: string, onAction: () => void])[];
  readonly children: ReactNode;
}

function Row({ icon, name, actions, children }: RowProps): ReactElement {
  return (
    <li className="account-session">
      {icon}
      <div className="account-session-text">
        <p className="gate-name">{name}</p>
        <p className="account-times">
          <span>{children}</span>
        </p>
      </div>
      <div className="factor-actions">
        {actions.map(([label, onAction]) => (
          <Button key={label} className="account-button" aria-label={`${label}: ${name}`} onClick={onAction}>
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}
