import type { KeyId } from '@signet/contracts';
import { createOperatorCredential } from '@signet/sdk/admin';
import { type Client, createClient } from '@signet/sdk/client';
import { readMasterKey } from '../startup/master-key.ts';
import type { BusyAt } from './busy-clients.ts';
import { refresh, type SignedIn, signIn } from './session.ts';

/** What an operator was told to be done. */
export interface AdministratorMemory {
  /** Access tokens of sessions that go on, each revoked by its own id, with the number of its entry in the log. */
  readonly tokens: { readonly accessToken: string; readonly sequence: number }[];
  /** Keys in the order in which they were let sign. */
  readonly activated: KeyId[];
  readonly revokedKeys: { readonly key: KeyId; readonly sequence: number }[];
  /** To whom a mail is on its way. */
  readonly mails: string[];
  /** Numbers of what the gateways were let follow, with a word that stands in the text of each. */
  readonly applied: { readonly number: number; readonly word: string }[];
}

export interface BusyAdministrator {
  readonly memory: AdministratorMemory;
  /** How often the idlest of the lanes was answered. */
  leastAcknowledged(): number;
  /** Resolves once every lane was cut off by the end of the server. */
  readonly finished: Promise<unknown>;
}

/**
 * Revokes tokens, rotates and revokes keys and asks for mails, each in a lane of its own, until the server is killed. What fails
 * before is a fault, and rejects.
 */
export function runBusyAdministrator(
  { web, password, isKilled }: BusyAt,
  dataFolder: string,
): BusyAdministrator {
  const memory: AdministratorMemory = { tokens: [], activated: [], revokedKeys: [], mails: [], applied: [] };
  const operator = operatorOf(web, dataFolder);
  const lanes = [
    untilKilled(isKilled, revokeTokens(operator, { web, password }, memory)),
    untilKilled(isKilled, changeKeys(operator, memory)),
    untilKilled(isKilled, askForMails(operator, memory)),
    untilKilled(isKilled, applyConfigurations(operator, memory)),
  ];
  return {
    memory,
    leastAcknowledged: () => Math.min(...Object.values(memory).map(({ length }) => length)),
    finished: Promise.all(lanes),
  };
}

/** Whoever can read the master key, as the command line does. */
export function operatorOf(web: string, dataFolder: string): Client {
  const masterKey = readMasterKey(dataFolder);
  if (masterKey === undefined) throw new TypeError(`There is no master key in ${dataFolder}.`);
  return createClient({
    issuer: web,
    fetch,
    credential: (request) => createOperatorCredential(masterKey, web, request, Date.now()),
  });
}

async function untilKilled(isKilled: () => boolean, act: () => Promise<void>): Promise<void> {
  try {
    for (;;) await act();
  } catch (error) {
    if (!isKilled()) throw error;
  }
}

function revokeTokens(
  operator: Client,
  { web, password }: Pick<BusyAt, 'web' | 'password'>,
  { tokens }: AdministratorMemory,
) {
  let session: SignedIn | undefined;
  return async () => {
    session =
      session === undefined ? await signIn(web, 'demo', password) : await refresh(web, session.cookie);
    const { accessToken } = session;
    const { jti } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    const { sequence } = await operator.revoke({ jti });
    tokens.push({ accessToken, sequence });
  };
}

/** One key begins to sign by a rotation, the next because the one before is revoked while it signs. */
function changeKeys(operator: Client, memory: AdministratorMemory) {
  return async () => {
    await operator.rotateKeys({});
    const { key } = await operator.rotateKeys({ dangerouslySignAtOnce: true });
    memory.activated.push(key);
    const { sequence, successor } = await operator.revoke({ kid: key });
    if (successor === undefined) throw new TypeError(`Nothing signs after ${key}.`);
    memory.activated.push(successor);
    memory.revokedKeys.push({ key, sequence });
  };
}

/** The routes stay as they are, so that clients go on. */
function applyConfigurations(operator: Client, { applied }: AdministratorMemory) {
  return async () => {
    const { text, etag: ifMatch } = await operator.exportConfiguration();
    const word = `word-${applied.length}`;
    const { number } = await operator.applyConfiguration({ text: `${text}# ${word}\n`, ifMatch });
    applied.push({ number, word });
  };
}

function askForMails(operator: Client, { mails }: AdministratorMemory) {
  return async () => {
    const to = `ada-${mails.length}@example.org`;
    await operator.sendTestMail({ to, language: 'en' });
    mails.push(to);
  };
}
