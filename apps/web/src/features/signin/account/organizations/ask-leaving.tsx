import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { Dialog, DialogActions } from '../../../../ui/dialog/dialog.tsx';
import { words } from './words.ts';

interface AskLeavingProps {
  /** What people call it. */
  readonly organization: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Says what is lost before the person leaves: by themselves they do not come back. */
export function AskLeaving({ organization, onYes, onClose }: AskLeavingProps): ReactElement {
  const { title, lost, action, cancel } = words.ask;
  return (
    <Dialog title={title(organization)} onClose={onClose}>
      {(close) => (
        <>
          <p className="gate-line">{lost}</p>
          <DialogActions>
            <Button onClick={close}>{cancel}</Button>
            <Button
              weight="primary"
              onClick={() => {
                onYes();
                close();
              }}
            >
              {action}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
