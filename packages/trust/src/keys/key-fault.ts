/** Why an issuer's keys could not be learnt. Its message names addresses and rules, never key material. */
export class KeyFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'KeyFault';
  }
}
