/** Every sentence of the frame around the pages, in one place for translation. */
export const words = {
  product: 'Signet',
  pagesLabel: 'Pages',
  pages: { debugger: 'Debugger', learn: 'Learn' },
  skip: { debugger: 'Skip to the token', learn: 'Skip to the lesson' },
  privacy: 'Nothing leaves this page',
  privacyHint: 'Tokens and keys are read in your browser. The page sends no request after it has loaded.',
  theme: 'Theme',
  themes: { light: 'Light', auto: 'System', dark: 'Dark' },
} as const;
