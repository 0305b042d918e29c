import type { Placed } from '../model/part.ts';
import type { InputItem, ToolCallItem, ToolResultItem } from '../model/request.ts';

type Result = ToolResultItem & Placed;

/**
 * Which result belongs to which call, and under what id: this protocol allows few letters in one, and each only once.
 * A call takes the first result of its id that stands after it and that no other call has taken.
 */
export class WireIds {
  readonly #results = new Map<ToolCallItem, Result>();
  readonly #taken = new Set<Result>();
  readonly #ids = new Map<ToolCallItem, string>();
  readonly #used = new Set<string>();

  constructor(items: readonly InputItem[]) {
    const waiting = new Map<string, ToolCallItem[]>();
    for (const item of items) {
      if (item.kind === 'tool-call') this.#expect(item, waiting);
      else if (item.kind === 'tool-result') this.#assign(item, waiting);
    }
  }

  of(call: ToolCallItem): string {
    return this.#ids.get(call) ?? call.id;
  }

  resultOf(call: ToolCallItem): Result | undefined {
    return this.#results.get(call);
  }

  isAssigned(result: Result): boolean {
    return this.#taken.has(result);
  }

  #expect(call: ToolCallItem, waiting: Map<string, ToolCallItem[]>): void {
    const clean = call.id.replaceAll(/[^\w-]/g, '_') || 'call';
    let free = clean;
    for (let count = 2; this.#used.has(free); count += 1) free = `${clean}_${count}`;
    this.#used.add(free);
    this.#ids.set(call, free);
    const same = waiting.get(call.id);
    if (same === undefined) waiting.set(call.id, [call]);
    else same.push(call);
  }

  #assign(result: Result, waiting: Map<string, ToolCallItem[]>): void {
    const call = waiting.get(result.callId)?.shift();
    if (call === undefined) return;
    this.#results.set(call, result);
    this.#taken.add(result);
  }
}
