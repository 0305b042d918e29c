import { type FormEvent, lazy, type ReactElement, Suspense, useId, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { DialogActions } from '../../../../ui/dialog/dialog.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import { FaultNote } from '../../parts/fault-note.tsx';
import { textOf } from '../../parts/text-of.ts';
import { useWait } from '../../parts/use-wait.ts';
import type { Begun } from './own-factors.ts';
import { words } from './words.ts';

/** Loaded by who adds an app, and nobody else. */
const QrPicture = lazy(async () => ({ default: (await import('./qr-picture.tsx')).QrPicture }));

interface ScanFormProps {
  readonly begun: Begun;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onCode: (code: string) => void;
  readonly onCancel: () => void;
}

/** Tells an app, by picture or by hand, and asks for its first code. */
export function ScanForm({ begun, fault, isBusy, onCode, onCancel }: ScanFormProps): ReactElement {
  const { scan } = words;
  const faultId = useId();
  const wait = useWait(fault);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = textOf(event.currentTarget, 'code').trim();
    setMissing(code === '');
    if (code === '') event.currentTarget.querySelector<HTMLInputElement>('[name=code]')?.focus();
    else if (!isBusy && wait === 0) onCode(code);
  };
  return (
    <form className="gate-form" method="post" noValidate onSubmit={submit}>
      <p className="gate-line">{scan.lead}</p>
      <Suspense fallback={<div className="factor-picture" />}>
        <QrPicture text={begun.uri} label={scan.picture} />
      </Suspense>
      <div>
        <p className="gate-line">{scan.byHand}</p>
        <p className="factor-key">
          <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
          <CopyButton text={begun.secret} label={scan.copy} done={scan.copied} />
        </p>
      </div>
      <FaultNote id={faultId} fault={fault} wait={wait} />
      <LabelledField
        label={scan.code}
        name="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={16}
        autoFocus
        fault={isMissing ? scan.codeMissing : undefined}
        describedBy={fault === undefined ? undefined : faultId}
      />
      <DialogActions>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" weight="primary" aria-disabled={isBusy || wait > 0}>
          {isBusy ? words.busy : scan.action}
        </Button>
      </DialogActions>
    </form>
  );
}
