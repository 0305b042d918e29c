import { showUnseen } from '@signet/token/verdict';

/** A text from elsewhere, cut to `longest` characters; what would steer its look is shown as `\u…`. */
export function plain(text: string, longest: number): string {
  return showUnseen(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
