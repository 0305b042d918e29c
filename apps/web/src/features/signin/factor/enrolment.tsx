import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import type { Begun, BegunOrNot } from '../account/factors/own-factors.ts';
import { ScanForm } from '../account/factors/scan-form.tsx';
import { Card } from '../parts/card.tsx';
import { SkeletonCard } from '../parts/skeleton-card.tsx';
import { UnreachedCard } from '../parts/unreached-card.tsx';
import { words } from './enrolment-words.ts';
import '../account/factors/factors.css';

export interface EnrolmentProps {
  readonly begin: () => Promise<BegunOrNot>;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onCode: (given: { readonly enrolment: string; readonly code: string }) => void;
  readonly onBack: () => void;
}

/** Adds an authenticator app for who is signed in only with one. */
export function Enrolment({ begin, fault, isBusy, onCode, onBack }: EnrolmentProps): ReactElement {
  const [begun, setBegun] = useState<Begun>();
  const [unreached, setUnreached] = useState<Unanswered>();
  const start = async (): Promise<void> => {
    setUnreached(undefined);
    const answer = await begin();
    if (answer.kind === 'read') setBegun(answer.value);
    else setUnreached(answer);
  };
  const startOnce = useEffectEvent(() => void start());
  useEffect(() => startOnce(), []);
  if (unreached !== undefined) return <UnreachedCard fault={unreached} onAgain={() => void start()} />;
  if (begun === undefined) return <SkeletonCard />;
  return (
    <Card title={words.title} lead={words.lead}>
      <ScanForm
        begun={begun}
        fault={fault}
        isBusy={isBusy}
        onCode={(code) => onCode({ enrolment: begun.enrolment, code })}
        onCancel={onBack}
      />
    </Card>
  );
}
