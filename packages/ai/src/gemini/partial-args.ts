import { Fields, isRecord } from '../fields/fields.ts';
import type { Losses } from '../model/loss.ts';

type Step = string | number;
type Node = Record<Step, unknown>;

/** So deep may arguments go, and so many places may they have. */
const deepest = 64;
const longestList = 10_000;

/**
 * Arguments of a call that come place by place (`$.items[0].name`), a text in several pieces. They are JSON only once all
 * of them are there.
 */
export class PartialArgs {
  readonly #root: Node = Object.create(null) as Node;
  readonly #losses: Losses;
  /** Of the text that goes on. */
  #continues: string | undefined;
  #isBroken = false;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  /** All that it came to; undefined for places that cannot be. */
  get json(): string | undefined {
    return this.#isBroken ? undefined : JSON.stringify(this.#root);
  }

  /** Arguments that came at once, before any that come by place. */
  begin(args: unknown): void {
    if (isRecord(args)) for (const [name, value] of Object.entries(args)) put(this.#root, name, value);
  }

  add(part: unknown): void {
    const fields = new Fields(part, { path: 'partialArgs[]', of: 'answer', losses: this.#losses });
    const place = fields.text('jsonPath') ?? '';
    const value = valueIn(fields);
    const goesOn = fields.flag('willContinue') ?? false;
    fields.leave();
    const steps = stepsOf(place);
    if (steps === undefined) {
      this.#isBroken = true;
      return;
    }
    if (value !== undefined) this.#set(steps, value, this.#continues === place);
    this.#continues = goesOn ? place : undefined;
  }

  #set(steps: readonly Step[], value: unknown, isMore: boolean): void {
    const last = steps.at(-1);
    const node = steps
      .slice(0, -1)
      .reduce<Node | undefined>((above, step, at) => below(above, step, steps[at + 1]), this.#root);
    if (node === undefined || last === undefined || !fits(node, last)) {
      this.#isBroken = true;
      return;
    }
    const earlier = own(node, last);
    const next = isMore && typeof earlier === 'string' && typeof value === 'string' ? earlier + value : value;
    put(node, last, next);
  }
}

function valueIn(fields: Fields): unknown {
  const text = fields.text('stringValue');
  const number = fields.number('numberValue');
  const flag = fields.flag('boolValue');
  const isNull = fields.take('nullValue') !== undefined;
  return text ?? number ?? flag ?? (isNull ? null : undefined);
}

function below(above: Node | undefined, step: Step, next: Step | undefined): Node | undefined {
  if (above === undefined || !fits(above, step)) return undefined;
  const there = own(above, step);
  if (there === undefined) {
    const made = (typeof next === 'number' ? [] : Object.create(null)) as Node;
    put(above, step, made);
    return made;
  }
  return typeof there === 'object' && there !== null ? (there as Node) : undefined;
}

/** Nothing of a prototype: what a model calls `__proto__` is a member like any other. */
function own(node: Node, step: Step): unknown {
  return Object.hasOwn(node, step) ? node[step] : undefined;
}

function put(node: Node, step: Step, value: unknown): void {
  Object.defineProperty(node, step, { value, writable: true, enumerable: true, configurable: true });
}

/** A list grows one by one: a place far behind its end would be an attack on memory. */
function fits(node: Node, step: Step): boolean {
  if (!Array.isArray(node)) return typeof step === 'string';
  return typeof step === 'number' && step <= node.length && step < longestList;
}

const stepPattern = /^(?:\.([^.[\]]+)|\[(\d{1,5})\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\])/;

/** Undefined for what is no path of JSON as Gemini writes them. */
function stepsOf(path: string): readonly Step[] | undefined {
  if (!path.startsWith('$') || path.length > 1_000) return undefined;
  const steps: Step[] = [];
  let rest = path.slice(1);
  while (rest !== '') {
    const found = stepPattern.exec(rest);
    if (found === null || steps.length >= deepest) return undefined;
    const [whole, name, index, single, double] = found;
    steps.push(index === undefined ? (name ?? unescaped(single ?? double ?? '')) : Number(index));
    rest = rest.slice(whole.length);
  }
  return steps.length === 0 ? undefined : steps;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
