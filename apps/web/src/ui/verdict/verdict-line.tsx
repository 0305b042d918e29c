import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './tone.ts';
import { ToneIcon } from './tone-icon.tsx';
import './verdict.css';

interface VerdictLineProps {
  readonly name: string;
  readonly tone: Tone;
  readonly word: string;
  readonly reason: string;
  /** In place of the tone's own icon, where the line states no verdict on a token. */
  readonly icon?: ReactElement;
  /** Below the reason: where it comes from, or how far it goes. */
  readonly detail?: ReactNode;
  /** The button that follows from the verdict. */
  readonly action?: ReactNode;
  /** What ticks or counts; shown at the end and not announced. */
  readonly aside?: ReactNode;
}

/** The verdict in one bar, always in sight. Its word and reason are announced when they change. */
export function VerdictLine(props: VerdictLineProps): ReactElement {
  const { name, tone, word, reason, icon, detail, action, aside } = props;
  return (
    <section className={`verdict tone-${tone}`} aria-label={name}>
      <span className="visually-hidden" role="status">{`${word}. ${reason}`}</span>
      <div className="verdict-inner">
        {icon ?? <ToneIcon tone={tone} size={20} />}
        <div className="verdict-said">
          <p className="verdict-line">
            <strong className="verdict-word" data-testid="verdict-word">
              {word}
            </strong>
            <span className="verdict-reason" data-testid="verdict-reason">
              {reason}
            </span>
          </p>
          <p className="verdict-detail" data-testid="verdict-detail">
            {detail}
          </p>
        </div>
        {action && <span className="verdict-action">{action}</span>}
        {aside && <span className="verdict-aside">{aside}</span>}
      </div>
    </section>
  );
}
