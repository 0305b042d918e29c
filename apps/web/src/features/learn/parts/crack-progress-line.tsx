import type { ReactElement } from 'react';
import type { CrackState } from '../use-crack.ts';
import { words } from '../words/words.ts';

const count = new Intl.NumberFormat('en');

function sentence(state: CrackState): string {
  const { crack } = words;
  switch (state.kind) {
    case 'idle':
      return crack.ready(count.format(state.total));
    case 'searching':
      return crack.progress(count.format(state.tried), count.format(state.total));
    case 'found':
      return crack.found(state.secret, count.format(state.tried));
    case 'not-found':
      return crack.notFound(count.format(state.total));
    case 'cancelled':
      return crack.cancelled(count.format(state.tried));
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
