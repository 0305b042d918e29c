/** What a provider says in a test: words, or a call of a tool with the thought that led to it. */
export type Saying = Words | Calling;

export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

export interface Calling {
  readonly kind: 'calling';
  readonly thought: string;
  /** What only its maker can read, and wants back with the next turn. */
  readonly seal: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One protocol as its providers speak it, written by hand: what is tested writes none of it. */
export interface SpokenWire {
  whole(saying: Saying): unknown;
  /** Each as it stands on the wire. */
  events(saying: Saying): readonly string[];
  /** How many events of the end say that nothing is missing: a stream without all of these was cut. */
  readonly closing: number;
  refusal(message: string): unknown;
}

export const callId = 'call_of_the_weather';

/** In pieces as a provider streams them: each a word with the blank before it. */
export function piecesOf(text: string): readonly string[] {
  return text.split(/(?= )/);
}

export function event(data: unknown, name?: string): string {
  const head = name === undefined ? '' : `event: ${name}\n`;
  return `${head}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
