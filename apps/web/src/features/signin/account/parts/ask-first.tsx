import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { Dialog, DialogActions } from '../../../../ui/dialog/dialog.tsx';

interface AskFirstProps {
  readonly title: string;
  /** What is gone for good if they go on. */
  readonly lost: string;
  readonly action: string;
  readonly cancel: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Says what is lost before something is done that the person cannot take back. */
export function AskFirst({ title, lost, action, cancel, onYes, onClose }: AskFirstProps): ReactElement {
  return (
    <Dialog title={title} onClose={onClose}>
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
