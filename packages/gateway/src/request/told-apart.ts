import { refusal, type SignetRefusal } from '@signet/contracts';
import type { Told } from '../snapshot/selectors.ts';
import type { RequestHead } from './request-head.ts';

/**
 * What a request says of what routes are told apart by. What it says twice, or in a spelling that some servers take for the same
 * name, would choose one route here and another behind: there is a fault then, whatever was chosen.
 */
export class ToldApart implements Told {
  readonly #head: RequestHead;
  #fault: SignetRefusal | undefined;
  #parameters: readonly (readonly [string, string])[] | undefined;

  constructor(head: RequestHead) {
    this.#head = head;
  }

  get fault(): SignetRefusal | undefined {
    return this.#fault;
  }

  header(name: string): string | undefined {
    const { headers } = this.#head;
    let value: string | undefined;
    for (let at = 0; at + 1 < headers.length; at += 2) {
      if (headers[at]?.toLowerCase() !== name) continue;
      if (value !== undefined) this.#fault ??= refusal('request_malformed.repeated_header', { header: name });
      value = headers[at + 1];
    }
    return value;
  }

  parameter(name: string): string | undefined {
    const { query } = this.#head;
    if (query.length < 2) return undefined;
    const spelled = this.#read().filter(([found]) => found.trim().toLowerCase() === name);
    const [first] = spelled;
    if (first === undefined) return undefined;
    const isPlain = spelled.length === 1 && first[0] === name && !query.includes(';');
    if (!isPlain) this.#fault ??= refusal('request_malformed.repeated_parameter', { parameter: name });
    return first[1];
  }

  /** As forms are read, and split at each `;` as well, which some servers do. */
  #read(): readonly (readonly [string, string])[] {
    this.#parameters ??= [...new URLSearchParams(this.#head.query.slice(1).replaceAll(';', '&'))];
    return this.#parameters;
  }
}
