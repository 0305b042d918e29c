import type { Icon } from '@tabler/icons-react';
import { type ComponentPropsWithRef, type ReactElement, useMemo } from 'react';
import { Hint } from '../hint/hint.tsx';
import { useLatest } from '../latest/use-latest.ts';
import './button.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** The one thing to do on the screen is `primary`; everything else is `quiet`. */
  readonly weight?: 'primary' | 'quiet';
}

/** A button with a word. */
export function Button({ weight = 'quiet', className = '', ...rest }: ButtonProps): ReactElement {
  return <button type="button" className={`button button-${weight} ${className}`} {...rest} />;
}

interface IconButtonProps {
  /** What it does; its name for screen readers and its hint. */
  readonly label: string;
  readonly icon: Icon;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/**
 * A square button with an icon; its name shows on hover and focus. It is drawn anew only when it looks different, as
 * much of a page redraws around it.
 */
export function IconButton({ label, icon: Shape, disabled = false, onClick }: IconButtonProps): ReactElement {
  const press = useLatest(onClick);
  return useMemo(
    () => (
      <Hint text={label}>
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label={label}
          disabled={disabled}
          onClick={press}
        >
          <Shape size={16} stroke={1.75} aria-hidden />
        </button>
      </Hint>
    ),
    [label, Shape, disabled, press],
  );
}
