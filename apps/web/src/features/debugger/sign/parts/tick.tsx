import type { ReactElement } from 'react';

interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTick: (isOn: boolean) => void;
}

/** A choice of yes or no in a row of choices. */
export function Tick({ label, isOn, onTick }: TickProps): ReactElement {
  return (
    <label className="tick tick-inline">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onTick(target.checked)} />
      {label}
    </label>
  );
}
