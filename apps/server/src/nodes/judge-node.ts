import type { X509Certificate } from 'node:crypto';
import type { NodesConfiguration } from '@signet/contracts';
import { isForClients, isGood } from '../certificates/client-authorities.ts';
import type { SentAway } from './messages.ts';

/** The name that a gateway node goes by, or why it is sent away. */
export type JudgedNode = { readonly name: string } | { readonly why: SentAway };

/**
 * Whether the holder of a certificate that the authority of nodes issued is a gateway node of this configuration. The
 * certificate of a control node is none: it is for servers.
 * @param now Milliseconds since the epoch
 */
export function judgeNode(
  certificate: X509Certificate | undefined,
  nodes: NodesConfiguration,
  now: number,
): JudgedNode {
  if (certificate === undefined || !isForClients(certificate) || !isGood(certificate, now))
    return { why: 'certificate' };
  const name = /^CN=([a-z0-9-]{1,64})$/.exec(certificate.subject)?.[1];
  const node = name === undefined || !Object.hasOwn(nodes, name) ? undefined : nodes[name];
  if (name === undefined || node === undefined) return { why: 'unknown' };
  const isRevoked = node.revoked.includes(certificate.fingerprint256);
  return isRevoked ? { why: 'revoked' } : { name };
}
