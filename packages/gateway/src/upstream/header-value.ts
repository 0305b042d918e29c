const notForHeaders = /[^\x20-\x7e]+/g;

/**
 * Claims are Unicode and header values are not: what has no place in a header is percent-encoded as UTF-8. Nothing is
 * cut off, for two subjects must never become one; a value too long for the upstream is the upstream's to refuse.
 */
export function headerValue(text: string): string {
  const unambiguous = text.replace(/%(?=[0-9A-Fa-f]{2})/g, '%25');
  return outerSpacesEscaped(unambiguous.replace(notForHeaders, escaped));
}

function escaped(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : Array.from(text, escapedCharacter).join('');
}

/** Half of a surrogate pair has no UTF-8; it gets the bytes that its number would have, which no text has (WTF-8). */
function escapedCharacter(character: string): string {
  if (character.isWellFormed()) return encodeURIComponent(character);
  const number = character.charCodeAt(0);
  const bytes = [0xe0 | (number >> 12), 0x80 | ((number >> 6) & 0x3f), 0x80 | (number & 0x3f)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}

/**
 * Spaces at either end are no part of a header's value (RFC 9110 §5.5), so they are written as what they are. By hand,
 * as ` +$` begins anew at every space of a long row that does not end the text: quadratic work.
 */
function outerSpacesEscaped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return '%20'.repeat(start) + text.slice(start, end) + '%20'.repeat(text.length - end);
}
