import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { type Ways, waysAsked } from '../../factor/ways.ts';
import type { Asking } from '../../mailed/use-asking.ts';
import type { Proof } from '../../model/proof.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { OwnerField } from '../../parts/owner-field.tsx';
import { textOf } from '../../parts/text-of.ts';
import { BesidePassword } from '../factors/beside-password.tsx';
import { words as factorWords } from '../factors/words.ts';
import { FirstFields, firstOf } from '../providers/proof-means.tsx';
import { words } from './words.ts';

interface PanelFormProps {
  readonly username: string;
  readonly action: string;
  readonly asking: Pick<Asking<unknown>, 'fault' | 'isBusy' | 'wait'>;
  /** The field of what is to be changed, by name, and what it says while it is empty. */
  readonly field?: {
    readonly name: string;
    show(fault: string | undefined): ReactElement;
    /** Said where nothing of use was typed. */
    readonly missing: string;
    readonly fits?: (value: string) => boolean;
  };
  readonly children?: ReactNode;
  readonly onGiven: (given: { readonly value: string; readonly proof: Proof }, form: HTMLFormElement) => void;
  readonly onCancel: () => void;
}

/** Something new, and what allows it: the password of now and, once the server asks for one, a code. */
export function PanelForm(props: PanelFormProps): ReactElement {
  const { username, action, asking, field, children, onGiven, onCancel } = props;
  const { fault, isBusy, wait } = asking;
  const faultId = useId();
  const [missing, setMissing] = useState<{
    readonly value?: string;
    readonly password?: string;
    readonly code?: string;
  }>({});
  const [ways, setWays] = useState<Ways>();
  const asksCode = ways !== undefined;
  const waysNow = fault && waysAsked(fault);
  if (waysNow !== undefined && waysNow !== ways) setWays(waysNow);
  // The field that appears says it.
  const isQuestion = fault?.kind === 'refused' && fault.refusal.known === 'second_factor_required';
  const give = (form: HTMLFormElement, byPasskey: boolean): void => {
    const value = field === undefined ? '' : textOf(form, field.name);
    const shown = firstOf(form);
    const code = textOf(form, 'code').trim();
    const lacks = {
      ...(field !== undefined && isNothing(value.trim(), field) && { value: field.missing }),
      // A passkey proves all by itself.
      ...(shown === undefined && !byPasskey && { password: words.nowMissing }),
      ...(asksCode && !byPasskey && code === '' && { code: factorWords.prove.codeMissing }),
    };
    setMissing(lacks);
    const first = 'value' in lacks ? field?.name : Object.keys(lacks)[0];
    const second = byPasskey ? { byPasskey } : asksCode ? { code } : {};
    if (first === undefined) onGiven({ value, proof: { ...shown, ...second } }, form);
    else form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    give(event.currentTarget, false);
  };
  return (
    <form className="gate-form account-form" method="post" noValidate onSubmit={submit}>
      <OwnerField username={username} />
      <FaultNote id={faultId} fault={isQuestion ? undefined : fault} wait={wait} />
      <FirstFields label={words.now} missing={missing.password} fault={fault} />
      {ways !== undefined && (
        <BesidePassword
          ways={ways}
          autoFocus
          isBusy={isBusy || wait > 0}
          fault={missing.code}
          onPasskey={(form) => give(form, true)}
        />
      )}
      {field?.show(missing.value)}
      {children}
      <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
        {isBusy ? words.busy : action}
      </Button>
      <Button className="gate-other" onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}

function isNothing(value: string, { fits }: Pick<NonNullable<PanelFormProps['field']>, 'fits'>): boolean {
  return value === '' || fits?.(value) === false;
}
