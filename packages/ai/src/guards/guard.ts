import type { GuardedKind } from '@signet/contracts';
import { card } from './card.ts';
import type { Detector } from './detector.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { jwt } from './jwt.ts';
import { phone } from './phone.ts';
import { privateKey } from './private-key.ts';
import { secret } from './secret.ts';
import { Terms } from './terms.ts';

/** Looks into questions, answers or both. */
export interface Guard {
  /** By which it is told of; what it found is told nobody. */
  readonly name: string;
  readonly detectors: readonly Detector[];
  /** Most characters of a question, or of an answer; longer ones are refused, whatever is done with what is found. */
  readonly longest: number | undefined;
  /** Whether the text of an answer is what it must be; asked once that is whole. */
  readonly holdsWhole?: ((text: string) => boolean) | undefined;
  /** What becomes of what it finds: a refusal of the whole, a mask, or a mask that the caller sees undone in the answer. */
  readonly act: 'refuse' | 'mask' | 'restore';
  readonly ofQuestions: boolean;
  readonly ofAnswers: boolean;
}

const detectors: Readonly<Record<GuardedKind, readonly Detector[]>> = {
  card: [card],
  iban: [iban],
  email: [email],
  phone: [phone],
  jwt: [jwt],
  secret: [secret, privateKey],
};

/** Those that find what check digits or their form make sure of come before those that would take a part of it for theirs. */
const order: readonly GuardedKind[] = ['jwt', 'secret', 'iban', 'card', 'email', 'phone'];

/** What looks for these. Terms first: whoever forbids a word forbids it within an address, too. */
export function detectorsOf(kinds: readonly GuardedKind[], terms: readonly string[]): readonly Detector[] {
  const found = order.filter((kind) => kinds.includes(kind)).flatMap((kind) => detectors[kind]);
  return terms.length === 0 ? found : [new Terms(terms), ...found];
}
