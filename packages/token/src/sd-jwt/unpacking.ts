import { isExactNumber } from '../json/exact-number.ts';
import type { JsonValue } from '../json/json-node.ts';
import type { Finding } from '../lint/finding.ts';
import { quote } from '../verdict/quote.ts';
import type { ReadDisclosure } from './read-disclosure.ts';

type JsonMembers = Readonly<Record<string, JsonValue>>;

/** Disclosures may hold digests of others; deeper than this nobody nests, and it bounds the recursion. */
const mostLevels = 64;
const gone = Symbol('an element that is held back');

/** Puts disclosures in the place of their digests, as RFC 9901 §7.1 says, and notes what is wrong on the way. */
export class Unpacking {
  readonly findings: Finding[] = [];
  /** Where each digest that has a disclosure was found. */
  readonly paths: Map<string, string> = new Map();
  undisclosed: number = 0;
  readonly #byDigest: ReadonlyMap<string, ReadDisclosure>;
  readonly #seen = new Set<string>();

  constructor(disclosures: readonly ReadDisclosure[]) {
    this.#byDigest = new Map(disclosures.map((each) => [each.digest, each]));
  }

  unpack(value: JsonValue, path = '', level = 0): JsonValue {
    if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
    if (level > mostLevels) {
      this.#find('too-deep', `Digests and values are nested deeper than ${mostLevels} levels.`, path);
      return null;
    }
    return isArray(value) ? this.#elements(value, path, level) : this.#members(value, path, level);
  }

  #members(object: JsonMembers, path: string, level: number): JsonValue {
    // Only the outermost `_sd_alg` names the hash (RFC 9901 §4.1.1); further in it is a claim like any other.
    const plain = Object.entries(object).filter(
      ([name]) => name !== '_sd' && (name !== '_sd_alg' || level > 0),
    );
    const members = new Map(
      plain.map(([name, value]) => [name, this.unpack(value, join(path, name), level + 1)]),
    );
    for (const digest of digestsIn(object['_sd'])) {
      const disclosure = this.#take(digest, path);
      if (disclosure === undefined) continue;
      const { name, value } = disclosure;
      if (name === undefined) {
        this.#find('wrong-place', 'A disclosure of an array element stands for a member.', path);
      } else if (name === '_sd' || name === '...' || members.has(name) || Object.hasOwn(object, name)) {
        this.#find('name-taken', `A disclosure writes over ${quote(name)}.`, path);
      } else {
        this.paths.set(digest, join(path, name));
        members.set(name, this.unpack(value, join(path, name), level + 1));
      }
    }
    return Object.fromEntries(members);
  }

  #elements(array: readonly JsonValue[], path: string, level: number): JsonValue {
    return array
      .map((item, index) => this.#element(item, `${path}[${index}]`, level))
      .filter((item) => item !== gone);
  }

  #element(item: JsonValue, path: string, level: number): JsonValue | typeof gone {
    const digest = placeholderOf(item);
    if (digest === undefined) return this.unpack(item, path, level + 1);
    const disclosure = this.#take(digest, path);
    if (disclosure === undefined) return gone;
    if (disclosure.name !== undefined) {
      this.#find('wrong-place', 'A disclosure of a member stands for an array element.', path);
      return gone;
    }
    this.paths.set(digest, path);
    return this.unpack(disclosure.value, path, level + 1);
  }

  /** RFC 9901 §7.1 (4): a digest must not stand twice. */
  #take(digest: string, path: string): ReadDisclosure | undefined {
    if (this.#seen.has(digest)) {
      this.#find('digest-twice', 'The same digest stands in more than one place.', path);
      return undefined;
    }
    this.#seen.add(digest);
    const disclosure = this.#byDigest.get(digest);
    if (disclosure === undefined) this.undisclosed += 1;
    return disclosure;
  }

  #find(about: string, sentence: string, path: string): void {
    const fix = 'Refuse the SD-JWT; its issuer or whoever sent it has made a mistake.';
    const member = quote(path === '' ? '_sd' : path);
    this.findings.push({
      rule: `sd-jwt/${about}`,
      level: 'error',
      sentence,
      fix,
      reference: 'RFC 9901 §7.1',
      member,
    });
  }
}

function digestsIn(value: JsonValue | undefined): readonly string[] {
  return isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** `{"...": digest}` in an array (RFC 9901 §4.2.4.2). */
function placeholderOf(item: JsonValue): string | undefined {
  if (typeof item !== 'object' || item === null || isArray(item)) return undefined;
  const [entry, ...others] = Object.entries(item);
  return entry?.[0] === '...' && others.length === 0 && typeof entry[1] === 'string' ? entry[1] : undefined;
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
