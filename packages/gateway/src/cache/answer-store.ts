import { LRUCache } from 'lru-cache';
import type { Asked } from './asked.ts';
import { type KeptAnswer, suits } from './kept-answer.ts';

/** What the store may hold. */
export interface StoreBounds {
  readonly maxBytes: number;
  readonly maxEntries: number;
}

/** Answers that `Vary` tells apart, of one key; the oldest goes where there are more. */
const mostOfOneKey = 16;
/** What an entry costs beside its texts. */
const overhead = 1024;

/** The answers of this process, those asked for longest ago given up first. */
export class AnswerStore {
  readonly #answers: LRUCache<number, KeptAnswer>;
  readonly #byKey = new Map<string, number[]>();
  readonly #byResource = new Map<string, Set<number>>();
  #next = 0;

  constructor({ maxBytes, maxEntries }: StoreBounds) {
    this.#answers = new LRUCache({
      max: maxEntries,
      maxSize: maxBytes,
      sizeCalculation: weigh,
      dispose: (answer, id) => this.#unlink(answer, id),
      noDisposeOnSet: true,
    });
  }

  get size(): number {
    return this.#answers.size;
  }

  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  /** @returns the newest that suits, and whether there is any of this key at all */
  find({ key, outgoing }: Asked): { readonly answer: KeptAnswer | undefined; readonly any: boolean } {
    const ids = this.#byKey.get(key) ?? [];
    for (let at = ids.length - 1; at >= 0; at -= 1) {
      const id = ids[at] as number;
      const answer = this.#answers.peek(id);
      if (answer === undefined || !suits(answer, outgoing)) continue;
      this.#answers.get(id);
      return { answer, any: true };
    }
    return { answer: undefined, any: ids.length > 0 };
  }

  /** In place of what suited the same request. */
  keep(answer: KeptAnswer, outgoing: readonly string[]): void {
    const ids = this.#byKey.get(answer.key) ?? [];
    for (const id of ids.slice()) {
      const held = this.#answers.peek(id);
      if (held !== undefined && suits(held, outgoing)) this.#answers.delete(id);
    }
    const oldest = this.#byKey.get(answer.key) ?? [];
    if (oldest.length >= mostOfOneKey) this.#answers.delete(oldest[0] as number);
    this.#next += 1;
    const id = this.#next;
    linked(this.#byKey, answer.key, (): number[] => []).push(id);
    linked(this.#byResource, answer.resource, (): Set<number> => new Set()).add(id);
    this.#answers.set(id, answer);
    // One that is too large for the whole store was never taken, and nobody tells of that.
    if (!this.#answers.has(id)) this.#unlink(answer, id);
  }

  forget(answer: KeptAnswer): void {
    for (const id of this.#byKey.get(answer.key) ?? [])
      if (this.#answers.peek(id) === answer) {
        this.#answers.delete(id);
        return;
      }
  }

  /** Everybody's answers for it, of whatever route. */
  forgetResource(resource: string): number {
    const ids = [...(this.#byResource.get(resource) ?? [])];
    for (const id of ids) this.#answers.delete(id);
    return ids.length;
  }

  forgetWhere(isGone: (answer: KeptAnswer) => boolean): number {
    const gone = [...this.#answers.entries()].filter(([, answer]) => isGone(answer));
    for (const [id] of gone) this.#answers.delete(id);
    return gone.length;
  }

  #unlink(answer: KeptAnswer, id: number): void {
    const left = (this.#byKey.get(answer.key) ?? []).filter((other) => other !== id);
    if (left.length === 0) this.#byKey.delete(answer.key);
    else this.#byKey.set(answer.key, left);
    const same = this.#byResource.get(answer.resource);
    same?.delete(id);
    if (same?.size === 0) this.#byResource.delete(answer.resource);
  }
}

function weigh({ key, resource, headers, body, vary }: KeptAnswer): number {
  const texts = [key, resource, ...headers, ...[...vary].flat()];
  return overhead + body.length + texts.reduce((sum, text) => sum + text.length * 2, 0);
}

function linked<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
