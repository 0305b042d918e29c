import type { ReactElement, ReactNode } from 'react';
import { Card } from './card.tsx';

interface MessageCardProps {
  readonly title: ReactNode;
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}

/** A screen that says something, and at most leads on. */
export function MessageCard({ title, lines, children }: MessageCardProps): ReactElement {
  return (
    <Card title={title} isTold>
      {lines.map((line) => (
        <p className="gate-line" key={line}>
          {line}
        </p>
      ))}
      {children}
    </Card>
  );
}
