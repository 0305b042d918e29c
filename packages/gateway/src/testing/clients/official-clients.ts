import { aiAnthropic, aiGoogle, aiOpenai, aiOpenaiChat } from './ai-sdk.ts';
import { anthropic } from './anthropic.ts';
import { google } from './google.ts';
import { langchainAnthropic, langchainOpenai, langchainOpenaiChat } from './langchain.ts';
import { mistral } from './mistral.ts';
import type { OfficialClient } from './official-client.ts';
import { openaiChat } from './openai-chat.ts';
import { openaiResponses } from './openai-responses.ts';

/** With the ways in which these read a stream, they are fifteen. */
export const officialClients: readonly OfficialClient[] = [
  ...[openaiChat, openaiResponses, anthropic, google, mistral],
  ...[aiOpenaiChat, aiOpenai, aiAnthropic, aiGoogle],
  ...[langchainOpenaiChat, langchainOpenai, langchainAnthropic],
];
