import type { ReactElement, ReactNode } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import type { Caption } from '../words/attacks.ts';

interface StepFrameProps {
  readonly caption: Caption;
  readonly children: ReactNode;
}

/** A numbered step: what is done, why, and what came out. */
export function StepFrame({ caption: { title, text }, children }: StepFrameProps): ReactElement {
  return (
    <li className="attack-step">
      <h2>{title}</h2>
      <p>
        <Prose text={text} />
      </p>
      {children}
    </li>
  );
}
