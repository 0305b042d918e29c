import type { RefusalTranslations } from '../templates.ts';

/** What is told on pages that the server makes by itself, where no script of the web app says it in another language. */
export type PageTexts = Pick<
  RefusalTranslations,
  | 'internal_error'
  | 'store_unavailable'
  | 'outcome_unknown'
  | 'provider_sign_in_over'
  | 'authorization_request_invalid'
>;
