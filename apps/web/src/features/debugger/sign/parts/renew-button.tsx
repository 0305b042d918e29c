import { IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';

interface RenewButtonProps {
  readonly label: string;
  readonly onRenew: () => void;
}

/** Makes another key. */
export function RenewButton({ label, onRenew }: RenewButtonProps): ReactElement {
  return (
    <Button onClick={onRenew}>
      <IconRefresh size={15} stroke={1.75} aria-hidden />
      {label}
    </Button>
  );
}
