import type { Protocol } from '@signet/ai';
import { type KeptDoor, keptDoorOf } from './kept/kept-door.ts';
import { type PlainDoor, plainDoorOf } from './plain/plain-door.ts';

/** What a caller wants at the address of one of the protocols that are spoken with models. */
export type ModelDoor =
  | {
      readonly kind: 'ask';
      readonly protocol: Protocol;
      /** Said by the address, where its protocol has it there. */
      readonly address?: { readonly model: string; readonly stream: boolean; readonly events: boolean };
    }
  | { readonly kind: 'list'; readonly protocol: Protocol }
  | PlainDoor
  | KeptDoor;

const asking: Readonly<Record<string, Protocol>> = {
  '/v1/chat/completions': 'chat',
  '/v1/responses': 'responses',
  '/v1/messages': 'anthropic',
};

const gemini = /^\/v1(?:beta|alpha)?\/models\/([^?]+):(generateContent|streamGenerateContent)$/;
const geminiModels = '/v1beta/models';

/**
 * Undefined for an address at which nothing can be asked: what is not counted here does not pass.
 * @param path canonical, without the prefix that the route takes away
 */
export function doorOf(method: string, path: string, query: string): ModelDoor | undefined {
  if (method === 'GET' && path === '/v1/models') return { kind: 'list', protocol: 'chat' };
  if (method === 'GET' && path === geminiModels) return { kind: 'list', protocol: 'gemini' };
  const kept = keptDoorOf(method, path);
  if (kept !== undefined) return kept;
  if (method !== 'POST') return undefined;
  const protocol = Object.hasOwn(asking, path) ? asking[path] : undefined;
  if (protocol !== undefined) return { kind: 'ask', protocol };
  const [, model, verb] = gemini.exec(path) ?? [];
  if (model === undefined) return plainDoorOf(path);
  const events = new URLSearchParams(query).get('alt') === 'sse';
  const address = { model, stream: verb === 'streamGenerateContent', events };
  return { kind: 'ask', protocol: 'gemini', address };
}

/** By which protocol to refuse, whatever was wanted. */
export function protocolAt(path: string): Protocol {
  if (path.includes('/v1beta/') || path.includes('/v1alpha/')) return 'gemini';
  return /\/v1\/messages(?:\/count_tokens)?$/.test(path) ? 'anthropic' : 'chat';
}
