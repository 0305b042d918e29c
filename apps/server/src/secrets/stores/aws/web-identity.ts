import { readSecretFile } from '../../secret-file.ts';
import { StoreFault } from '../store-fault.ts';
import { type CredentialParts, credentialsOf, type TimedCredentials } from './credential-parts.ts';
import { endpointOf } from './endpoint.ts';

/** The role of a service account (STS, AssumeRoleWithWebIdentity), whose token is read anew: it is replaced. */
export async function assumeByWebIdentity({
  places: { variable, folder },
  ask,
  region,
}: CredentialParts): Promise<TimedCredentials | undefined> {
  const file = variable('AWS_WEB_IDENTITY_TOKEN_FILE');
  const role = variable('AWS_ROLE_ARN');
  if (file === undefined || role === undefined) return undefined;
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: variable('AWS_ROLE_SESSION_NAME') ?? 'signet',
    WebIdentityToken: readSecretFile(file, folder, { exposed: 'taken' }).trim(),
  });
  const { status, text } = await ask({
    url: `${variable('AWS_ENDPOINT_URL_STS') ?? endpointOf('sts', region)}/`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  const found = credentialsOf({
    accessKeyId: element(text, 'AccessKeyId'),
    secretAccessKey: element(text, 'SecretAccessKey'),
    sessionToken: element(text, 'SessionToken'),
  });
  const until = Date.parse(element(text, 'Expiration') ?? '');
  if (status !== 200 || found === undefined || Number.isNaN(until)) {
    throw new StoreFault(`status ${status} where the role was asked for`);
  }
  return { ...found, until };
}

/** Of its answers, which are XML, texts of a few letters, digits and signs that nothing escapes. */
function element(text: string, name: string): string | undefined {
  return new RegExp(`<${name}>([\\w/+=.:-]{1,8192})</${name}>`).exec(text)?.[1];
}
