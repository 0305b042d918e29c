/**
 * JSON that every reader understands alike: an object that names a member twice is refused (RFC 8259 §4 leaves
 * open which one counts), and so is `__proto__`, which could change what code sees of the object.
 * @throws SyntaxError which never quotes the text, for it may hold a password.
 */
export function parseStrictJson(text: string): unknown {
  const value = parse(text);
  const names: (Set<string> | 'array')[] = [];
  for (const [lexeme, following] of lexemes(text)) {
    if (lexeme === '{') names.push(new Set());
    else if (lexeme === '[') names.push('array');
    else if (lexeme === '}' || lexeme === ']') names.pop();
    else if (following === ':') addName(names.at(-1), JSON.parse(lexeme));
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text around the fault.
    throw new SyntaxError('The text is not JSON.');
  }
}

/** Strings and brackets of a text already known to be JSON, each with the `:` that may follow it. */
function* lexemes(text: string): Generator<readonly [string, string | undefined]> {
  for (const match of text.matchAll(/("(?:[^"\\]|\\.)*"|[{}[\]])\s*(:)?/g)) {
    if (match[1] !== undefined) yield [match[1], match[2]];
  }
}

function addName(names: Set<string> | 'array' | undefined, name: string): void {
  if (!(names instanceof Set)) return;
  if (names.has(name)) throw new SyntaxError('A member is named twice.');
  if (name === '__proto__') throw new SyntaxError('A member has a name that is not allowed.');
  names.add(name);
}
