import type { JsonNode, JsonObject } from '../json/json-node.ts';
import { readJson } from '../json/read-json.ts';
import { readJwe } from '../jwe/read-jwe.ts';
import { readB64 } from '../jws/payload.ts';
import { readJws } from '../jws/read-jws.ts';
import { malformed, oversized } from '../verdict/malformed.ts';
import { quote } from '../verdict/quote.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import { type ConversionCode, wouldLose } from './conversion-refusals.ts';
import { refuseParts, splitSelective } from './selective-parts.ts';
import type { SerialisedJwe, SerialisedJws, SerialisedToken } from './serialised-token.ts';

type Reading<Token = SerialisedToken> = Verdict<Token, ConversionCode>;

const defaultBytes = 1024 * 1024;

/**
 * Reads a JWS, a JWE or an SD-JWT in any serialisation into its members, each exactly as it was written. The token
 * must be well-formed; nothing is verified. Never throws.
 */
export function readSerialised(text: string, maxBytes: number = defaultBytes): Reading {
  const token = text.trim();
  if (token.startsWith('{')) return readJsonForm(token, maxBytes);
  return token.split('.', 6).length === 5 && !token.includes('~')
    ? readCompactJwe(token, maxBytes)
    : readCompactJws(token, maxBytes);
}

function readCompactJws(text: string, maxBytes: number): Reading<SerialisedJws> {
  const split = splitSelective(text);
  if (split.verdict === 'refused') return split;
  const { issued, parts } = split.token;
  const checked = readJws(issued, maxBytes);
  if (checked.verdict === 'refused') return checked;
  const isEncoded = readB64(checked.token.signatures[0]);
  if (isEncoded.verdict === 'refused') return isEncoded;
  const [header = '', payload = '', signature = ''] = issued.split('.');
  return verified({
    kind: 'signed',
    form: 'compact',
    ...(payload === '' ? {} : { payload }),
    isEncoded: isEncoded.token,
    signatures: [{ protected: header, signature }],
    ...(parts === undefined ? {} : { selective: parts }),
  });
}

function readCompactJwe(text: string, maxBytes: number): Reading<SerialisedJwe> {
  const checked = readJwe(text, maxBytes);
  if (checked.verdict === 'refused') return checked;
  const [header = '', encryptedKey = '', iv = '', ciphertext = '', tag = ''] = text.split('.');
  const recipients = [{ encryptedKey }] as const;
  return verified({ kind: 'encrypted', form: 'compact', protected: header, iv, ciphertext, tag, recipients });
}

function readJsonForm(text: string, maxBytes: number): Reading {
  if (text.length > maxBytes) return oversized(text.length, maxBytes);
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.root.kind !== 'object')
    return malformed('The token begins like a JSON serialisation and is none', { rule: 'RFC 7515 §7.2' });
  const members = new Members(text, reading.root);
  return members.has('ciphertext') ? readJsonJwe(members, maxBytes) : readJsonJws(members, maxBytes);
}

/** As many as are looked at when the token is verified or decrypted. */
const mostEntries = 16;

function tooMany(member: string): Reading<never> {
  return malformed(`The token has more ${member} than are read`, {
    member,
    expected: `at most ${mostEntries}`,
  });
}

const sharedByJws = ['payload', 'signatures'];
const ownInJws = ['protected', 'header', 'signature'];
const sharedByJwe = ['protected', 'unprotected', 'aad', 'iv', 'ciphertext', 'tag', 'recipients'];
const ownInJwe = ['header', 'encrypted_key'];

function readJsonJws(members: Members, maxBytes: number): Reading<SerialisedJws> {
  const checked = readJws(members.text, maxBytes);
  if (checked.verdict === 'refused') return checked;
  const isEncoded = readB64(checked.token.signatures[0]);
  if (isEncoded.verdict === 'refused') return isEncoded;
  const entries = members.list('signatures');
  if ((entries?.length ?? 0) > mostEntries) return tooMany('signatures');
  const surplus = surplusOf(members, sharedByJws, ownInJws, entries);
  if (surplus.length > 0) return wouldLose(surplus);
  const [first = members, ...others] = entries ?? [];
  const selective = selectiveOf(first);
  const misfit = selective === undefined ? undefined : refuseParts(selective);
  if (misfit !== undefined) return misfit;
  const payload = members.string('payload') ?? '';
  return verified({
    kind: 'signed',
    form: entries === undefined ? 'flattened' : 'general',
    ...(payload === '' ? {} : { payload }),
    isEncoded: isEncoded.token,
    signatures: [signatureOf(first), ...others.map(signatureOf)],
    ...(selective === undefined ? {} : { selective }),
  });
}

function signatureOf(entry: Members): SerialisedJws['signatures'][number] {
  return {
    ...present('protected', entry.string('protected')),
    ...present('header', entry.slice('header')),
    signature: entry.string('signature') ?? '',
  };
}

/** RFC 9901 §8.1: the unprotected header, of the first signature where there are several. */
function selectiveOf(entry: Members): SerialisedJws['selective'] {
  const header = entry.object('header');
  const disclosures = header?.strings('disclosures');
  const keyBinding = header?.string('kb_jwt');
  if (disclosures === undefined && keyBinding === undefined) return undefined;
  return { disclosures: disclosures ?? [], ...present('keyBinding', keyBinding) };
}

function readJsonJwe(members: Members, maxBytes: number): Reading<SerialisedJwe> {
  const checked = readJwe(members.text, maxBytes);
  if (checked.verdict === 'refused') return checked;
  const entries = members.list('recipients');
  if ((entries?.length ?? 0) > mostEntries) return tooMany('recipients');
  const surplus = surplusOf(members, sharedByJwe, ownInJwe, entries);
  if (surplus.length > 0) return wouldLose(surplus);
  const [first = members, ...others] = entries ?? [];
  return verified({
    kind: 'encrypted',
    form: entries === undefined ? 'flattened' : 'general',
    ...present('protected', members.string('protected')),
    ...present('unprotected', members.slice('unprotected')),
    ...present('aad', members.string('aad')),
    iv: members.string('iv') ?? '',
    ciphertext: members.string('ciphertext') ?? '',
    tag: members.string('tag') ?? '',
    recipients: [recipientOf(first), ...others.map(recipientOf)],
  });
}

function recipientOf(entry: Members): SerialisedJwe['recipients'][number] {
  return { ...present('header', entry.slice('header')), encryptedKey: entry.string('encrypted_key') ?? '' };
}

function surplusOf(
  members: Members,
  shared: readonly string[],
  own: readonly string[],
  entries: readonly Members[] | undefined,
): readonly string[] {
  const here = entries === undefined ? [...shared, ...own] : shared;
  const within = (entries ?? []).flatMap((entry) => entry.names().filter((name) => !own.includes(name)));
  return [...new Set([...members.names().filter((name) => !here.includes(name)), ...within])].map((name) =>
    quote(name),
  );
}

function present<Name extends string>(
  name: Name,
  text: string | undefined,
): { readonly [Key in Name]?: string } {
  return text === undefined ? {} : ({ [name]: text } as { readonly [Key in Name]?: string });
}

/** The members of one object in a JSON text, by name, as values or as they were written. */
class Members {
  readonly text: string;
  readonly #nodes: ReadonlyMap<string, JsonNode>;

  constructor(text: string, object: JsonObject) {
    this.text = text;
    this.#nodes = new Map(object.members.map(({ name, value }) => [name.value, value]));
  }

  names(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  has(name: string): boolean {
    return this.#nodes.has(name);
  }

  string(name: string): string | undefined {
    const node = this.#nodes.get(name);
    return node?.kind === 'string' ? node.value : undefined;
  }

  strings(name: string): readonly string[] | undefined {
    const node = this.#nodes.get(name);
    if (node?.kind !== 'array' || node.items.some(({ kind }) => kind !== 'string')) return undefined;
    return node.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  }

  slice(name: string): string | undefined {
    const node = this.#nodes.get(name);
    return node === undefined ? undefined : this.text.slice(node.start, node.end);
  }

  object(name: string): Members | undefined {
    const node = this.#nodes.get(name);
    return node?.kind === 'object' ? new Members(this.text, node) : undefined;
  }

  list(name: string): readonly Members[] | undefined {
    const node = this.#nodes.get(name);
    if (node?.kind !== 'array') return undefined;
    return node.items.flatMap((item) => (item.kind === 'object' ? [new Members(this.text, item)] : []));
  }
}
