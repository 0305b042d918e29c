import { lazy, memo, type ReactElement, Suspense, useDeferredValue } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import { fetchCode, fetchProfile } from '../fetch-parts.ts';

const ProfilePanel = memo(
  lazy(() => fetchProfile().then(({ ProfilePanel: component }) => ({ default: component }))),
);
const CodePanel = memo(lazy(() => fetchCode().then(({ CodePanel: component }) => ({ default: component }))));

/**
 * What can be asked of a token beyond the first look: below it, so that nothing moves when it arrives, and drawn
 * after it, so that the first look does not wait.
 */
export function MorePanels({ state }: { readonly state: DebuggerState }): ReactElement {
  const drawn = useDeferredValue<DebuggerState | undefined>(state, undefined);
  return (
    <div className="workbench-more">
      {drawn && (
        <>
          <Suspense fallback={null}>
            <ProfilePanel state={drawn} />
          </Suspense>
          <Suspense fallback={null}>
            <CodePanel state={drawn} />
          </Suspense>
        </>
      )}
    </div>
  );
}
