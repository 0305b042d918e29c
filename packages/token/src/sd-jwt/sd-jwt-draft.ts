import type { JsonNode, JsonObject } from '../json/json-node.ts';
import { readJson } from '../json/read-json.ts';
import type { GivenKey } from '../keys/given-key.ts';
import type { Jwk } from '../keys/key.ts';
import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { quote } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { type ClaimPath, resolvePath } from './claim-path.ts';
import type { Randomness } from './concealing.ts';

/** An SD-JWT that is to be issued. */
export interface SdJwtDraft {
  /** JSON text of all claims. */
  readonly claims: string;
  /** What the holder may hold back: members and elements, also inside one another. */
  readonly paths: readonly ClaimPath[];
  /** JSON text, signed as it is; RFC 9901 §9.11 asks for a `typ` such as `example+sd-jwt`. */
  readonly protectedHeader: string;
  /** The issuer's private key. */
  readonly key: GivenKey;
  /** The holder's key, whose public half goes into `cnf` (RFC 7800). */
  readonly holder?: Jwk;
  /** Default sha-256. */
  readonly hash?: 'sha-256' | 'sha-384' | 'sha-512';
  /** Default 0, at most 100. */
  readonly decoys?: number;
  /** Default the runtime's. */
  readonly random?: Randomness;
}

export interface ReadDraft {
  readonly root: JsonObject;
  readonly paths: readonly ClaimPath[];
}

const mostPaths = 1000;
const mostDecoys = 100;
/** A digest adds levels to what the reader may nest. */
const mostLevels = 60;
const reserved: readonly string[] = ['_sd', '...', '_sd_alg'];

/** Reads the claims of a draft and finds the places that its paths name. */
export function readSdJwtDraft({ claims, paths, holder, decoys = 0 }: SdJwtDraft): Verdict<ReadDraft> {
  const parsed = parseJsonObject(new TextEncoder().encode(claims), 'payload');
  if (parsed.verdict === 'refused') return parsed;
  const reading = readJson(claims, { maxDepth: mostLevels });
  if (reading.kind === 'not-json' || reading.root.kind !== 'object') return unfit('claims', tooDeep);
  const { root } = reading;
  const taken = reservedIn(root);
  if (taken !== undefined) return unfit(taken, { expected: 'claims of other names', rule: 'RFC 9901 §4.1' });
  if (holder !== undefined && Object.hasOwn(parsed.token, 'cnf')) return unfit('cnf', twoHolders);
  if (paths.length > mostPaths) return unfit('_sd', { expected: `at most ${mostPaths} paths` });
  if (!Number.isInteger(decoys) || decoys < 0 || decoys > mostDecoys)
    return unfit('_sd', { expected: `0 to ${mostDecoys} decoys` });
  const resolved: ClaimPath[] = [];
  for (const path of paths) {
    const found = resolvePath(root, path);
    if (found === undefined) return unfit(quote(path.join('.')), nothingThere);
    resolved.push(found);
  }
  return verified({ root, paths: resolved });
}

function reservedIn(node: JsonNode): string | undefined {
  if (node.kind === 'array') return node.items.map(reservedIn).find((found) => found !== undefined);
  if (node.kind !== 'object') return undefined;
  const own = node.members.find(({ name }) => reserved.includes(name.value));
  return (
    own?.name.value ?? node.members.map(({ value }) => reservedIn(value)).find((found) => found !== undefined)
  );
}

interface Reason {
  readonly expected: string;
  readonly rule?: string;
}

const tooDeep: Reason = { expected: `claims nested at most ${mostLevels} levels deep` };
const twoHolders: Reason = { expected: 'one key of the holder, in the claims or beside them' };
const nothingThere: Reason = { expected: 'the path of a claim or an element that is there' };

function unfit(member: string, { expected, rule = 'RFC 9901 §4.2' }: Reason): Refused {
  return refused({
    code: 'claim_invalid',
    sentence: 'No SD-JWT can be made of this.',
    member,
    expected,
    fix: 'Change the claims or the paths.',
    rule,
  });
}
