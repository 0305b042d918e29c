/** Letters of the code that a device shows. */
export const codeLength = 8;

/** As devices show it, `BCDF-GHJK`, however much of it is there and however it was typed or pasted. */
export function shownCode(typed: string): string {
  const letters = lettersOf(typed);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

export function isWhole(code: string): boolean {
  return lettersOf(code).length === codeLength;
}

function lettersOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, codeLength);
}

/** Where the caret stands in what is shown, so many letters after its beginning. */
export function caretAfter(letters: number): number {
  return letters > 4 ? letters + 1 : letters;
}

/** How many letters stand before the caret. */
export function lettersBefore(typed: string, caret: number): number {
  return lettersOf(typed.slice(0, caret)).length;
}
