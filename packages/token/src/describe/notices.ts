import type { JsonNode } from '../json/json-node.ts';
import { quote } from '../verdict/quote.ts';
import type { DescribedMember } from './described-token.ts';
import type { Notice } from './notice.ts';
import { kindsWithoutExpiry, type TokenKind } from './token-kind.ts';

const times: readonly string[] = ['exp', 'nbf', 'iat'];

/** Refusals first, then warnings, each in the order of the token. */
export function findNotices(
  header: readonly DescribedMember[],
  claims: readonly DescribedMember[],
  kind: TokenKind['kind'],
): readonly Notice[] {
  const found = [
    ...header.flatMap(unsigned),
    ...[...header, ...claims].flatMap(duplicated),
    ...claims.flatMap(wrongTime),
    ...claims.flatMap(inMilliseconds),
    ...[...header, ...claims].flatMap(inexact),
    ...(kindsWithoutExpiry.includes(kind) ? [] : withoutExpiry(claims)),
  ];
  return found.toSorted((one, other) => weight(one) - weight(other));
}

function weight({ tone }: Notice): number {
  return tone === 'refused' ? 0 : 1;
}

function unsigned({ name, value }: DescribedMember): readonly Notice[] {
  if (name !== 'alg' || value.kind !== 'string' || value.value.trim().toLowerCase() !== 'none') return [];
  const sentence = 'The token says that it is not signed: anybody can have written it.';
  const fix = 'Use a signed token.';
  return [{ code: 'unsigned', tone: 'refused', member: name, sentence, fix, rule: 'RFC 8725 §3.2' }];
}

function duplicated({ name, duplicate }: DescribedMember): readonly Notice[] {
  if (!duplicate) return [];
  const sentence = `${quote(name)} stands twice; readers differ in which of the two they take.`;
  const fix = 'Have the issuer write each member once.';
  return [
    { code: 'duplicate-member', tone: 'refused', member: quote(name), sentence, fix, rule: 'RFC 7519 §4' },
  ];
}

function wrongTime({ name, value }: DescribedMember): readonly Notice[] {
  if (!times.includes(name) || value.kind === 'number') return [];
  const sentence = `${name} is not a number of seconds, so it is no time.`;
  const fix = `Have the issuer write ${name} as a JSON number.`;
  return [{ code: 'not-a-time', tone: 'refused', member: name, sentence, fix, rule: 'RFC 7519 §2' }];
}

function inMilliseconds({ name, time }: DescribedMember): readonly Notice[] {
  if (time?.inMilliseconds !== true) return [];
  const sentence = `${name} is in milliseconds, where seconds must stand: read so it is thousands of years away.`;
  const fix = 'Divide by 1000 and round down.';
  return [{ code: 'milliseconds', tone: 'warning', member: name, sentence, fix, rule: 'RFC 7519 §2' }];
}

function inexact({ name, value }: DescribedMember): readonly Notice[] {
  if (!holdsInexact(value)) return [];
  const sentence = `${quote(name)} holds a number that many programs cannot keep exactly.`;
  const fix = 'Write it as a string.';
  return [
    { code: 'inexact-number', tone: 'warning', member: quote(name), sentence, fix, rule: 'RFC 8259 §6' },
  ];
}

function holdsInexact(value: JsonNode): boolean {
  switch (value.kind) {
    case 'number':
      return !value.exact;
    case 'array':
      return value.items.some(holdsInexact);
    case 'object':
      return value.members.some((member) => holdsInexact(member.value));
    default:
      return false;
  }
}

function withoutExpiry(claims: readonly DescribedMember[]): readonly Notice[] {
  if (claims.length === 0 || claims.some(({ name }) => name === 'exp')) return [];
  const sentence = 'The token never expires: there is no exp.';
  const fix = 'Have the issuer set exp to minutes from now.';
  return [{ code: 'no-expiry', tone: 'warning', member: 'exp', sentence, fix, rule: 'RFC 8725 §3.10' }];
}
