/** JSON strings hold no line breaks, so the blanks after one are never part of a value. */
const step = '  ';

/** A value as it stands inside an object: each further line one step to the right. */
export function indent(json: string): string {
  return json.replaceAll('\n', `\n${step}`);
}

/** The value by itself. What is not written one step to the right stays as it is. */
export function outdent(json: string): string {
  const [first = '', ...others] = json.split('\n');
  if (!others.every((line) => line.startsWith(step))) return json;
  return [first, ...others.map((line) => line.slice(step.length))].join('\n');
}
