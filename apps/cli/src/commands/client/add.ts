import type { AddClientRequest } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { readKeyBytes } from '../../input/read-key-file.ts';
import { publicHalfOf, readOneKey } from '../../keys/read-one-key.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { tellSecret } from './tell-secret.ts';

export interface ClientAddOptions extends ServerOptions {
  readonly name?: string;
  readonly type?: string;
  readonly grant?: readonly string[];
  readonly redirect?: readonly string[];
  readonly postLogout?: readonly string[];
  readonly audience?: readonly string[];
  readonly scope?: readonly string[];
  readonly role?: readonly string[];
  readonly origin?: readonly string[];
  readonly publicKey?: readonly string[];
  readonly jwksUri?: string;
  readonly exchangeFrom?: readonly string[];
  readonly dpop?: boolean;
  readonly backchannelLogout?: string;
  readonly pushedRequests?: boolean;
  readonly browserTokens?: string;
  readonly mtls?: readonly string[];
  readonly certificateBound?: boolean;
  readonly organizations?: string;
  readonly organization?: string;
  readonly firstParty?: boolean;
  readonly native?: boolean;
}

/** Adds a client. What a client may be is for the server to say, in the words that it has for `signet.yaml` as well. */
export async function addClient(context: Context, id: string, options: ClientAddOptions): Promise<void> {
  const added = await openAdmin(context, options).addClient({
    ...requestOf(id, options),
    ...(await keysOf(context, options)),
    ...(await certificateOf(context, options)),
  });
  answer(context, options, added, () =>
    [outcomeLine(context.paint, true, `Added client ${added.client.id}.`), ...tellSecret(added), ''].join(
      '\n',
    ),
  );
}

/** Of a file with a private key only the public half leaves this machine. */
async function keysOf(
  context: Context,
  { publicKey: files = [], jwksUri }: ClientAddOptions,
): Promise<Pick<AddClientRequest, 'jwksUri' | 'publicKeys'>> {
  const publicKeys: string[] = [];
  for (const file of files) {
    const key = await readOneKey(await readKeyBytes(context, file), undefined);
    publicKeys.push(JSON.stringify(publicHalfOf(key)));
  }
  return {
    ...(publicKeys.length === 0 ? {} : { publicKeys }),
    ...(jwksUri === undefined ? {} : { jwksUri }),
  };
}

/** `pinned=FILE` reads a certificate; a file with a private key beside it gives away the certificate alone. */
async function certificateOf(
  context: Context,
  { mtls }: ClientAddOptions,
): Promise<Pick<AddClientRequest, 'certificate'>> {
  if (mtls === undefined) return {};
  const pinned: string[] = [];
  const named: Record<string, string> = {};
  for (const each of mtls) {
    const equals = each.indexOf('=');
    const [kind, value] = [each.slice(0, Math.max(equals, 0)), each.slice(equals + 1)];
    if (kind === 'pinned') pinned.push(await pinOf(context, value));
    else named[kind] = value;
  }
  return { certificate: { ...named, ...(pinned.length === 0 ? {} : { pinned }) } };
}

/** What is no thumbprint is a file. */
async function pinOf(context: Context, value: string): Promise<string> {
  if (/^[\w-]{43}$|^[0-9a-f]{2}(?::[0-9a-f]{2}){31}$/i.test(value)) return value;
  const text = new TextDecoder().decode(await readKeyBytes(context, value));
  const [certificate] = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/.exec(text) ?? [];
  return certificate ?? value;
}

function requestOf(id: string, options: ClientAddOptions): AddClientRequest {
  const { name = id, type = 'confidential', grant = [], redirect = [], audience = [] } = options;
  const { scope = [], origin = [], firstParty = false } = options;
  return {
    id,
    name,
    type: type as AddClientRequest['type'],
    grants: grant as AddClientRequest['grants'],
    redirectUris: redirect,
    postLogoutRedirectUris: options.postLogout ?? [],
    audiences: audience,
    scopes: scope,
    origins: origin,
    ...(options.pushedRequests === undefined ? {} : { pushedRequests: options.pushedRequests }),
    ...(options.backchannelLogout === undefined ? {} : { backchannelLogoutUri: options.backchannelLogout }),
    ...(options.organizations === undefined
      ? {}
      : { organizations: options.organizations as AddClientRequest['organizations'] }),
    ...(options.organization === undefined ? {} : { organization: options.organization }),
    ...(options.browserTokens === undefined
      ? {}
      : { browserTokens: options.browserTokens as AddClientRequest['browserTokens'] }),
    ...(options.certificateBound === undefined ? {} : { certificateBound: options.certificateBound }),
    ...(options.dpop === undefined ? {} : { dpop: options.dpop }),
    ...(options.exchangeFrom === undefined ? {} : { exchangeFrom: options.exchangeFrom }),
    ...(options.role === undefined ? {} : { roles: options.role }),
    ...(options.native === undefined ? {} : { native: options.native }),
    firstParty,
  };
}
