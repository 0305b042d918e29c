import type { ReactElement } from 'react';
import { KeptCodes } from '../account/factors/kept-codes.tsx';
import { words } from '../account/factors/words.ts';
import { Card } from '../parts/card.tsx';
import '../account/factors/factors.css';

export interface CodesCardProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes of an app that was added on the way in; nobody goes on before they are kept. */
export function CodesCard(props: CodesCardProps): ReactElement {
  return (
    <Card title={words.kept.title}>
      <KeptCodes {...props} />
    </Card>
  );
}
