import { type ReactElement, useMemo } from 'react';
import { useLatest } from '../latest/use-latest.ts';
import { Segments } from './segments.tsx';

interface ChoiceProps<Value extends string> {
  /** What is chosen, for screen readers. */
  readonly label?: string;
  /** Or the element that says it. */
  readonly labelledBy?: string;
  readonly options: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One of a few, side by side. It is drawn anew only when what it shows changes, as much of a page redraws around it. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactElement {
  const { label, labelledBy, options, names, value, onChoose, disabled = false, className = '' } = props;
  const choose = useLatest(onChoose);
  // As one text, which stays the same as long as the words do.
  const labels = options.map((option) => names[option]).join('\n');
  return useMemo(() => {
    const texts = labels.split('\n');
    return (
      <Segments
        label={label}
        labelledBy={labelledBy}
        segments={options.map((option, index) => ({ value: option, label: texts[index] ?? option }))}
        value={value}
        onChoose={choose}
        disabled={disabled}
        className={className}
      />
    );
  }, [label, labelledBy, value, disabled, className, options, labels, choose]);
}
