import { type ReactElement, useId } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { words } from '../words.ts';
import { Card } from './card.tsx';
import { FaultNote } from './fault-note.tsx';

interface UnreachedCardProps {
  readonly fault: Unanswered;
  readonly onAgain: () => void;
}

/** The server could not say what this screen is to show. */
export function UnreachedCard({ fault, onAgain }: UnreachedCardProps): ReactElement {
  return (
    <Card title={words.fault.title} isTold>
      <FaultNote id={useId()} fault={fault} wait={0} />
      <Button weight="primary" className="gate-action" onClick={onAgain}>
        {words.fault.again}
      </Button>
    </Card>
  );
}
