/** What a guard of a route that asks models may look for, beside terms. */
export const guardedKinds = ['card', 'iban', 'email', 'phone', 'jwt', 'secret'] as const;

export type GuardedKind = (typeof guardedKinds)[number];
