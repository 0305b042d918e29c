import { isExactNumber, type JsonValue, readJson, toValue } from '@signet/token/json';

/**
 * JSON that every reader understands alike: an object that names a member twice is refused (RFC 8259 §4 leaves
 * open which one counts), and so are `__proto__`, which could change what code sees of the object, and a number that would
 * be rounded (§6).
 * @throws SyntaxError which never quotes the text, for it may hold a password.
 */
export function parseStrictJson(text: string): JsonValue {
  const reading = readJson(text);
  if (reading.kind === 'not-json') throw new SyntaxError('The text is not JSON.');
  if (reading.duplicates.length > 0) throw new SyntaxError('A member is named twice.');
  const value = toValue(reading.root);
  if (holds(value, namesPrototype)) throw new SyntaxError('A member has a name that is not allowed.');
  if (holds(value, isExactNumber)) throw new SyntaxError('A number cannot be kept exactly.');
  return value;
}

function namesPrototype(value: object): boolean {
  return Object.hasOwn(value, '__proto__');
}

function holds(value: JsonValue, fault: (value: object) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return fault(value) || Object.values(value).some((inner) => holds(inner, fault));
}
