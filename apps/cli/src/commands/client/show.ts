import type { ClientSecretSummary, ClientSummary } from '@signet/contracts';
import { readKey } from '@signet/token/keys';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';

/** Shows what a client is and may do. Of its secrets only their times are known. */
export async function showClient(context: Context, id: string, options: ServerOptions): Promise<void> {
  const client = await openAdmin(context, options).showClient({ id });
  answer(context, options, client, () => `${tell(client).join('\n')}\n`);
}

function tell(client: ClientSummary): readonly string[] {
  const { id, name, type, source, grants, audiences, scopes, redirectUris, origins, firstParty } = client;
  return [
    `Client    ${id}`,
    `Name      ${safeText(name)}`,
    `Type      ${type}${firstParty ? ', an app of your own' : ''}`,
    `Declared  ${source === 'store' ? 'added by command or API' : 'in signet.yaml'}`,
    ...lines('Grants   ', grants),
    ...lines('Audiences', audiences),
    ...lines('Scopes   ', scopes),
    ...lines('Roles    ', client.roles ?? []),
    ...lines('Redirects', redirectUris),
    ...lines('Log-outs ', client.postLogoutRedirectUris),
    ...lines('Origins  ', origins),
    ...lines('Tokens   ', client.dpop === true ? ['bound to a key (DPoP), and no others'] : []),
    ...lines(
      'On devices',
      client.native === true ? ['signs people in itself; its refresh token is in the body'] : [],
    ),
    ...lines('Organisation', client.organization === undefined ? [] : [client.organization]),
    ...lines('Organisations', client.organizations === undefined ? [] : [client.organizations]),
    ...lines('In pages ', client.browserTokens === 'cookie' ? ['no token: it is in a cookie'] : []),
    ...lines(
      'Tokens   ',
      client.certificateBound === true ? ['bound to its certificate, and no others'] : [],
    ),
    ...lines('Sign-ins ', client.pushedRequests === true ? ['by pushed requests, and in no other way'] : []),
    ...lines('Told at  ', client.backchannelLogoutUri === undefined ? [] : [client.backchannelLogoutUri]),
    ...lines('Exchanges', client.exchangeFrom ?? []),
    ...lines('Keys at  ', client.jwksUri === undefined ? [] : [client.jwksUri]),
    ...tellCertificate(client),
    ...(client.publicKeys ?? []).map(tellKey),
    ...client.secrets.map(tellTimes),
  ];
}

function lines(title: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${title} ${values.map(safeText).join(' ')}`];
}

function tellCertificate({ certificate = {} }: ClientSummary): readonly string[] {
  const { pinned = [], ...named } = certificate;
  return [
    ...Object.entries(named).map(
      ([kind, value]) => `Proof     certificate with ${kind} ${safeText(value ?? '')}`,
    ),
    ...pinned.map((pin) => `Proof     certificate ${safeText(pin.startsWith('-') ? 'as PEM' : pin)}`),
  ];
}

function tellKey(text: string): string {
  const reading = readKey(text);
  if (reading.kind !== 'jwk') return 'Key       PEM';
  const { kty, crv, kid } = reading.jwk;
  const parts = [kty, crv, kid].filter((part) => typeof part === 'string');
  return `Key       ${safeText(parts.join(' '))}`;
}

function tellTimes({ createdAt, expiresAt }: ClientSecretSummary): string {
  const made = createdAt === undefined ? 'its hash in signet.yaml' : `made ${instant(createdAt)}`;
  return `Secret    ${made}${expiresAt === undefined ? '' : `, ends ${instant(expiresAt)}`}`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
