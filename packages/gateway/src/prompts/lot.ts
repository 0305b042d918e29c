import { createHash } from 'node:crypto';

/** Whom a lot is drawn for. */
export interface Drawer {
  readonly issuer: string;
  /** Of the token; one without has the lot of all others without. */
  readonly subject: string | undefined;
  readonly prompt: string;
  /** Of the publication: with each one lots are drawn anew. */
  readonly number: number;
}

/** From 0 up to, but not including, 100; the same for the same caller, on every node. */
export function lotOf({ issuer, subject, prompt, number }: Drawer): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([prompt, number, issuer, subject ?? null]))
    .digest();
  return (digest.readUIntBE(0, 6) / 2 ** 48) * 100;
}
