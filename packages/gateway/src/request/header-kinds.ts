/** What the gateway does with a header that a client sent. */
export type HeaderKind =
  /** Goes to the upstream as it came. */
  | 'forward'
  /** Speaks of the client's connection only (RFC 9110 §7.6.1). */
  | 'hop'
  /** Only the gateway may say this to an upstream; the client's copy is dropped. */
  | 'ours'
  /** Dropped: many servers read `x_user_id` as `x-user-id`. */
  | 'underscored'
  | 'authorization'
  | 'connection'
  | 'content-length'
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

/** Headers by which proxies are known to tell upstreams who is calling and from where. */
const identityHeaders = [
  'forwarded',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-original-url',
  'x-original-uri',
  'x-original-host',
  'x-rewrite-url',
  'x-http-method-override',
  'x-http-method',
  'x-method-override',
  'remote-user',
  'x-remote-user',
  'x-user',
  'x-user-id',
  'x-user-name',
  'x-user-email',
  'x-user-roles',
  'x-user-groups',
  'x-username',
  'x-email',
  'x-groups',
  'x-roles',
  'x-scopes',
  'x-tenant-id',
  'x-authenticated-user',
  'x-authenticated-userid',
  'x-authenticated-scope',
  'x-credential-identifier',
  'x-consumer-id',
  'x-consumer-username',
  'x-consumer-custom-id',
  'x-anonymous-consumer',
  'x-jwt-payload',
  'x-jwt-claims',
  'x-userinfo',
  'x-webauth-user',
  'x-ssl-client-cert',
  'x-client-cert',
];

const identityPrefixes = [
  'signet-',
  'x-signet-',
  'x-forwarded-',
  'x-auth-request-',
  'x-envoy-',
  'x-jwt-claim-',
];

const special: readonly HeaderKind[] = [
  'authorization',
  'connection',
  'content-length',
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
  'Cookie',
  'Origin',
  'Referer',
  'User-Agent',
];

/** End-to-end headers that a `Connection` list must not take away from a request that was decided with them. */
export const unlistable: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-type',
  'cookie',
  'origin',
  'range',
]);

export type HeaderKinds = (name: string) => HeaderKind;

/**
 * Sorts header names, however they are capitalised.
 * @param contextHeaders every header with which any route tells an upstream who calls, in lower case: none of them
 *   may come from a client, on whichever route.
 */
export function headerKinds(contextHeaders: Iterable<string>): HeaderKinds {
  const kinds = new Map<string, HeaderKind>();
  for (const name of frequent) kinds.set(name, 'forward').set(name.toLowerCase(), 'forward');
  for (const name of hopByHop) kinds.set(name, 'hop');
  for (const name of identityHeaders) kinds.set(name, 'ours');
  for (const name of contextHeaders) kinds.set(name, 'ours');
  for (const kind of special) kinds.set(kind, kind).set(capitalised(kind), kind);
  return (name) => kinds.get(name) ?? kindOf(name.toLowerCase(), kinds);
}

function kindOf(name: string, kinds: ReadonlyMap<string, HeaderKind>): HeaderKind {
  const kind = kinds.get(name);
  if (kind !== undefined) return kind;
  if (name.includes('_')) return 'underscored';
  return identityPrefixes.some((prefix) => name.startsWith(prefix)) ? 'ours' : 'forward';
}

function capitalised(name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
