import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readSecretFile } from '../../secret-file.ts';
import { StoreFault } from '../store-fault.ts';
import { type CredentialParts, credentialsOf, type TimedCredentials } from './credential-parts.ts';

/**
 * Keys that stand in the shared credentials file, under the profile that AWS_PROFILE names. What a profile may say besides,
 * such as single sign-on or another role to take, is for `exec:` and AWS's own command.
 */
export async function sharedCredentials({
  places: { variable, folder },
}: CredentialParts): Promise<TimedCredentials | undefined> {
  const named = variable('AWS_SHARED_CREDENTIALS_FILE');
  const file = named ?? join(variable('HOME') ?? homedir(), '.aws', 'credentials');
  const profile = variable('AWS_PROFILE');
  if (!existsSync(file)) {
    if (named === undefined && profile === undefined) return undefined;
    throw new StoreFault('no shared credentials file');
  }
  const values = profileIn(readSecretFile(file, folder), profile ?? 'default');
  const found = credentialsOf({
    accessKeyId: values.get('aws_access_key_id'),
    secretAccessKey: values.get('aws_secret_access_key'),
    sessionToken: values.get('aws_session_token'),
  });
  if (found === undefined && profile !== undefined) throw new StoreFault('a profile without keys');
  return found;
}

function profileIn(text: string, profile: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line);
    if (header !== null) inside = header[1] === profile;
    const at = line.indexOf('=');
    if (inside && header === null && at > 0 && !/^\s*[#;]/.test(line)) {
      values.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    }
  }
  return values;
}
