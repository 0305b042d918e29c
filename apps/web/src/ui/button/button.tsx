import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { Hint } from '../hint/hint.tsx';
import './button.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** The one thing to do on the screen is `primary`; everything else is `quiet`. */
  readonly weight?: 'primary' | 'quiet';
}

/** A button with a word. */
export function Button({ weight = 'quiet', className = '', ...rest }: ButtonProps): ReactElement {
  return <button type="button" className={`button button-${weight} ${className}`} {...rest} />;
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** What it does; its name for screen readers and its hint. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** A square button with an icon; its name shows on hover and focus. */
export function IconButton({ label, icon, ...rest }: IconButtonProps): ReactElement {
  return (
    <Hint text={label}>
      <button type="button" className="button button-quiet button-icon" aria-label={label} {...rest}>
        {icon}
      </button>
    </Hint>
  );
}
