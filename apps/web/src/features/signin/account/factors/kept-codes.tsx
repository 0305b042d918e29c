import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { DialogActions } from '../../../../ui/dialog/dialog.tsx';
import { words } from './words.ts';

interface KeptCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, this once. */
export function KeptCodes({ codes, onKept }: KeptCodesProps): ReactElement {
  const { kept } = words;
  return (
    <div className="gate-form">
      <p className="gate-line">{kept.lead}</p>
      <ul className="factor-codes" aria-label={kept.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <DialogActions>
        <CopyButton text={codes.join('\n')} label={kept.copy} done={kept.copied} />
        <Button weight="primary" autoFocus onClick={onKept}>
          {kept.action}
        </Button>
      </DialogActions>
    </div>
  );
}
