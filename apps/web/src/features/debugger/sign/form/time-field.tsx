import { relativeTime } from '@signet/token/describe';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { useNow } from '../../../../ui/moment/use-now.ts';
import { words } from '../words.ts';

interface TimeFieldProps {
  readonly nameId: string;
  readonly name: string;
  /** Seconds since 1970, as they are written. */
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
}

/** Steps from now, in seconds. */
const steps = [0, 900, 3600, 86_400] as const;

/** A time as `<input type="datetime-local">` writes it, in the reader's zone. */
function localText(at: number): string {
  const zone = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - zone).toISOString().slice(0, 19);
}

/** A NumericDate as a date in the reader's zone, with the usual distances from now as buttons. */
export function TimeField({ nameId, name, digits, onDigits }: TimeFieldProps): ReactElement {
  const now = useNow();
  const at = Number(digits) * 1000;
  return (
    <>
      <div className="form-time">
        <input
          type="datetime-local"
          step={1}
          className="field"
          aria-labelledby={nameId}
          value={localText(at)}
          onChange={({ target }) => {
            const chosen = Date.parse(target.value);
            if (chosen >= 0) onDigits(String(Math.floor(chosen / 1000)));
          }}
        />
        {steps.map((step) => (
          <Button
            key={step}
            className="draft-chip"
            aria-label={words.form.stepOf(name, words.form.step[step])}
            onClick={() => onDigits(String(Math.floor(Date.now() / 1000) + step))}
          >
            {words.form.step[step]}
          </Button>
        ))}
      </div>
      <p className="form-when">
        {relativeTime(at / 1000, Math.floor(now / 1000))}{' '}
        <span>{new Date(at).toISOString().slice(0, 19)}Z</span>
      </p>
    </>
  );
}
