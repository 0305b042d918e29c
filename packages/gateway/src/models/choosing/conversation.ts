import { createHash } from 'node:crypto';
import type { InputItem, ModelRequest } from '@signet/ai';

/** Of each message that counts, so much: what comes behind it hardly tells conversations apart. */
const mostOfMessage = 4_096;
/** Messages before the first of a user. */
const mostInstructions = 8;

/**
 * What stays the same over all turns of a conversation, and hardly for two of them: whose it is, its instructions and the first
 * message of a user. What is asked of one key every time hits the cache of prompts that the provider keeps by it.
 * @param subject who asks; conversations of others fall elsewhere, however they begin
 */
export function conversationOf({ items, cache }: ModelRequest, subject: string): string {
  const hash = createHash('sha256');
  put(hash, subject);
  if (cache?.key !== undefined) {
    // The caller knows best what belongs together.
    put(hash, cache.key);
    return hash.digest('base64url');
  }
  let instructions = 0;
  for (const item of items) {
    if (item.kind !== 'message') continue;
    const isFirst = item.role === 'user';
    if (!isFirst && item.role === 'assistant') continue;
    if (!isFirst && instructions === mostInstructions) continue;
    instructions += 1;
    put(hash, item.role);
    put(hash, textOf(item));
    if (isFirst) break;
  }
  return hash.digest('base64url');
}

/** Between 0 and 1, exclusively: the same for the same two texts in every process, and evenly spread over all. */
export function lot(conversation: string, name: string): number {
  const hash = createHash('sha256');
  put(hash, conversation);
  put(hash, name);
  return (hash.digest().readUInt32BE(0) + 0.5) / 2 ** 32;
}

/** With its length, so that no two lists of texts are the same bytes. */
function put(hash: ReturnType<typeof createHash>, text: string): void {
  hash.update(`${text.length}:`).update(text);
}

function textOf(item: Extract<InputItem, { kind: 'message' }>): string {
  let text = '';
  for (const part of item.parts) {
    if (part.kind === 'text') text += part.text.slice(0, mostOfMessage);
    if (text.length >= mostOfMessage) break;
  }
  return text.slice(0, mostOfMessage);
}
