import type { ReactElement } from 'react';
import { formatNumber } from '../../../ui/language/figures.ts';
import type { CrackState } from '../use-crack.ts';
import { words } from '../words/words.ts';

function sentence(state: CrackState): string {
  const { crack } = words;
  switch (state.kind) {
    case 'idle':
      return crack.ready(formatNumber(state.total));
    case 'searching':
      return crack.progress(formatNumber(state.tried), formatNumber(state.total));
    case 'found':
      return crack.found(state.secret, formatNumber(state.tried));
    case 'not-found':
      return crack.notFound(formatNumber(state.total));
    case 'cancelled':
      return crack.cancelled(formatNumber(state.tried));
    case 'failed':
      return words.failed;
  }
}

/** How far the search is; its end is announced, its way is not. */
export function CrackProgressLine({ state }: { readonly state: CrackState }): ReactElement {
  return (
    <>
      <progress
        className="crack-progress"
        aria-label={words.crack.progressLabel}
        value={state.tried}
        max={state.total}
      />
      <p className="crack-says" role={state.kind === 'searching' ? undefined : 'status'}>
        {sentence(state)}
      </p>
    </>
  );
}
