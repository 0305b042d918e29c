import { IconShare2 } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Button, IconButton } from '../../../../ui/button/button.tsx';
import { Dialog, DialogActions } from '../../../../ui/dialog/dialog.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { isPrivateKey, makeLink, publicText } from '../model/link.ts';
import { words } from '../words.ts';
import './share-dialog.css';

function linkTo(state: DebuggerState): string {
  const { chosen } = state.evaluation;
  const { parsed } = state.dissection;
  const page = location.origin + location.pathname;
  const key = state.keyDescription?.publicHalf ?? state.key;
  return makeLink(page, {
    token: parsed.token + (parsed.tail ?? ''),
    key,
    ...(chosen !== undefined && { at: chosen }),
  });
}

/** What will become of the key. */
function aboutKey({ key, keyDescription }: DebuggerState): string {
  if (key.trim() === '') return words.share.noKey;
  if (publicText(key) !== undefined) return words.share.publicKey;
  return keyDescription?.publicHalf === undefined ? words.share.secretStays : words.share.privateStays;
}

interface WarningProps {
  readonly state: DebuggerState;
  readonly onDone: () => void;
}

function Warning({ state, onDone }: WarningProps): ReactElement {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(linkTo(state)).then(() => setCopied(true));
  };
  return (
    <>
      <p>{words.share.warning}</p>
      <ul className="share-list">
        <li>{words.share.token}</li>
        <li>{aboutKey(state)}</li>
      </ul>
      <DialogActions>
        <Button onClick={onDone}>{words.share.close}</Button>
        <Button weight="primary" onClick={copy}>
          {copied ? words.copied : words.share.copy}
        </Button>
      </DialogActions>
    </>
  );
}

/** Makes a link to what is shown, after saying what the link gives away. */
export function ShareDialog({ state }: { readonly state: DebuggerState }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={words.share.open}
        icon={IconShare2}
        disabled={state.empty || isPrivateKey(state.token)}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Dialog title={words.share.title} onClose={() => setOpen(false)}>
          {(close) => <Warning state={state} onDone={close} />}
        </Dialog>
      )}
    </>
  );
}
