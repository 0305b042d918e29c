import { createHash, createHmac } from 'node:crypto';
import {
  type AccountId,
  type InvitationId,
  type MailId,
  type MailLanguage,
  refusal,
  type WallClock,
} from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { ProtocolStore } from '../ports/index.ts';

/** What a link lets its holder do, once. */
export type LinkPurpose = AccountPurpose | 'registration' | 'join';

type AccountPurpose = 'verify_email' | 'reset_password' | 'invitation';

interface AnyLink {
  /** Where it was sent to. */
  readonly address: string;
  readonly language: MailLanguage;
  /** Milliseconds since the epoch. */
  readonly validUntil: number;
}

/** What is known of a link that is for an account. */
export interface AccountLink extends AnyLink {
  readonly purpose: AccountPurpose;
  readonly accountId: AccountId;
  /** Of the account, at that time: another one later makes the link void. */
  readonly state: string;
}

/** One that is for nobody yet. */
export interface RegistrationLink extends AnyLink {
  readonly purpose: 'registration';
  /** The sign-in that an app waits for, as whoever asked named it. */
  readonly interaction?: string;
}

/** One into an organisation: what it gives stands in the invitation, and not in the link. */
export interface JoinLink extends AnyLink {
  readonly purpose: 'join';
  readonly invitation: InvitationId;
}

export type LinkFor<Purpose extends LinkPurpose> = Purpose extends 'registration'
  ? RegistrationLink
  : Purpose extends 'join'
    ? JoinLink
    : AccountLink;

type NewLink =
  | Omit<AccountLink, 'validUntil'>
  | Omit<RegistrationLink, 'validUntil'>
  | Omit<JoinLink, 'validUntil'>;

export interface MailedLinks {
  /** Makes the link for a mail. For the same mail it is the same link, however often that is written. */
  make(mail: MailId, link: NewLink, lifetime: number): Promise<{ readonly token: string }>;
  /** What the token is for, if it is still good. Uses nothing up. */
  read<Purpose extends LinkPurpose>(
    token: string,
    ...purposes: Purpose[]
  ): Promise<Outcome<LinkFor<Purpose>>>;
  /** Of any number of parallel calls one passes. */
  use<Purpose extends LinkPurpose>(token: string, ...purposes: Purpose[]): Promise<Outcome<LinkFor<Purpose>>>;
}

/** Milliseconds for which a link that has expired or was used is still known as such. */
const rememberedFor = 24 * 60 * 60_000;

/**
 * A token is an HMAC-SHA-256 of the mail's id: whoever reads the store, where its hash is, can make none.
 * @param keys derived from the master keys for this alone; the first makes what is mailed
 */
export function createMailedLinks(parts: {
  readonly protocol: ProtocolStore;
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly wall: WallClock;
}): MailedLinks {
  const { protocol, wall } = parts;

  async function read<Purpose extends LinkPurpose>(
    token: string,
    ...purposes: Purpose[]
  ): Promise<Outcome<LinkFor<Purpose>>> {
    const entry = await protocol.find(keyOf(token), wall());
    if (entry === undefined) return unknown;
    const link: LinkFor<Purpose> = JSON.parse(entry.document);
    if (!purposes.some((purpose) => purpose === link.purpose)) return unknown;
    if (entry.usedAt !== undefined) return used;
    return link.validUntil <= wall() ? expired : passed(link);
  }

  return {
    async make(mail, link, lifetime) {
      const [key] = parts.keys;
      const token = createHmac('sha256', key).update(`${link.purpose} ${mail}`).digest('base64url');
      const validUntil = wall() + lifetime;
      const document = JSON.stringify({ ...link, validUntil });
      await protocol.put({ ...keyOf(token), document, expiresAt: validUntil + rememberedFor });
      return { token };
    },
    read,
    async use(token, ...purposes) {
      const found = await read(token, ...purposes);
      if (found.kind === 'denied') return found;
      const use = await protocol.use(keyOf(token), wall());
      return use?.kind === 'used' ? found : used;
    },
  };
}

function keyOf(token: string) {
  return { kind: 'mailed_link', hash: createHash('sha256').update(token).digest('hex') } as const;
}

const unknown: Denied = denied(refusal('link_unusable.unknown'));
const used: Denied = denied(refusal('link_unusable.used'));
const expired: Denied = denied(refusal('link_unusable.expired'));
