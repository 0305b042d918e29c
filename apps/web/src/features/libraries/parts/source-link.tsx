import type { ReactElement, ReactNode } from 'react';

interface SourceLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** Leads to where a claim can be read; the other site is told nothing of this one. */
export function SourceLink(props: SourceLinkProps): ReactElement {
  return <a {...props} target="_blank" rel="noreferrer" />;
}
