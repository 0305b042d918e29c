import { encodeBase64url } from '../base64url/encode-base64url.ts';
import type { JsonArray, JsonNode, JsonObject } from '../json/json-node.ts';
import { type ClaimPath, pathKey } from './claim-path.ts';
import { digestOf } from './read-disclosure.ts';

/** Random bytes, as many as asked for. */
export type Randomness = (length: number) => Uint8Array;

export interface ConcealingRules {
  /** What Web Crypto calls the hash. */
  readonly hash: string;
  readonly paths: readonly ClaimPath[];
  /** Digests that stand for nothing, in each object and array that hides something (RFC 9901 §4.2.5). */
  readonly decoys: number;
  readonly random: Randomness;
}

/** RFC 9901 §4.2.1 asks for 128 bits. */
const saltBytes = 16;
const decoyBytes = 32;

/** Takes claims out of a JSON text and leaves their digests; what is not touched keeps every character. */
export class Concealing {
  readonly disclosures: string[] = [];
  readonly #text: string;
  readonly #rules: ConcealingRules;
  readonly #hidden: ReadonlySet<string>;
  readonly #touched: ReadonlySet<string>;

  constructor(text: string, rules: ConcealingRules) {
    this.#text = text;
    this.#rules = rules;
    this.#hidden = new Set(rules.paths.map(pathKey));
    this.#touched = new Set(rules.paths.flatMap((path) => path.map((_, end) => pathKey(path.slice(0, end)))));
  }

  /** The members of the outermost object, as JSON text. */
  members(object: JsonObject): Promise<readonly string[]> {
    return this.#members(object, []);
  }

  async #conceal(node: JsonNode, path: ClaimPath): Promise<string> {
    if (!this.#touched.has(pathKey(path))) return this.#written(node);
    if (node.kind === 'object') return `{${(await this.#members(node, path)).join(',')}}`;
    return node.kind === 'array' ? this.#elements(node, path) : this.#written(node);
  }

  async #members({ members }: JsonObject, path: ClaimPath): Promise<readonly string[]> {
    const kept: string[] = [];
    const digests: string[] = [];
    for (const { name, value } of members) {
      const place = [...path, name.value];
      const content = await this.#conceal(value, place);
      if (!this.#hidden.has(pathKey(place))) kept.push(`${this.#written(name)}:${content}`);
      else digests.push(await this.#disclose(`${this.#written(name)}, ${content}`));
    }
    if (digests.length === 0) return kept;
    // In the order of their letters, so that they do not tell the order of the claims (RFC 9901 §4.2.4.1).
    const all = [...digests, ...(await this.#decoys())].toSorted();
    return [...kept, `"_sd":${JSON.stringify(all)}`];
  }

  async #elements({ items }: JsonArray, path: ClaimPath): Promise<string> {
    const written: string[] = [];
    let hides = false;
    for (const [index, item] of items.entries()) {
      const place = [...path, index];
      const content = await this.#conceal(item, place);
      const isHidden = this.#hidden.has(pathKey(place));
      hides ||= isHidden;
      written.push(isHidden ? placeholder(await this.#disclose(content)) : content);
    }
    for (const decoy of hides ? await this.#decoys() : [])
      written.splice(this.#anyOf(written.length + 1), 0, placeholder(decoy));
    return `[${written.join(',')}]`;
  }

  /** Keeps the disclosure and gives its digest (RFC 9901 §4.2.3). */
  #disclose(content: string): Promise<string> {
    const salt = encodeBase64url(this.#rules.random(saltBytes));
    const disclosure = encodeBase64url(`["${salt}", ${content}]`);
    this.disclosures.push(disclosure);
    return digestOf(this.#rules.hash, disclosure);
  }

  #decoys(): Promise<readonly string[]> {
    const { decoys, random, hash } = this.#rules;
    const seeds = Array.from({ length: decoys }, () => encodeBase64url(random(decoyBytes)));
    return Promise.all(seeds.map((seed) => digestOf(hash, seed)));
  }

  #anyOf(count: number): number {
    const [high = 0, middle = 0, low = 0] = this.#rules.random(3);
    return ((high << 16) | (middle << 8) | low) % count;
  }

  #written({ start, end }: JsonNode): string {
    return this.#text.slice(start, end);
  }
}

function placeholder(digest: string): string {
  return `{"...":"${digest}"}`;
}
