import { createHmac, randomBytes } from 'node:crypto';
import { type Members, signedText } from './signed-text.ts';

/** A shared secret, which is text as well. */
export class MadeSecret {
  readonly text: string;

  constructor(bytes: number) {
    this.text = randomBytes(bytes / 2).toString('hex');
  }

  /** Signed with these bytes, or the secret itself. */
  token(alg = 'HS256', header: Members = {}, bytes: string | Uint8Array = this.text): string {
    return signedText({ alg, ...header }, undefined, (input) =>
      createHmac(`sha${alg.slice(2)}`, bytes)
        .update(input)
        .digest(),
    );
  }

  /** The same secret as a JWK, with other members put over it. */
  jwk(over: Members = {}): Members {
    return { kty: 'oct', k: Buffer.from(this.text).toString('base64url'), ...over };
  }
}
