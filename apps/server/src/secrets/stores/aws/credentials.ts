import { StoreFault } from '../store-fault.ts';
import { type CredentialParts, credentialsOf, type TimedCredentials } from './credential-parts.ts';
import { fromContainer, fromMachine } from './metadata-credentials.ts';
import { sharedCredentials } from './shared-file.ts';
import type { AwsCredentials } from './signature.ts';
import { assumeByWebIdentity } from './web-identity.ts';

type Source = (parts: CredentialParts) => Promise<TimedCredentials | undefined>;

/** In the order of AWS's own clients; the first that there is counts, and its failure is not passed over. */
const sources: readonly Source[] = [
  fromVariables,
  assumeByWebIdentity,
  sharedCredentials,
  fromContainer,
  fromMachine,
];

/** How long before their end credentials are got anew. */
const margin = 5 * 60_000;

export interface AwsIdentity {
  /** @throws StoreFault */
  get(): Promise<AwsCredentials>;
  /** After they were refused. */
  forget(): void;
}

export function createAwsIdentity(parts: CredentialParts, now: () => number): AwsIdentity {
  let held: TimedCredentials | undefined;
  return {
    async get() {
      const { until = Number.POSITIVE_INFINITY } = held ?? { until: 0 };
      if (held === undefined || until - margin < now()) held = await findCredentials(parts);
      return held;
    },
    forget() {
      held = undefined;
    },
  };
}

async function findCredentials(parts: CredentialParts): Promise<TimedCredentials> {
  for (const source of sources) {
    const found = await source(parts);
    if (found !== undefined) return found;
  }
  throw new StoreFault('no credentials: neither variables, a file, a role nor this machine has any');
}

async function fromVariables({
  places: { variable },
}: CredentialParts): Promise<TimedCredentials | undefined> {
  return credentialsOf({
    accessKeyId: variable('AWS_ACCESS_KEY_ID'),
    secretAccessKey: variable('AWS_SECRET_ACCESS_KEY'),
    sessionToken: variable('AWS_SESSION_TOKEN'),
  });
}
