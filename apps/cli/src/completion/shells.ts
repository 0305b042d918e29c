/** Shells that a completion can be written for. */
export type Shell = 'bash' | 'zsh' | 'fish';

export const shells: readonly Shell[] = Object.freeze(['bash', 'zsh', 'fish']);
