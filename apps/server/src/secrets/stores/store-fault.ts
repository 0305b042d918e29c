import { refusal, type SecretReference, SignetError, tellReference } from '@signet/contracts';

/** Why a store gave no secret: a status, a code that its API documents, never a text that it wrote. */
export class StoreFault extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`A store of secrets: ${reason}`);
    this.name = 'StoreFault';
    this.reason = reason;
  }
}

/** Words of an API's own, such as `ResourceNotFoundException`; what could be anything else is not told. */
export function documentedCode(code: unknown): string | undefined {
  if (typeof code !== 'string') return undefined;
  const name = code.replace(/^.*#/, '');
  return /^[A-Za-z][A-Za-z_.]{2,63}$/.test(name) ? name : undefined;
}

/**
 * What `read` gives, or why not in the words of a refusal.
 * @throws SignetError `secret_unreadable`
 */
export async function orRefuse(
  reference: SecretReference,
  store: string,
  read: () => Promise<string>,
): Promise<string> {
  try {
    const secret = await read();
    if (secret.trim() !== '') return secret;
    throw new StoreFault('an empty secret');
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const told = { reference: tellReference(reference), store, reason: error.reason };
    throw new SignetError(refusal('secret_unreadable.store', told), { cause: error });
  }
}
