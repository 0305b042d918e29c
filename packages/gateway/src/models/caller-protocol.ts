import { type Protocol, protocols } from '@signet/ai';

/** What is spoken at a door. */
export type CallerProtocol = Protocol;

export const callerProtocols: readonly CallerProtocol[] = protocols;

/** Members that Messages has and Chat Completions has not. */
const ofMessages = ['system', 'stop_sequences', 'anthropic_version', 'top_k', 'output_config'];

/** What a question is written in, by its members; undefined where it is none. */
export function callerProtocolOf(body: unknown): CallerProtocol | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('contents' in body) return 'gemini';
  if ('input' in body) return 'responses';
  if (!('messages' in body)) return undefined;
  return ofMessages.some((member) => member in body) ? 'anthropic' : 'chat';
}
