/** Breaks a sentence at spaces; a word longer than the width stays whole, so that it can be copied. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** `label` in a column of its own and the text beside it, wrapped under itself. */
export function labelled(label: string, text: string, column: number, width: number): string {
  const [first = '', ...rest] = wrap(text, Math.max(20, width - column));
  return [label.padEnd(column) + first, ...rest.map((line) => ' '.repeat(column) + line)].join('\n');
}
