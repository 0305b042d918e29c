/** Control characters and marks that change the direction of writing: by them a text can look like another one. */
const steering = /(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text from elsewhere, cut to `longest` characters; what would steer its look is shown as `\u…`. */
export function plain(text: string, longest: number): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
