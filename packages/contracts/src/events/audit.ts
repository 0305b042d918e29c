import { encodeBase64url } from '@signet/token/base64url';

/**
 * What the audit log tells of. A name is for good: whoever watches the log goes by it. To add one, write it here and in
 * `docs/audit-log.md` (a test holds both equal).
 */
export const auditActions = [
  'sign_in.succeeded',
  'sign_in.failed',
  'session.ended',
  'refresh.reused',
  'revocation.added',
  'key.published',
  'key.activated',
  'key.retired',
  'keys.resealed',
  'client.added',
  'client.changed',
  'client.removed',
  'client.secret_added',
  'client.registration_token_made',
  'client.secrets_ended',
  'api_key.made',
  'api_key.rotated',
  'api_key.revoked',
  'config.applied',
  'config.rolled_back',
  'model_provider.set',
  'model_provider.removed',
  'prompt.added',
  'prompt.published',
  'prompt.rolled_back',
  'rehearsal.begun',
  'kept_calls.purged',
  'node.joined',
  'node.refused',
  'declaration.added',
  'declaration.changed',
  'declaration.removed',
  'account.added',
  'account.deleted',
  'account.exported',
  'account.changed',
  'account.attributes_changed',
  'account.groups_changed',
  'account.disabled',
  'account.enabled',
  'account.password_replaced',
  'account.password_changed',
  'account.password_reset',
  'account.email_verified',
  'account.factor_added',
  'account.factor_removed',
  'account.passkey_copied',
  'account.recovery_codes_replaced',
  'account.recovery_code_used',
  'account.provider_joined',
  'account.provider_parted',
  'account.tool_token_given',
  'account.tool_token_removed',
  'consent.given',
  'consent.withdrawn',
  'organization.added',
  'organization.changed',
  'organization.disabled',
  'organization.enabled',
  'organization.removed',
  'organization.invited',
  'organization.invitation_withdrawn',
  'organization.invitation_declined',
  'organization.member_added',
  'organization.member_changed',
  'organization.member_removed',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** `operator`: whoever holds the master key. `server`: by itself, such as by schedule. `anonymous`: nobody was proven. */
export interface AuditActor extends AuditParty {
  readonly kind: 'account' | 'client' | 'operator' | 'server' | 'anonymous';
}

export interface AuditTarget extends AuditParty {
  readonly kind:
    | 'account'
    | 'client'
    | 'session'
    | 'token'
    | 'key'
    | 'keys'
    | 'api_key'
    | 'declaration'
    | 'configuration'
    | 'model_provider'
    | 'prompt'
    | 'route'
    | 'node'
    | 'organization';
}

/** Further facts by name: short, and never a secret, a token or what somebody typed. */
export type AuditDetails = Readonly<Record<string, string | number | boolean>>;

/** Something that was done: who, what, on whom, when, from where. */
export interface AuditDeed {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly action: AuditAction;
  readonly actor: AuditActor;
  readonly target?: AuditTarget | undefined;
  /** The client's address as the trusted proxies name it; absent of what no request asked for. */
  readonly address?: string | undefined;
  /** The `reqId` of the log lines of the request. */
  readonly requestId?: string | undefined;
  readonly details?: AuditDetails | undefined;
}

export interface AuditParty {
  readonly kind: string;
  readonly id?: string | undefined;
}

/** A deed in its place: each entry holds the hash of the one before it. */
export interface AuditEntry extends Omit<AuditDeed, 'action' | 'actor' | 'target'> {
  /** An `AuditAction`, unless another version of Signet wrote it or somebody changed it; likewise the kinds. */
  readonly action: string;
  readonly actor: AuditParty;
  readonly target?: AuditParty | undefined;
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  /** The hash of the entry before; empty for the first. */
  readonly previous: string;
  /** SHA-256 of `auditText`, in base64url. */
  readonly hash: string;
}

/** The newest place that was given, by whose hash all before it are known; the hash is empty where that entry is gone. */
export type AuditHead = Pick<AuditEntry, 'sequence' | 'hash'>;

/** What the hash of an entry is taken of: all that it says, in one spelling, whatever the order of its members was. */
export function auditText(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, previous, at, action, actor, target, address, requestId, details = {} } = entry;
  const facts = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    'signet audit 1',
    sequence,
    previous,
    at,
    action,
    [actor.kind, actor.id ?? null],
    target === undefined ? null : [target.kind, target.id ?? null],
    address ?? null,
    requestId ?? null,
    facts,
  ]);
}

/** The hash of an entry, where it is held to what it says. */
export async function auditHash(entry: Omit<AuditEntry, 'hash'>): Promise<string> {
  const bytes = new TextEncoder().encode(auditText(entry));
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
