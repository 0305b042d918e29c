import { IconExclamationCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { RefusalText } from '../../../parts/explanation/model/read-refusal.ts';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { words } from '../words.ts';
import { useSpeech } from './use-speech.ts';
import { clockTime, waitOf } from './use-wait.ts';

interface FaultNoteProps {
  readonly id: string;
  readonly fault: Unanswered | undefined;
  /** Seconds until it is worth another try. */
  readonly wait: number;
}

/** Why it did not work and what to do, announced when it comes. What counts down is not announced, its end is. */
export function FaultNote({ id, fault, wait }: FaultNoteProps): ReactElement {
  const speak = useSpeech();
  const said = fault === undefined ? undefined : sayFault(fault, speak);
  const waits = waitOf(fault) > 0;
  return (
    <div className={said === undefined ? 'visually-hidden' : 'gate-fault tone-refused'}>
      {said !== undefined && <IconExclamationCircle className="gate-fault-icon" size={18} aria-hidden />}
      <div>
        <div id={id} role="alert">
          {said !== undefined && <SaidText said={said} />}
        </div>
        {waits && wait > 0 && (
          <p className="gate-wait" aria-hidden="true">
            {words.wait.left(clockTime(wait))}
          </p>
        )}
        <p className="gate-wait" role="status">
          {waits && wait === 0 && words.wait.over}
        </p>
      </div>
    </div>
  );
}

interface Said {
  readonly sentence: string;
  readonly more: readonly string[];
}

function SaidText({ said }: { readonly said: Said }): ReactElement {
  return (
    <>
      <p className="gate-fault-sentence">{said.sentence}</p>
      {said.more.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function sayFault(
  fault: Unanswered,
  speak: ((refusal: RefusalText) => RefusalText) | undefined,
): Said | undefined {
  if (fault.kind === 'nobody') {
    return { sentence: navigator.onLine ? words.fault.nobody : words.fault.offline, more: [] };
  }
  const { refusal } = fault;
  if (isImpossibleName(refusal)) return { sentence: words.signIn.usernameForm, more: [] };
  const said = speak?.(refusal);
  return said && { sentence: said.sentence ?? '', more: adviceOf(said) };
}

/** A name that no account can have, as the server read it. */
export function isImpossibleName({ known, values }: RefusalText): boolean {
  return known === 'request_invalid' && values?.['member'] === 'username';
}

/** What a person can do about it; what only whoever runs the server could, they are given the reference of. */
function adviceOf({ known, fix, reference }: RefusalText): readonly string[] {
  if (known === 'login_throttled') return [words.wait.why];
  const isOurs = known !== undefined && ofPerson.has(known);
  const lines = [fix, isOurs || reference === undefined ? undefined : words.fault.reference(reference)];
  return lines.filter((line) => line !== undefined);
}

const ofPerson: ReadonlySet<string> = new Set([
  'credentials_invalid',
  'account_disabled',
  'password_change_required',
  'password_too_weak',
  'second_factor_required',
  'second_factor_wrong',
  'passkey_refused',
  'passkey_not_added',
  'passkey_not_removed',
  'passkey_unknown',
  'second_factor_throttled',
  'factor_exists',
  'factor_unknown',
  'factor_enrolment_required',
  'factor_enrolment_over',
  'session_ended',
  'link_unusable',
  'email_taken',
  'mail_throttled',
  'account_exists',
  'registration_closed',
  'registration_throttled',
  'user_code_unknown',
  'user_code_throttled',
  'email_sign_in_off',
  'email_sign_in_wrong',
  'email_sign_in_over',
  'provider_link_refused',
  'proof_over',
  'administrator_needed',
  'provider_unknown',
  'provider_sign_in_over',
  'provider_account_missing',
  'organization_not_allowed',
]);
