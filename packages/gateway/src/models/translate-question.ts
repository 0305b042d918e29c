import { type Losses, type ModelRequest, Notes, type Protocol, type ProviderProtocol } from '@signet/ai';
import { type AskedWith, writeRequest } from './provider-wire.ts';

/** A question as its caller asked it, and what its reading passed over. */
export interface ReadQuestion {
  readonly protocol: Protocol;
  readonly request: ModelRequest;
  readonly unread: Losses;
}

/** The same in the protocol of a provider; what that loses, and what reading it lost, is noted. */
export function translateQuestion(
  { protocol, request, unread }: ReadQuestion,
  target: AskedWith,
  { to, losses }: { readonly to: ProviderProtocol; readonly losses: Losses },
): Readonly<Record<string, unknown>> {
  for (const loss of unread.told) losses.note(loss);
  return writeRequest(request, new Notes({ from: protocol, to, losses }), target);
}
