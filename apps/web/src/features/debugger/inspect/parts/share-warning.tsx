import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { DialogActions } from '../../../../ui/dialog/dialog.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { makeLink, publicText } from '../model/link.ts';
import { words } from '../words.ts';

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

interface ShareWarningProps {
  readonly state: DebuggerState;
  readonly onDone: () => void;
}

/** Says what a link gives away, and copies it. */
export function ShareWarning({ state, onDone }: ShareWarningProps): ReactElement {
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
