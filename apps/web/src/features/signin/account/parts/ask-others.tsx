import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { Dialog, DialogActions } from '../../../../ui/dialog/dialog.tsx';
import { words } from '../words.ts';

interface AskOthersProps {
  readonly count: number;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Says what is lost before all other devices are signed out: that cannot be taken back. */
export function AskOthers({ count, onYes, onClose }: AskOthersProps): ReactElement {
  const { title, lost, action, cancel } = words.ask;
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <>
          <p className="gate-line">{lost(count)}</p>
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
