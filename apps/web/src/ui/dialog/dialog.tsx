import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  /** What stands below the title; told how to close. */
  readonly children: (close: () => void) => ReactNode;
}

const typedInto = ':is(input[type=text], input[type=password], input[type=email]):not([tabindex="-1"])';

/** A window above the page for as long as it is rendered. It keeps the focus and gives it back; Escape closes it. */
export function Dialog({ title, className = '', onClose, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // `autoFocus` comes too early for it: before the dialog is shown, nothing in it can have the focus.
    dialog.current?.querySelector<HTMLInputElement>(typedInto)?.focus();
  }, []);
  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-labelledby={titleId} onClose={onClose}>
      <h2 className="dialog-title" id={titleId}>
        {title}
      </h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}

/** The buttons at the foot of a dialog, the one that goes on last. */
export function DialogActions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="dialog-actions">{children}</div>;
}
