/** Control characters (C0, DEL, C1), marks that turn the direction of writing, and what is not seen, fillers included. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
const unseenWithinLines = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Text from outside without what would steer a terminal or make it look like another text: such characters are shown as
 * `\u…`, as JSON writes them (RFC 8259 §7). Unlike `quote` it keeps lines and length.
 */
export function showUnseen(text: string): string {
  return text.replace(unseenWithinLines, escaped);
}

/** The same for what stands within a line, such as the name of a claim: it cannot begin a line of its own. */
export function showUnseenInLine(text: string): string {
  return text.replace(unseen, escaped);
}

/** By its UTF-16 units. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
