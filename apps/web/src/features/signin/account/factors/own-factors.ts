import { type FactorProof, isId, type PasskeyId } from '@signet/contracts';
import { flag, list, type Reader, shape, text, whole } from '../../../../parts/explanation/model/shape.ts';
import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import { type Proof, toSent } from '../../model/proof.ts';
import type { OwnAccount } from '../own-account.ts';

/** What a person shows beside the password; times in milliseconds since 1970. */
export interface Factors {
  readonly authenticator?: { readonly addedAt: number };
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
}

export interface Passkey {
  readonly id: PasskeyId;
  readonly name: string;
  readonly addedAt: number;
  readonly usedAt?: number;
  readonly isSynced: boolean;
}

/** What an app is told. */
export interface Begun {
  readonly enrolment: string;
  readonly secret: string;
  readonly uri: string;
}

export type Read<Value> = { readonly kind: 'read'; readonly value: Value } | Unanswered;

const time = whole(0, 8.64e15);
const passkeyId: Reader<PasskeyId> = (value) => (isId('passkey', value) ? value : undefined);
const readPasskey: Reader<Passkey> = shape<Passkey>(
  { id: passkeyId, name: text(64), addedAt: time, usedAt: time, isSynced: flag },
  ['usedAt'],
);

export const readFactors: Reader<Factors> = shape<Factors>(
  {
    authenticator: shape<{ readonly addedAt: number }>({ addedAt: time }),
    passkeys: list(readPasskey, 64),
    recoveryCodesLeft: whole(0, 100),
  },
  ['authenticator'],
);
const readBegun: Reader<Begun> = shape<Begun>({ enrolment: text(512), secret: text(64), uri: text(1024) });
const readCodes: Reader<{ readonly recoveryCodes: readonly string[] }> = shape({
  recoveryCodes: list(text(32), 10),
});

export type AsPerson = OwnAccount['asPerson'];

export async function listFactors(asPerson: AsPerson): Promise<Read<Factors>> {
  return read(await asPerson((asking) => ask(asking, 'listFactors')), readFactors);
}

export async function beginAuthenticator(asPerson: AsPerson, proof: Proof): Promise<Read<Begun>> {
  return read(
    await proven(asPerson, proof, (asking, sent) => ask(asking, 'beginAuthenticator', sent)),
    readBegun,
  );
}

export async function confirmAuthenticator(
  asPerson: AsPerson,
  given: { readonly enrolment: string; readonly code: string },
): Promise<Read<readonly string[]>> {
  return codesOf(await asPerson((asking) => ask(asking, 'confirmAuthenticator', given)));
}

export async function removeAuthenticator(asPerson: AsPerson, proof: Proof): Promise<Read<Factors>> {
  return read(
    await proven(asPerson, proof, (asking, sent) => ask(asking, 'removeAuthenticator', sent)),
    readFactors,
  );
}

export async function renewCodes(asPerson: AsPerson, proof: Proof): Promise<Read<readonly string[]>> {
  return codesOf(await proven(asPerson, proof, (asking, sent) => ask(asking, 'replaceRecoveryCodes', sent)));
}

/** With the cookies by which this browser is known: the device of the person, and the one that was asked for a passkey. */
export function proven<Answer extends { readonly kind: string }>(
  asPerson: AsPerson,
  proof: Proof,
  call: (asking: Asking, sent: FactorProof) => Promise<Answer | Unanswered>,
): Promise<Answer | Unanswered> {
  return asPerson(async (asking) => call({ ...asking, keepsCookies: true }, await toSent(asking, proof)));
}

type Asking = Parameters<Parameters<AsPerson>[0]>[0] & { readonly keepsCookies: true };

export type BegunOrNot = Read<Begun>;

export function readBegunAnswer(answer: Answer): BegunOrNot {
  return read(answer, readBegun);
}

type Answer = { readonly kind: 'answered'; readonly body: unknown } | Unanswered;

function codesOf(answer: Answer): Read<readonly string[]> {
  const codes = read(answer, readCodes);
  return codes.kind === 'read' ? { kind: 'read', value: codes.value.recoveryCodes } : codes;
}

/** What is none of Signet's answers is nobody's. */
export function read<Value>(answer: Answer, reader: Reader<Value>): Read<Value> {
  if (answer.kind !== 'answered') return answer;
  const value = reader(answer.body);
  return value === undefined ? { kind: 'nobody' } : { kind: 'read', value };
}
