import type { ReactElement } from 'react';
import { words } from '../words.ts';

/** The outline of a screen whose content is on its way. */
export function SkeletonCard(): ReactElement {
  return (
    <section className="gate-card" aria-busy="true">
      <p className="visually-hidden" role="status">
        {words.loading}
      </p>
      <div className="gate-bone gate-bone-title" />
      <div className="gate-bone" />
      <div className="gate-bone gate-bone-field" />
      <div className="gate-bone gate-bone-field" />
    </section>
  );
}
