import type { SessionId } from '@signet/contracts';
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { isHandheld, readAgent } from '../device-name.ts';
import type { OwnSession } from '../own-account.ts';
import { words } from '../words.ts';
import { Time } from './time.tsx';

interface SessionRowProps {
  readonly session: OwnSession;
  readonly now: number;
  readonly isBusy: boolean;
  readonly onEnd: (id: SessionId) => void;
}

/** One session: on what device, since when, and when it was used last. */
export function SessionRow({ session, now, isBusy, onEnd }: SessionRowProps): ReactElement {
  const { id, agent = '', network, place, startedAt, lastUsedAt, current } = session;
  const device = nameOf(agent);
  const where = [place?.city, place?.country].filter((name) => name !== undefined).join(', ');
  const Icon = isHandheld(agent) ? IconDeviceMobile : IconDeviceLaptop;
  return (
    <li className="account-session">
      <Icon className="account-device" size={22} stroke={1.5} aria-hidden />
      <div className="account-session-text">
        <p title={agent === '' ? undefined : agent}>
          <bdi className="gate-name">{device}</bdi>
          {current && <span className="account-current">{words.current}</span>}
        </p>
        <p className="account-times">
          <Time name={words.lastUsed} at={lastUsedAt} now={now} />
          <Time name={words.since} at={startedAt} now={now} />
          {where !== '' && <bdi>{where}</bdi>}
          {network !== undefined && <bdi>{network}</bdi>}
        </p>
      </div>
      {!current && (
        <Button
          className="account-button"
          aria-label={words.endOne(device)}
          disabled={isBusy}
          onClick={() => onEnd(id)}
        >
          {words.endOneShort}
        </Button>
      )}
    </li>
  );
}

/** By what a person recognises it; what is not understood is shown as the device calls itself. */
export function nameOf(agent: string): string {
  const { browser, system } = readAgent(agent);
  if (browser !== undefined && system !== undefined) return words.on(browser, system);
  return browser ?? system ?? (agent === '' ? words.unknownDevice : agent.slice(0, 60));
}
