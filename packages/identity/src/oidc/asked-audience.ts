import type { Client } from '@signet/contracts';

/** RFC 8707: for which API a sign-in is, or that which the client has first. */
export function askedAudience(
  parameters: Readonly<Record<string, unknown>>,
  { audiences }: Pick<Client, 'audiences'>,
): string {
  const [named] = [parameters['resource']].flat();
  return typeof named === 'string' && named !== '' ? named : (audiences[0] ?? '');
}
