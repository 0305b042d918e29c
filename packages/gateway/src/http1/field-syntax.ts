import { remembered } from './remembered.ts';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const forbiddenInValue = /[^\t\x20-\x7e\x80-\xff]/;

/** A token of RFC 9110 §5.6.2, as methods and the names of fields are. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** The same, for names that come again and again. */
export const isFieldName: (name: string) => boolean = remembered(isToken);

/** Without control characters, tabs aside, and decoded as latin1 (RFC 9110 §5.5). */
export function isFieldValue(text: string): boolean {
  return !forbiddenInValue.test(text);
}

/** `String.trim` takes away vertical tabs and no-break spaces too, and so could make a proper value of an improper one. */
export function withoutOuterBlanks(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
