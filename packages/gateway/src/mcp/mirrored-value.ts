const opening = '=?base64?';
const closing = '?=';

/** A value as a header may carry it: as it is, or by base64 where that would not arrive as it is. */
export function writeMirrored(value: string): string {
  const isPlain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value);
  const isMistakable = value.startsWith(opening) && value.endsWith(closing);
  if (isPlain && !isMistakable) return value;
  return `${opening}${Buffer.from(value, 'utf8').toString('base64')}${closing}`;
}

/** What a header says; undefined where nobody could have written it so. */
export function readMirrored(value: string): string | undefined {
  if (!/^[\x20-\x7e\t]*$/.test(value)) return undefined;
  if (!value.startsWith(opening) || !value.endsWith(closing)) return value;
  const inside = value.slice(opening.length, -closing.length);
  const bytes = Buffer.from(inside, 'base64');
  // One text in one way: what decodes in spite of what stands in it is read otherwise by others.
  if (bytes.toString('base64') !== inside) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
