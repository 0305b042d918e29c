import { type ReactElement, type ReactNode, useId } from 'react';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

interface SegmentsProps<Value extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string | undefined;
  /** Or the element that says it. */
  readonly labelledBy?: string | undefined;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** The browser's own radio buttons, drawn as one bar. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): ReactElement {
  const { label, labelledBy, segments, value: chosen, onChoose, disabled = false, className = '' } = props;
  const name = useId();
  return (
    <div className={`choice ${className}`} role="radiogroup" aria-label={label} aria-labelledby={labelledBy}>
      {segments.map(({ value, label: said }) => (
        <label key={value} className="choice-segment">
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            disabled={disabled}
            onChange={() => onChoose(value)}
          />
          {said}
        </label>
      ))}
    </div>
  );
}
