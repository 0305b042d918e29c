import type { ReactElement } from 'react';
import { ToneIcon } from '../../../../ui/verdict/tone-icon.tsx';
import type { DraftPart } from '../model/sign-draft.ts';
import type { DraftState } from '../use-draft.ts';

interface FaultProps {
  readonly state: DraftState;
  readonly part: DraftPart;
}

/** What keeps this part from becoming a token. */
export function Fault({ state: { made }, part }: FaultProps): ReactElement | null {
  if (made?.kind !== 'refused' || made.part !== part) return null;
  return (
    <p className="draft-fault tone-refused" role="alert">
      <ToneIcon tone="refused" size={16} />
      {made.sentence}
    </p>
  );
}
