import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type AccountId, comparableAddress, type WallClock } from '@signet/contracts';
import type { EmailAddressStore, ProtocolStore } from '../ports/index.ts';
import { useOnce } from '../token-endpoint/use-once.ts';

/** Milliseconds from the request to the last moment at which its mail signs in. */
export const emailSignInLifetime: number = 10 * 60_000;

/** Of one request, together, whatever is tried: so that a code of eight digits is guessed once in twenty million. */
const mostTries = 5;

/** What one mail says, in both ways. */
export interface MailedSignIn {
  /** Eight digits. */
  readonly code: string;
  /** base64url, 256 bits. */
  readonly link: string;
}

/** To whom the mail of a request went. */
export interface MailedTo {
  readonly accountId: AccountId;
  readonly address: string;
}

/**
 * The requests for a mail to sign in by. One is known by the hash of what its browser holds, and its code and link are
 * macs of that: whoever reads the store or the queue of mails can make neither. Only where a mail is written is there
 * an entry, which is the single use of code and link together.
 */
export interface MailedSignIns {
  /** For the mail of the request. Written again, it says the same, and is no more than once good. */
  mailed(request: string, to: MailedTo, until: number): Promise<MailedSignIn>;
  /** Counts as a try before it is looked at. `spent`: there were five. */
  tryOut(request: string, given: Partial<MailedSignIn>, until: number): Promise<'right' | 'wrong' | 'spent'>;
  /** To whom a mail went that signed nobody in yet. */
  find(request: string): Promise<MailedTo | 'used' | undefined>;
  /** Of any number of parallel calls one is `true`. */
  use(request: string): Promise<boolean>;
}

export function requestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** @param keys derived from the master keys for this alone; the first makes what is mailed, the others are still believed */
export function createMailedSignIns(parts: {
  readonly protocol: ProtocolStore;
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly wall: WallClock;
}): MailedSignIns {
  const { protocol, keys, wall } = parts;
  return {
    async mailed(request, to, until) {
      const document = JSON.stringify({ accountId: to.accountId, address: to.address });
      await protocol.put({ ...keyOf(request), document, expiresAt: until });
      return saidBy(keys[0], request);
    },
    async tryOut(request, given, until) {
      if (!(await takeTry(request, until, parts))) return 'spent';
      const isRight = keys.map((key) => saidBy(key, request)).some((said) => matches(said, given));
      return isRight ? 'right' : 'wrong';
    },
    async find(request) {
      const entry = await protocol.find(keyOf(request), wall());
      if (entry === undefined) return undefined;
      return entry.usedAt === undefined ? (JSON.parse(entry.document) as MailedTo) : 'used';
    },
    use: async (request) => (await protocol.use(keyOf(request), wall()))?.kind === 'used',
  };
}

async function takeTry(
  request: string,
  until: number,
  parts: { readonly protocol: ProtocolStore; readonly wall: WallClock },
): Promise<boolean> {
  for (let nth = 0; nth < mostTries; nth += 1) {
    if (await useOnce(`email sign-in ${request} ${nth}`, until, parts)) return true;
  }
  return false;
}

function saidBy(key: Uint8Array, request: string): MailedSignIn {
  const mac = (what: string) => createHmac('sha256', key).update(`${what} ${request}`).digest();
  // 48 bits leave no number visibly likelier than another (2^48 / 10^8).
  const code = String(mac('code').readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
  return { code, link: mac('link').toString('base64url') };
}

/** Where both are shown, both must be right: nobody tries two at once. */
function matches(said: MailedSignIn, { code, link }: Partial<MailedSignIn>): boolean {
  if (code === undefined && link === undefined) return false;
  const codeIsGood = code === undefined || isSame(code.replace(/[\s-]/g, ''), said.code);
  const linkIsGood = link === undefined || isSame(link, said.link);
  return codeIsGood && linkIsGood;
}

function isSame(given: string, said: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(said));
}

/** The address that the mail went to is the account's own still. */
export async function isStillTheirs(
  { accountId, address }: MailedTo,
  { emails }: { readonly emails: EmailAddressStore },
): Promise<boolean> {
  const email = await emails.of(accountId);
  return email?.verified === true && comparableAddress(email.address) === comparableAddress(address);
}

function keyOf(request: string) {
  return { kind: 'email_sign_in', hash: request } as const;
}
