import { anthropicColumn } from '../anthropic/mapping.ts';
import { bedrockColumn } from '../bedrock/mapping.ts';
import { geminiColumn } from '../gemini/mapping.ts';
import type { ProviderProtocol } from '../model/protocol.ts';
import { chatColumn } from '../openai-chat/mapping.ts';
import { responsesColumn } from '../openai-responses/mapping.ts';
import type { Column } from './cell.ts';

/**
 * What each protocol carries, and what becomes of the rest. The writers ask it for their reasons, and
 * `docs/llm-mapping.md` is drawn from it: nothing is said of a loss anywhere else.
 */
export const mapping: Readonly<Record<ProviderProtocol, Column>> = {
  chat: chatColumn,
  responses: responsesColumn,
  anthropic: anthropicColumn,
  gemini: geminiColumn,
  bedrock: bedrockColumn,
};
