import { type JsonValue, readJson, toValue } from '@signet/token';

/**
 * JSON that every reader understands alike: an object that names a member twice is refused (RFC 8259 §4 leaves
 * open which one counts), and so is `__proto__`, which could change what code sees of the object.
 * @throws SyntaxError which never quotes the text, for it may hold a password.
 */
export function parseStrictJson(text: string): JsonValue {
  const reading = readJson(text);
  if (reading.kind === 'not-json') throw new SyntaxError('The text is not JSON.');
  if (reading.duplicates.length > 0) throw new SyntaxError('A member is named twice.');
  const value = toValue(reading.root);
  if (namesPrototype(value)) throw new SyntaxError('A member has a name that is not allowed.');
  return value;
}

function namesPrototype(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}
