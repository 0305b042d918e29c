import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';

interface CardProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** The title takes the focus, where no field of the screen does: readers of the screen hear that it changed. */
  readonly isTold?: boolean;
  readonly children: ReactNode;
}

/** One screen: what it is, where it leads, and what there is to do. */
export function Card({ title, lead, isTold = false, children }: CardProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isTold) heading.current?.focus();
  }, [isTold]);
  return (
    <section className="gate-card" aria-labelledby={titleId}>
      <h1 className="gate-title" id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="gate-lead">{lead}</p>}
      {children}
    </section>
  );
}
