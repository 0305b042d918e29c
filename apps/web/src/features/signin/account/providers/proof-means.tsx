import { type Context, createContext, type ReactElement, useContext, useId, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import { Button } from '../../../../ui/button/button.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import type { Proof } from '../../model/proof.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { Named } from '../../parts/named.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { textOf } from '../../parts/text-of.ts';
import { words } from './words.ts';

/** What whoever has no password shows in its place. */
export interface ProofMeans {
  /** Those that sign this person in. */
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  /** They have just come back from one of them, for this. */
  readonly isProven: boolean;
  readonly canMail: boolean;
  readonly sendMail: () => Promise<{ readonly kind: 'done'; readonly id: string } | Unanswered>;
  readonly goTo: (provider: string) => Promise<Unanswered | undefined>;
}

/** Absent of whoever has a password. */
export const ProofMeansContext: Context<ProofMeans | undefined> = createContext<ProofMeans | undefined>(
  undefined,
);

interface FirstFieldsProps {
  readonly label: string;
  /** What is said of what is missing. */
  readonly missing: string | undefined;
  /** What was tried last. */
  readonly fault: Unanswered | undefined;
}

/** The first of what proves a change: the password, or what is in its place. */
export function FirstFields({ label, missing, fault }: FirstFieldsProps): ReactElement {
  const means = useContext(ProofMeansContext);
  if (means !== undefined)
    return <WithoutPassword means={means} isMissing={missing !== undefined} fault={fault} />;
  return (
    <PasswordField label={label} name="password" autoComplete="current-password" autoFocus fault={missing} />
  );
}

/** What the form holds of it; nothing where it is left empty. */
export function firstOf(form: HTMLFormElement): Proof | undefined {
  const [password, id] = [textOf(form, 'password'), textOf(form, 'mail-id')];
  const code = textOf(form, 'mail-code').trim();
  if (password !== '') return { password };
  if (textOf(form, 'proven') !== '') return { byProvider: true };
  return id === '' || code === '' ? undefined : { mail: { id, code } };
}

interface WithoutPasswordProps {
  readonly means: ProofMeans;
  readonly isMissing: boolean;
  readonly fault: Unanswered | undefined;
}

function WithoutPassword({ means, isMissing, fault }: WithoutPasswordProps): ReactElement {
  const [mail, setMail] = useState<string>();
  const [failed, setFailed] = useState<Unanswered>();
  const faultId = useId();
  const isOver = fault?.kind === 'refused' && fault.refusal.known === 'proof_over';
  if (means.isProven && !isOver) {
    return (
      <>
        <input type="hidden" name="proven" value="yes" />
        <p className="gate-line">{words.proof.proven}</p>
      </>
    );
  }
  const send = async (): Promise<void> => {
    const answer = await means.sendMail();
    setFailed(answer.kind === 'done' ? undefined : answer);
    if (answer.kind === 'done') setMail(answer.id);
  };
  const canDo = means.canMail || means.providers.length > 0;
  return (
    <>
      <p className="gate-line">{canDo ? words.proof.lead : words.proof.none}</p>
      <FaultNote id={faultId} fault={failed} wait={0} />
      {mail !== undefined && (
        <>
          <input type="hidden" name="mail-id" value={mail} />
          <LabelledField
            label={words.proof.code}
            name="mail-code"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={16}
            autoFocus
            fault={isMissing ? words.proof.codeMissing : undefined}
          />
        </>
      )}
      {means.canMail && (
        <Button className="account-button" onClick={() => void send()}>
          {mail === undefined ? words.proof.mail : words.proof.mailAgain}
        </Button>
      )}
      {means.providers.map(({ provider, name }) => (
        <Button
          key={provider}
          className="account-button"
          onClick={() => void means.goTo(provider).then((told) => setFailed(told))}
        >
          <span>
            <Named text={words.proof.signIn(name)} name={name} />
          </span>
        </Button>
      ))}
    </>
  );
}
