import type { ProviderKind } from './type.ts';

/** Of each provider. */
export const llmDefaults = {
  connectTimeout: '5s',
  firstEvent: '120s',
  idle: '60s',
  whole: '15m',
} as const;

/** Where the providers of each kind answer, unless said otherwise; others must be told where. */
export const usualAddresses: Readonly<Record<ProviderKind, string | undefined>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  gemini: 'https://generativelanguage.googleapis.com',
  'openai-compatible': undefined,
};

/** Whose prices they have. */
export const usualPrices: Readonly<Record<ProviderKind, string | undefined>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  'openai-compatible': undefined,
};
