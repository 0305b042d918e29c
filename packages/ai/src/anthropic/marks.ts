import type { Notes } from '../mapping/notes.ts';
import type { CacheMark } from '../model/part.ts';
import type { ModelRequest } from '../model/request.ts';

type Wire = Readonly<Record<string, unknown>>;

const most = 4;

/** The marks of a request in the order of the wire, of which the last four may stand: each covers all before it. */
export class Marks {
  readonly #notes: Notes;
  #tooMany: number;

  constructor(request: ModelRequest, notes: Notes) {
    this.#notes = notes;
    this.#tooMany = Math.max(0, countMarks(request) - most);
  }

  write(mark: CacheMark | undefined, path: string | undefined): Wire {
    if (mark === undefined) return {};
    if (this.#tooMany > 0) {
      this.#tooMany -= 1;
      const reason = 'at most 4 marks of the cache are allowed, the last 4 are kept';
      this.#notes.losses.note({ path: path ?? 'cache_control', of: 'request', fate: 'clamped', reason });
      return {};
    }
    return { cache_control: mark.ttl === '1h' ? { type: 'ephemeral', ttl: '1h' } : { type: 'ephemeral' } };
  }
}

function countMarks({ tools, items }: ModelRequest): number {
  let count = 0;
  const add = (marked: object): void => {
    if ('cacheMark' in marked && marked.cacheMark !== undefined) count += 1;
    if ('parts' in marked && Array.isArray(marked.parts)) for (const part of marked.parts) add(part);
  };
  for (const each of [...tools, ...items]) add(each);
  return count;
}
