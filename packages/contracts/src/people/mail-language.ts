/** The languages that Signet writes to people in. */
export const mailLanguages = ['en', 'de', 'es', 'ja', 'zh'] as const;

export type MailLanguage = (typeof mailLanguages)[number];
