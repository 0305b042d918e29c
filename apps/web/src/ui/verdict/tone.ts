/** The four verdicts a screen can show. Each has an icon and a word, never colour alone. */
export type Tone = 'verified' | 'refused' | 'warning' | 'unknown';
