import { type FormEvent, type ReactElement, useEffect, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { useAsking } from '../mailed/use-asking.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { CodeInput } from './code-input.tsx';
import { typeCode } from './type-code.ts';
import { isWhole, shownCode } from './user-code.ts';
import { words } from './words.ts';
import './device.css';

/** Where a person types the code that a device shows (RFC 8628 §3.3). A code that an address brings waits for their yes. */
export function DeviceScreen({ site }: { readonly site: Site }): ReactElement {
  const faultId = useId();
  const [code, setCode] = useState(() =>
    shownCode(new URLSearchParams(location.search).get('user_code') ?? ''),
  );
  const [isMissing, setMissing] = useState(false);
  const { done, fault, isBusy, wait, start } = useAsking<{
    readonly kind: 'done';
    readonly address: string;
  }>();
  useEffect(() => {
    if (done !== undefined) site.go(done.address);
  }, [done, site]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setMissing(!isWhole(code));
    if (isWhole(code)) start(() => typeCode(site, code));
    else event.currentTarget.querySelector('input')?.focus();
  };
  const isUnderWay = isBusy || done !== undefined;
  return (
    <Card title={words.title} lead={words.lead}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        <CodeInput
          code={code}
          onCode={(next) => {
            setCode(next);
            setMissing(false);
          }}
          fault={isMissing ? words.missing : undefined}
          describedBy={fault === undefined ? undefined : faultId}
        />
        <p className="gate-line">{words.warning}</p>
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isUnderWay || wait > 0}>
          {isUnderWay ? words.busy : words.action}
        </Button>
      </form>
    </Card>
  );
}
