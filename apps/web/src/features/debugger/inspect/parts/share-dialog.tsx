import { IconShare2 } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { IconButton } from '../../../../ui/button/button.tsx';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { fetchLink, fetchShare } from '../fetch-parts.ts';
import { words } from '../words.ts';
import './share-dialog.css';

const Warning = lazy(() => fetchShare().then(({ ShareWarning: component }) => ({ default: component })));

/** Whether a link may be made: not of a private key that stands in the token's place, and not before that is known. */
function useShareable({ empty, token }: DebuggerState): boolean {
  const [judged, setJudged] = useState<{ readonly token: string; readonly isPrivate: boolean }>();
  useEffect(() => {
    let isCurrent = true;
    void fetchLink().then(({ isPrivateKey }) => {
      if (isCurrent) setJudged({ token, isPrivate: isPrivateKey(token) });
    });
    return () => {
      isCurrent = false;
    };
  }, [token]);
  return !empty && judged?.token === token && !judged.isPrivate;
}

/** Makes a link to what is shown, after saying what the link gives away. */
export function ShareDialog({ state }: { readonly state: DebuggerState }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const isShareable = useShareable(state);
  return (
    <>
      <IconButton
        label={words.share.open}
        icon={IconShare2}
        disabled={!isShareable}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Dialog title={words.share.title} onClose={() => setOpen(false)}>
          {(close) => (
            <Suspense fallback={null}>
              <Warning state={state} onDone={close} />
            </Suspense>
          )}
        </Dialog>
      )}
    </>
  );
}
