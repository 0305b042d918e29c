/** All but line end and tab: control characters (C0, DEL, C1), marks that turn the direction of writing, and what is not seen. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Text from outside without what would steer a terminal or make it look like another text: such characters are shown as
 * `\u…`, as JSON writes them (RFC 8259 §7). Unlike `quote` it keeps lines and length.
 */
export function showUnseen(text: string): string {
  return text.replace(unseen, escaped);
}

/** By its UTF-16 units. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
