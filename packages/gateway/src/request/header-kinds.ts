import { tellsIdentity } from './identity-headers.ts';

/** What the gateway does with a header that a client sent. */
export type HeaderKind =
  /** Goes to the upstream as it came. */
  | 'forward'
  /** Speaks of the client's connection only (RFC 9110 §7.6.1). */
  | 'hop'
  /** Only the gateway may say this to an upstream; the client's copy is dropped. */
  | 'ours'
  /** The same, but some route of the configuration lets clients say it. */
  | 'excepted'
  /** Dropped: many servers read `x_user_id`, some `x.user.id`, as `x-user-id`. */
  | 'twin'
  | 'authorization'
  | 'connection'
  | 'content-length'
  /** Goes to the upstream without the refresh token. */
  | 'cookie'
  | 'expect'
  | 'host'
  | 'transfer-encoding'
  | 'upgrade'
  | 'via';

const hopByHop = [
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'http2-settings',
];

const special: readonly HeaderKind[] = [
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'transfer-encoding',
  'upgrade',
  'via',
];

/** Known to be harmless, and so frequent that they should cost one lookup. */
const frequent = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Cache-Control',
  'Content-Type',
  'Origin',
  'Referer',
  'User-Agent',
];

/** End-to-end headers that a `Connection` list must not take away from a request that was decided with them. */
export const unlistable: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-type',
  'origin',
  'range',
]);

export type HeaderKinds = (name: string) => HeaderKind;

export interface HeaderRules {
  /**
   * Every header with which any route tells an upstream who calls, in lower case: none of them may come from a client,
   * on whichever route.
   */
  readonly context: Iterable<string>;
  /** Every header that some route lets clients send all the same, in lower case. */
  readonly excepted: Iterable<string>;
}

/** Clients send the same few names; a stranger that sends others makes this forget, and pays for each look itself. */
const mostRemembered = 512;
const longestRemembered = 64;

/** Sorts header names, however they are capitalised. */
export function headerKinds({ context, excepted }: HeaderRules): HeaderKinds {
  const known = knownKinds(context, excepted);
  let seen = new Map<string, HeaderKind>();
  return (name) => {
    const kind = known.get(name) ?? seen.get(name);
    if (kind !== undefined) return kind;
    const found = kindOf(name.toLowerCase(), known);
    if (name.length > longestRemembered) return found;
    if (seen.size >= mostRemembered) seen = new Map();
    seen.set(name, found);
    return found;
  };
}

function knownKinds(context: Iterable<string>, excepted: Iterable<string>): ReadonlyMap<string, HeaderKind> {
  const kinds = new Map<string, HeaderKind>();
  for (const name of frequent) kinds.set(name, 'forward').set(name.toLowerCase(), 'forward');
  // What passes on every route is no exception.
  for (const name of excepted) if (tellsIdentity(name)) kinds.set(name, 'excepted');
  for (const name of hopByHop) kinds.set(name, 'hop');
  for (const name of context) kinds.set(name, 'ours');
  for (const kind of special) kinds.set(kind, kind).set(capitalised(kind), kind);
  return kinds;
}

const otherCharacters = /[^a-z0-9-]/g;

/** CGI and its heirs read any other character as they read a hyphen; WebSphere's own names begin with a dollar sign. */
function kindOf(name: string, known: ReadonlyMap<string, HeaderKind>): HeaderKind {
  const kind = known.get(name);
  if (kind !== undefined) return kind;
  const hyphened = name.replace(otherCharacters, '-');
  if (hyphened === name) return tellsIdentity(name) ? 'ours' : 'forward';
  const isTwin = name.includes('_') || name.startsWith('$') || kindOf(hyphened, known) !== 'forward';
  return isTwin ? 'twin' : 'forward';
}

function capitalised(name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
