/** Each request says all of itself: no handshake, no session, no stream that a client opens by GET. */
export const statelessRevision = '2026-07-28';

/** What is agreed on in a handshake, in a session where the server wants one; the newest first. */
export const sessionRevisions: readonly string[] = ['2025-11-25', '2025-06-18'];

export const spokenRevisions: readonly string[] = [statelessRevision, ...sessionRevisions];

/** In which of the two ways a client or a server speaks. */
export type Era = 'stateless' | 'sessions';

/** Undefined for a revision that is not spoken here. */
export function eraOf(revision: string): Era | undefined {
  if (revision === statelessRevision) return 'stateless';
  return sessionRevisions.includes(revision) ? 'sessions' : undefined;
}

/** Where a request of the stateless revision says what a handshake says otherwise. */
export const metaKeys = {
  revision: 'io.modelcontextprotocol/protocolVersion',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
  client: 'io.modelcontextprotocol/clientInfo',
  server: 'io.modelcontextprotocol/serverInfo',
} as const;

/** Of JSON-RPC 2.0 §5.1, and of the revision of 2026-07-28. */
export const rpcCodes = {
  unreadable: -32700,
  invalid: -32600,
  unknownMethod: -32601,
  invalidParams: -32602,
  headerMismatch: -32020,
  unknownRevision: -32022,
} as const;
