import { lazy, type ReactElement, Suspense } from 'react';
import { fetchProfile } from '../fetch-ahead.ts';
import type { DebuggerState } from '../use-debugger.ts';

const ProfilePanel = lazy(() =>
  fetchProfile().then(({ ProfilePanel: component }) => ({ default: component })),
);

/** What can be asked of a token beyond the first look; below it, so that nothing moves when it arrives. */
export function MorePanels({ state }: { readonly state: DebuggerState }): ReactElement {
  return (
    <div className="workbench-more">
      <Suspense fallback={null}>
        <ProfilePanel state={state} />
      </Suspense>
    </div>
  );
}
