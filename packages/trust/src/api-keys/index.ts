/** API keys as they are written and hashed; for servers alone. */
export { hashApiKey, isApiKey, newApiKey } from './api-key-text.ts';
