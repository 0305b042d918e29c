import { IconClock } from '@tabler/icons-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { formatInstant } from '../../../../ui/language/figures.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { words } from '../words.ts';
import './time-choice.css';

/** Leeways in use, in seconds. */
const skews = [0, 30, 60, 120, 300] as const;

/** A time as `<input type="datetime-local">` writes it, in the reader's zone. */
function localText(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function Fields({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { now, chosen, skew, choose, setSkew } = evaluation;
  const [timeId, skewId] = [useId(), useId()];
  return (
    <>
      <label htmlFor={timeId}>{words.time.at}</label>
      <div className="time-row">
        <input
          id={timeId}
          type="datetime-local"
          step={1}
          className="field"
          value={localText(now)}
          onChange={({ target }) => {
            const at = Date.parse(target.value);
            if (!Number.isNaN(at)) choose(at);
          }}
        />
        <Button disabled={chosen === undefined} onClick={() => choose(undefined)}>
          {words.time.now}
        </Button>
      </div>
      <label htmlFor={skewId}>{words.time.skew}</label>
      <select
        id={skewId}
        className="field"
        value={skew}
        onChange={({ target }) => setSkew(Number(target.value))}
      >
        {skews.map((seconds) => (
          <option key={seconds} value={seconds}>
            {words.time.seconds(seconds)}
          </option>
        ))}
      </select>
    </>
  );
}

/** At which time the token is checked, and how far clocks may differ. */
export function TimeChoice({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const popoverId = useId();
  const [isOpen, setOpen] = useState(false);
  const { chosen, skew, now } = evaluation;
  const when = chosen === undefined ? words.time.checkedNow : words.time.checkedAt(formatInstant(now));
  return (
    <>
      <button
        type="button"
        className={`time-button ${chosen === undefined && skew === 0 ? '' : 'time-other'}`}
        popoverTarget={popoverId}
      >
        <IconClock size={14} stroke={1.75} aria-hidden />
        <span className="time-when">{skew === 0 ? when : `${when} ± ${words.time.seconds(skew)}`}</span>
      </button>
      <section
        id={popoverId}
        popover="auto"
        className="time-popover"
        aria-label={words.time.title}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <Fields evaluation={evaluation} />}
        <p className="time-note">{words.time.note}</p>
      </section>
    </>
  );
}
