import { type Refused, refused } from '../verdict/verdict.ts';
import type { VerdictCode } from '../verdict/verdict-code.ts';
import type { Serialisation } from './serialised-token.ts';

/** Why a token cannot be written in another way. No code of the wire: nothing is decided about access here. */
export type ConversionCode = VerdictCode | 'conversion_impossible';

interface Reason {
  readonly sentence: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix: string;
  readonly rule: string;
  readonly member?: string;
}

function impossible(reason: Reason): Refused<ConversionCode> {
  return refused({ code: 'conversion_impossible', ...reason });
}

/** `what` is in the plural, such as `signatures`. */
export function holdsSeveral(what: string, count: number, to: Serialisation): Refused<ConversionCode> {
  return impossible({
    sentence: `The ${to} serialisation has room for one of the ${count} ${what} of this token.`,
    expected: `a token with one of them, or the number of the one to keep (1 to ${count})`,
    actual: `${count} ${what}`,
    fix: 'Say which one to keep, or write the token in the general serialisation.',
    rule: to === 'compact' ? 'RFC 7515 §7.1, RFC 7516 §7.1' : 'RFC 7515 §7.2.2, RFC 7516 §7.2.2',
  });
}

export function noSuchEntry(what: string, asked: number, count: number): Refused<ConversionCode> {
  return impossible({
    sentence: `The token has no such entry among its ${what}.`,
    expected: `a number from 1 to ${count}`,
    actual: String(asked),
    fix: 'Count from 1, in the order of the token.',
    rule: 'RFC 7515 §7.2.1, RFC 7516 §7.2.1',
  });
}

export function outsideProtection(members: readonly string[]): Refused<ConversionCode> {
  return impossible({
    sentence: 'The compact serialisation holds protected headers only, and this token has another.',
    expected: 'every header parameter in the protected header',
    actual: `not protected: ${members.join(', ') || 'an empty header'}`,
    fix: 'Have the issuer protect them, or write the token in the flattened serialisation.',
    rule: 'RFC 7515 §7.1, RFC 7516 §7.1',
    member: 'header',
  });
}

export function authenticatesMore(): Refused<ConversionCode> {
  return impossible({
    sentence: 'The compact serialisation has no place for additional authenticated data.',
    expected: 'a token without aad',
    actual: 'a token with aad',
    fix: 'Write the token in the flattened serialisation.',
    rule: 'RFC 7516 §7.1',
    member: 'aad',
  });
}

/** RFC 7797 §5.2: printable ASCII without a dot. */
export function payloadNotCompact(character: string): Refused<ConversionCode> {
  const code = character.codePointAt(0) ?? 0;
  return impossible({
    sentence: 'The payload is not encoded (b64: false) and holds what a compact token cannot.',
    expected: 'printable ASCII without a dot',
    actual:
      character === '.' ? 'a dot' : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    fix: 'Detach the payload, or write the token in a JSON serialisation.',
    rule: 'RFC 7797 §5.2',
    member: 'payload',
  });
}

export function wouldLose(members: readonly string[]): Refused<ConversionCode> {
  return impossible({
    sentence: 'The token has members that no serialisation knows, and that would be lost.',
    expected: 'the members of RFC 7515 §7.2 or RFC 7516 §7.2 alone',
    actual: members.join(', '),
    fix: 'Take them out first; they are not signed.',
    rule: 'RFC 7515 §7.2.1, RFC 7516 §7.2.1',
  });
}

/** `state` says what stands in the way, such as `The payload is detached already`. */
export function payloadNotMovable(state: string, fix: string): Refused<ConversionCode> {
  return impossible({ sentence: `${state}.`, fix, rule: 'RFC 7515 appendix F', member: 'payload' });
}
