import type { SecretPlaces } from '../../secret-places.ts';
import type { AskStore } from '../ask-store.ts';
import type { AwsCredentials } from './signature.ts';

/** Credentials, and until when they are good; absent: for as long as nobody takes them back. */
export interface TimedCredentials extends AwsCredentials {
  /** Milliseconds since the epoch. */
  readonly until?: number;
}

export interface CredentialParts {
  readonly places: SecretPlaces;
  readonly ask: AskStore;
  readonly region: string;
}

/** `undefined` unless both halves are there and fit into a header. */
export function credentialsOf(given: {
  readonly accessKeyId: unknown;
  readonly secretAccessKey: unknown;
  readonly sessionToken?: unknown;
}): AwsCredentials | undefined {
  const { accessKeyId, secretAccessKey, sessionToken } = given;
  if (typeof accessKeyId !== 'string' || !/^\w{8,128}$/.test(accessKeyId)) return undefined;
  if (typeof secretAccessKey !== 'string' || secretAccessKey === '') return undefined;
  if (typeof sessionToken !== 'string' || sessionToken === '') return { accessKeyId, secretAccessKey };
  if (!/^[\x21-\x7e]{1,8192}$/.test(sessionToken)) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken };
}
