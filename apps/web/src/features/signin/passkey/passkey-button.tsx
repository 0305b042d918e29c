import type { ReactElement } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import type { PasskeyWork } from './use-passkey.ts';
import { words } from './words.ts';

interface PasskeyButtonProps {
  readonly work: PasskeyWork;
  readonly label: string;
  readonly isBusy: boolean;
  readonly weight?: 'primary';
}

/** Asks for a passkey, and says when that came to nothing; nothing where the browser cannot. */
export function PasskeyButton({ work, label, isBusy, weight }: PasskeyButtonProps): ReactElement | null {
  if (!work.isOffered) return null;
  return (
    <>
      <Button
        className={weight === undefined ? 'gate-way' : 'gate-action'}
        {...(weight !== undefined && { weight, autoFocus: true })}
        aria-disabled={isBusy}
        onClick={() => !isBusy && work.start()}
      >
        {label}
      </Button>
      <p className={work.isLeft ? 'gate-line' : 'visually-hidden'} role="status">
        {work.isLeft && words.none}
      </p>
    </>
  );
}
