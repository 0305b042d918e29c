import {
  elapsed,
  type IdentityConfiguration,
  type ProviderConfiguration,
  type SecretReference,
  type SteadyClock,
  type SteadyTime,
  type WallClock,
} from '@signet/contracts';
import type { AskServer } from '@signet/trust';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockSkew,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from 'openid-client';
import { openLine, type ProviderLine } from './provider-line.ts';

/** A provider as it is configured now. */
export interface KnownProvider extends ProviderConfiguration {
  readonly id: string;
}

/** A provider that is about to be asked: what it says of itself, and the requests to it. */
export interface OpenProvider {
  readonly client: Configuration;
  readonly line: ProviderLine;
}

export interface ProviderDirectory {
  list(): readonly KnownProvider[];
  find(id: string): KnownProvider | undefined;
  /** Rejects where its discovery document cannot be had, or is none of this issuer. */
  open(provider: KnownProvider): Promise<OpenProvider>;
}

export interface ProviderDirectoryParts {
  readonly configuration: () => IdentityConfiguration;
  /** @throws SignetError `secret_unreadable`, `secret_exposed` */
  readonly revealSecret: (reference: SecretReference) => string;
  readonly askServer: AskServer;
  readonly steady: SteadyClock;
  readonly wall: WallClock;
}

/** Milliseconds for which a discovery document counts. Keys are fetched each time, so that they may change at any. */
const goodFor = 10 * 60_000;
/** Seconds by which clocks may differ. */
export const tolerance = 30;

/** What the file says now, and what the providers in it say of themselves, each asked once at a time. */
export function createProviderDirectory(parts: ProviderDirectoryParts): ProviderDirectory {
  const held = new Map<string, { readonly metadata: Promise<ServerMetadata>; readonly since: SteadyTime }>();

  const list = () =>
    Object.entries(parts.configuration().providers).map(([id, provider]) => ({ id, ...provider }));

  /** Issuers that are configured no more are forgotten, so that no more are held than the file may name. */
  function forgetOthers(): void {
    const issuers = new Set(list().map(({ issuer }) => issuer));
    for (const issuer of held.keys()) if (!issuers.has(issuer)) held.delete(issuer);
  }

  async function metadataOf(provider: KnownProvider): Promise<ServerMetadata> {
    const { issuer } = provider;
    const known = held.get(issuer);
    if (known !== undefined && elapsed(known.since, parts.steady()) < goodFor) return known.metadata;
    forgetOthers();
    const metadata = discover(provider, parts);
    held.set(issuer, { metadata, since: parts.steady() });
    try {
      return await metadata;
    } catch (error) {
      held.delete(issuer);
      throw error;
    }
  }

  return {
    list,
    find: (id) => list().find((provider) => provider.id === id),
    async open(provider) {
      const metadata = await metadataOf(provider);
      const line = openLine(provider, parts.askServer);
      return { client: clientOf(provider, metadata, line, parts), line };
    },
  };
}

async function discover(
  provider: KnownProvider,
  { askServer }: ProviderDirectoryParts,
): Promise<ServerMetadata> {
  const { fetch } = openLine(provider, askServer);
  const found = await discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, {
    [customFetch]: fetch,
    execute: [allowInsecureRequests],
  });
  const metadata = found.serverMetadata();
  // OpenID Connect Discovery 1.0 §4.3: exactly, so that a slash at the end counts.
  if (metadata.issuer === provider.issuer) return metadata;
  throw new Error(`The discovery document is of another issuer than ${provider.issuer}`);
}

/** By our clock, whatever that of the machine says. That addresses are by https, the line sees to. */
function clientOf(
  provider: KnownProvider,
  metadata: ServerMetadata,
  line: ProviderLine,
  { revealSecret, wall }: ProviderDirectoryParts,
): Configuration {
  const secret = revealSecret(provider.clientSecret);
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const proof = methods.includes('client_secret_basic')
    ? ClientSecretBasic(secret)
    : ClientSecretPost(secret);
  const skew = Math.round((wall() - Date.now()) / 1000);
  const times = { [clockSkew]: skew, [clockTolerance]: tolerance };
  const client = new Configuration(metadata, provider.clientId, times, proof);
  allowInsecureRequests(client);
  // The signature counts although the token came by TLS, which ends at a proxy in many places.
  enableNonRepudiationChecks(client);
  client[customFetch] = line.fetch;
  return client;
}
