import { isExact } from './exact-number.ts';
import type { JsonLimits } from './json-limits.ts';
import type {
  JsonArray,
  JsonLiteral,
  JsonMember,
  JsonNode,
  JsonNumber,
  JsonObject,
  JsonString,
} from './json-node.ts';
import type { DuplicateMember, JsonProblem } from './json-reading.ts';

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const quotationMark = 0x22;
const reverseSolidus = 0x5c;
const firstPlain = 0x20;
const literals: readonly (readonly [string, true | false | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * A recursive-descent reader. A method answers `undefined` after the first problem, which `problem()` tells:
 * hostile text is expected input here, so nothing is thrown. `maxDepth` bounds the recursion, `maxValues` the memory:
 * `{}` is two characters of text and some sixty bytes of memory.
 */
export class JsonReader {
  readonly duplicates: DuplicateMember[] = [];
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #maxValues: number;
  #values = 0;
  #at = 0;
  #problem: JsonProblem | undefined;

  constructor(text: string, { maxDepth, maxValues }: Required<JsonLimits>) {
    this.#text = text;
    this.#maxDepth = maxDepth;
    this.#maxValues = maxValues;
  }

  read(): JsonNode | undefined {
    const root = this.#value(0);
    if (root === undefined) return undefined;
    this.#skipWhiteSpace();
    return this.#at === this.#text.length ? root : this.#fail('Text follows after the end of the JSON value');
  }

  problem(): JsonProblem {
    return this.#problem ?? { offset: this.#at, sentence: 'This is not JSON' };
  }

  #value(depth: number): JsonNode | undefined {
    this.#skipWhiteSpace();
    if (this.#at >= this.#text.length) return this.#fail('The text ends where a value should stand');
    this.#values += 1;
    if (this.#values > this.#maxValues) return this.#failTooMany();
    switch (this.#text.charAt(this.#at)) {
      case '{':
        return this.#deeper(depth, () => this.#object(depth + 1));
      case '[':
        return this.#deeper(depth, () => this.#array(depth + 1));
      case '"':
        return this.#string();
      default:
        return this.#literal() ?? this.#number();
    }
  }

  #deeper(depth: number, read: () => JsonNode | undefined): JsonNode | undefined {
    if (depth < this.#maxDepth) return read();
    const sentence = `Arrays and objects are nested deeper than ${this.#maxDepth} levels`;
    this.#problem ??= { offset: this.#at, sentence, tooDeep: this.#maxDepth };
    return undefined;
  }

  #object(depth: number): JsonObject | undefined {
    const start = this.#at;
    const members: JsonMember[] = [];
    const seen = new Set<string>();
    this.#at += 1;
    if (this.#take('}')) return { kind: 'object', members, start, end: this.#at };
    do {
      const member = this.#member(depth, seen);
      if (member === undefined) return undefined;
      members.push(member);
    } while (this.#take(','));
    if (!this.#take('}')) return this.#fail('A comma or } should stand here');
    return { kind: 'object', members, start, end: this.#at };
  }

  #member(depth: number, seen: Set<string>): JsonMember | undefined {
    this.#skipWhiteSpace();
    if (this.#text.charAt(this.#at) !== '"')
      return this.#fail('The name of a member should stand here, in double quotes');
    const name = this.#string();
    if (name === undefined) return undefined;
    if (!this.#take(':')) return this.#fail('A colon should stand here');
    const value = this.#value(depth);
    if (value === undefined) return undefined;
    const duplicate = seen.has(name.value);
    if (duplicate) this.duplicates.push({ name: name.value, offset: name.start });
    seen.add(name.value);
    return { name, value, duplicate };
  }

  #array(depth: number): JsonArray | undefined {
    const start = this.#at;
    const items: JsonNode[] = [];
    this.#at += 1;
    if (this.#take(']')) return { kind: 'array', items, start, end: this.#at };
    do {
      const item = this.#value(depth);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#take(','));
    if (!this.#take(']')) return this.#fail('A comma or ] should stand here');
    return { kind: 'array', items, start, end: this.#at };
  }

  #string(): JsonString | undefined {
    const start = this.#at;
    let value = '';
    this.#at += 1;
    for (;;) {
      value += this.#plain();
      const next = this.#text.charAt(this.#at);
      if (next === '"') break;
      const escaped = next === '\\' ? this.#escape() : this.#fail(unendedString(next));
      if (escaped === undefined) return undefined;
      value += escaped;
    }
    this.#at += 1;
    return { kind: 'string', value, start, end: this.#at };
  }

  /** RFC 8259 §7, unescaped: all but the quotation mark, the reverse solidus and controls. */
  #plain(): string {
    const start = this.#at;
    let at = start;
    for (; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === quotationMark || code === reverseSolidus || code < firstPlain) break;
    }
    this.#at = at;
    return this.#text.slice(start, at);
  }

  #escape(): string | undefined {
    const letter = this.#text.charAt(this.#at + 1);
    const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const hex = this.#text.slice(this.#at + 2, this.#at + 6);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex))
      return this.#fail('This escape is not one that JSON knows');
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #number(): JsonNumber | undefined {
    const start = this.#at;
    number.lastIndex = start;
    const digits = number.exec(this.#text)?.[0] ?? '';
    this.#at += digits.length;
    if (digits === '') return this.#fail('No JSON value begins with this character');
    const value = Number(digits);
    return { kind: 'number', digits, value, exact: isExact(digits, value), start, end: this.#at };
  }

  #literal(): JsonLiteral | undefined {
    const start = this.#at;
    for (const [word, value] of literals) {
      if (!this.#text.startsWith(word, start)) continue;
      this.#at += word.length;
      return { kind: 'literal', value, start, end: this.#at };
    }
    return undefined;
  }

  #take(character: string): boolean {
    this.#skipWhiteSpace();
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #skipWhiteSpace(): void {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #fail(sentence: string): undefined {
    this.#problem ??= { offset: this.#at, sentence };
  }

  #failTooMany(): undefined {
    const sentence = `There are more than ${this.#maxValues} values`;
    this.#problem ??= { offset: this.#at, sentence, tooManyValues: true };
  }
}

/** Space, tab, line feed and carriage return (RFC 8259 §2). */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function unendedString(next: string): string {
  return next === '' ? 'The text ends inside a string' : 'A control character stands in a string unescaped';
}
