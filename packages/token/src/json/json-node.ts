/** JSON without loss: order, duplicates and every digit of a number are kept. Offsets count UTF-16 units of the text. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral;

interface Placed {
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
  /** True where a member of the same name stands earlier in this object. */
  readonly duplicate: boolean;
}

export interface JsonArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Placed {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonNumber extends Placed {
  readonly kind: 'number';
  /** The digits as they stand in the text. */
  readonly digits: string;
  /** What JavaScript makes of them. */
  readonly value: number;
  /** False where `value` may be another number than `digits`, such as for an integer beyond 2^53 - 1. */
  readonly exact: boolean;
}

export interface JsonLiteral extends Placed {
  readonly kind: 'literal';
  readonly value: true | false | null;
}

/**
 * JSON as a program uses it. Objects are plain, `__proto__` is an ordinary member, the last duplicate wins. A number that
 * no double holds is an `ExactNumber`: whoever walks through objects asks for it first.
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };
