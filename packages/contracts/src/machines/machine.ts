/**
 * What stands where a token has its issuer, of a machine that shows its name and its password: in `claims.iss` and in records. No URL,
 * so that no issuer of the configuration is mistaken for it.
 */
export const machineIssuer = 'signet:machines';

const form = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;

/**
 * Whether a text is the hash of a password as `signet machine hash` makes it. Of one cost alone: where some hashes took longer than others, how
 * long a refusal takes would tell which names there are.
 */
export function isMachineHash(text: string): boolean {
  return form.test(text);
}
