import {
  addresses,
  type Client,
  type ClientInformation,
  type ClientMetadata,
  hasKeys,
  metadataOf,
  type RegistrationBounds,
  readClientMetadata,
  refusal,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { CertificateDoor } from '../certificates/certificate-door.ts';
import type { ClientAdministration } from '../clients/client-administration.ts';
import { hashClientSecret, matchesSecret, newClientSecret } from '../clients/client-secret.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { ClientStore, StoredClient } from '../ports/index.ts';
import type { RegistrationTokens, RegistrationTokensParts } from './registration-tokens.ts';

export interface RegisterClientParts extends RegistrationTokensParts {
  readonly issuer: string;
  readonly clientStore: ClientStore;
  readonly registrationTokens: RegistrationTokens;
  readonly audit: Audit;
  readonly removeClient: ClientAdministration['remove'];
  /** Absent where no client shows a certificate. */
  readonly certificateDoor?: CertificateDoor;
}

/**
 * `POST /oauth/register` (RFC 7591): an app adds itself, with a token that says what it may be at most. The token is used up
 * once everything else was found right, so that a mistake does not cost it.
 */
export async function registerClient(
  metadata: ClientMetadata,
  token: string | undefined,
  parts: RegisterClientParts,
): Promise<Outcome<ClientInformation>> {
  if (parts.configuration().clientRegistration === 'off') return off;
  const bounds = token === undefined ? undefined : await parts.registrationTokens.boundsOf(token);
  if (token === undefined || bounds === undefined) return unknown;
  const id = `app-${Buffer.from(parts.random(new Uint8Array(12))).toString('hex')}`;
  const read = readMetadata(metadata, bounds, id, parts);
  if (read.kind === 'denied') return read;
  if (!(await parts.registrationTokens.use(token))) return unknown;
  const own = newClientSecret(parts.random);
  const made = secretFor(read.value, parts);
  const client: StoredClient = {
    ...read.value,
    id,
    secrets: made === undefined ? [] : [made.kept],
    createdAt: parts.wall(),
    version: 1,
    registration: { ...bounds, tokenHash: hashClientSecret(own) },
  };
  const deed = parts.audit.deed('client.added', {
    target: { kind: 'client', id },
    details: { itself: true },
  });
  if ((await parts.clientStore.add(client, deed)) === 'exists') return changed;
  return passed({ ...told(client, parts), registration_access_token: own, ...secretIn(made) });
}

/** `GET /oauth/register/{id}` (RFC 7592 §2.1). */
export async function readRegistration(
  id: string,
  token: string | undefined,
  parts: RegisterClientParts,
): Promise<Outcome<ClientInformation>> {
  const client = await registered(id, token, parts);
  return client.kind === 'denied' ? client : passed(told(client.value, parts));
}

/** `PUT /oauth/register/{id}` (RFC 7592 §2.2): all of it anew, within what its first token allowed. */
export async function changeRegistration(
  id: string,
  metadata: ClientMetadata,
  token: string | undefined,
  parts: RegisterClientParts,
): Promise<Outcome<ClientInformation>> {
  const found = await registered(id, token, parts);
  if (found.kind === 'denied') return found;
  const { registration, secrets, createdAt, version } = found.value;
  if (metadata['client_id'] !== id) return otherMember('client_id', id);
  const { client_secret: secret } = metadata;
  if (
    secret !== undefined &&
    !matchesSecret(
      String(secret),
      secrets.map(({ hash }) => hash),
    )
  )
    return otherMember('client_secret', 'the one that is good');
  const read = readMetadata(metadata, registration, id, parts);
  if (read.kind === 'denied') return read;
  const keepsSecret = usesSecret(read.value) && secrets.length > 0;
  const made = keepsSecret ? undefined : secretFor(read.value, parts);
  const kept = keepsSecret ? secrets : made === undefined ? [] : [made.kept];
  const client = { ...read.value, id, secrets: kept, createdAt, version: version + 1, registration };
  const deed = parts.audit.deed('client.changed', {
    target: { kind: 'client', id },
    details: { itself: true },
  });
  if (!(await parts.clientStore.replace(client, deed))) return changed;
  return passed({ ...told(client, parts), ...secretIn(made) });
}

/** `DELETE /oauth/register/{id}` (RFC 7592 §2.3): it gets nothing any more, and what it has ends. */
export async function removeRegistration(
  id: string,
  token: string | undefined,
  parts: RegisterClientParts,
): Promise<Outcome<undefined>> {
  const client = await registered(id, token, parts);
  if (client.kind === 'denied') return client;
  await parts.removeClient(id);
  return passed(undefined);
}

type Registered = StoredClient & Required<Pick<StoredClient, 'registration'>>;

/** An unknown app, one that somebody else added, and a wrong token get the same answer. */
async function registered(
  id: string,
  token: string | undefined,
  parts: RegisterClientParts,
): Promise<Outcome<Registered>> {
  if (parts.configuration().clientRegistration === 'off') return off;
  const client = await parts.clientStore.find(id);
  const registration = client?.removedAt === undefined ? client?.registration : undefined;
  const matches = matchesSecret(token ?? '', registration === undefined ? [] : [registration.tokenHash]);
  if (client === undefined || registration === undefined || !matches) return unknown;
  return passed({ ...client, registration });
}

function readMetadata(
  metadata: ClientMetadata,
  bounds: RegistrationBounds,
  id: string,
  { certificateDoor }: RegisterClientParts,
): Outcome<Client> {
  if (metadata['software_statement'] !== undefined) return denied(refusal('software_statement_refused'));
  const reading = readClientMetadata(metadata, bounds, {
    id,
    takesCertificates: certificateDoor !== undefined,
  });
  if (reading.kind === 'read') return passed(reading.client);
  const { member, expected } = reading;
  return member === 'redirect_uris'
    ? denied(refusal('redirect_uri_invalid', { expected }))
    : otherMember(member, expected);
}

function otherMember(member: string, expected: string): Denied {
  return denied(refusal('client_metadata_invalid', { member, expected }));
}

function usesSecret(client: Client): boolean {
  return client.type === 'confidential' && !hasKeys(client);
}

function secretFor(client: Client, { random, wall }: RegisterClientParts) {
  if (!usesSecret(client)) return undefined;
  const secret = newClientSecret(random);
  return { secret, kept: { hash: hashClientSecret(secret), createdAt: wall() } };
}

function secretIn(made: { readonly secret: string } | undefined) {
  return made === undefined ? {} : { client_secret: made.secret };
}

function told(client: StoredClient, { issuer }: RegisterClientParts): ClientInformation {
  return {
    client_id: client.id,
    client_id_issued_at: Math.floor(client.createdAt / 1000),
    registration_client_uri: `${issuer}${addresses.registerClient.path}/${client.id}`,
    ...metadataOf(client, usesSecret(client)),
  };
}

const off: Denied = denied(refusal('client_registration_off'));
const unknown: Denied = denied(refusal('registration_token_invalid'));
const changed: Denied = denied(refusal('client_changed'));
