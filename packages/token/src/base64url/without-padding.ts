/** The text without the `=` at its end. By hand, as `=+$` is quadratic over a long row of them that ends otherwise. */
export function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '=') end -= 1;
  return text.slice(0, end);
}
