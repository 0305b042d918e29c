import { verifyToken } from '@signet/token/verify';
import { type ReactElement, useCallback, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { TokenText } from '../parts/token-text.tsx';
import { VerdictCard } from '../parts/verdict-card.tsx';
import { useMade } from '../use-made.ts';
import { words } from '../words/words.ts';
import type { ExhibitProps } from './exhibit.ts';
import './life-clock.css';
import { translate } from '../../../ui/language/translate.ts';

const { life: say } = words;
const secondsPerMinute = 60;

/** The verifier at a chosen time; the end of a session is asked last, as a gateway does. */
export function LifeClock({ live }: ExhibitProps): ReactElement {
  const [minutes, setMinutes] = useState(4);
  const [ended, setEnded] = useState(false);
  const slider = useId();
  const verify = useCallback(
    () =>
      verifyToken(live.token, {
        keys: [live.key],
        issuers: ['https://login.example'],
        audiences: ['https://api.example/orders'],
        now: live.issuedAt + minutes * secondsPerMinute,
      }),
    [live, minutes],
  );
  const [made] = useMade(verify);
  const refusal =
    made.kind === 'made' && made.value.verdict === 'refused'
      ? made.value.refusal
      : ended
        ? { code: 'token_revoked', sentence: say.ended, fix: say.endedFix, rule: 'RFC 7009 §2' }
        : undefined;
  return (
    <Panel title={say.title} className="life">
      <div className="life-body">
        <TokenText token={live.token} />
        <label className="life-clock" htmlFor={slider}>
          <span>{say.clock}</span>
          <input
            id={slider}
            type="range"
            min={-2}
            max={20}
            value={minutes}
            onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
            aria-valuetext={say.minutes(minutes)}
          />
          <output>{say.minutes(minutes)}</output>
        </label>
        <Button className="button-outlined" aria-pressed={ended} onClick={() => setEnded(!ended)}>
          {ended ? say.resume : say.end}
        </Button>
        <div role="status" className="life-verdict">
          <VerdictCard
            who={words.lab.signet}
            tone={refusal ? 'refused' : 'verified'}
            word={refusal ? say.refused : say.accepted}
            sentence={translate(refusal?.sentence) ?? say.fine}
            {...(refusal && { refusal })}
          />
        </div>
      </div>
    </Panel>
  );
}
