import { type AuditDetails, newId, refusal } from '@signet/contracts';
import type { KeyRing } from '../keys/key-ring.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type {
  KeptRefreshToken,
  Lineage,
  RefreshToken,
  RevocationAnnouncer,
  Rotation,
} from '../ports/index.ts';
import type { EndingMaker } from '../sessions/end-session.ts';
import { type LiveSession, refreshExpiry } from '../sessions/open-session.ts';
import { hashOf, type RefreshSecret, successorOf } from '../sessions/refresh-secret.ts';
import type { SessionParts } from '../sessions/signed-in.ts';
import { checkTerms } from './check-terms.ts';
import type { GivenFor } from './given-for.ts';

export interface RotateParts extends SessionParts {
  readonly issuer: string;
  /** The first derives successors; the others derived them before the master key changed. */
  readonly rotationKeys: readonly [Uint8Array, ...Uint8Array[]];
  readonly announcer: RevocationAnnouncer;
  readonly ending: EndingMaker;
  readonly proveSigning: KeyRing['prove'];
}

/** Of a refresh token that came, with its use, if it was used. */
export type PresentedLineage = Lineage & { readonly token: KeptRefreshToken };

/**
 * Uses the token up and hands out its successor; a token used before the window ends its family and with it the whole
 * session, and one used within it gets what the racing calls got last.
 * @param clientId Who presents it: of what another client holds, nothing is known here, and nothing is changed.
 * @param givenFor What its client gets tokens for now.
 * @param admit Asked before anything is changed, whether who presents it may.
 */
export async function rotate(
  presented: RefreshSecret,
  clientId: string,
  givenFor: GivenFor,
  parts: RotateParts,
  admit: (presented: PresentedLineage) => Promise<Outcome<undefined>> = async () => passed(undefined),
): Promise<Outcome<LiveSession>> {
  const hash = hashOf(presented);
  const found = await parts.families.findByRefreshToken(hash);
  if (found?.grant.clientId !== clientId) return unknown;
  const admitted = await admit(found);
  if (admitted.kind === 'denied') return admitted;
  const terms = checkTerms(found, parts.wall(), givenFor, parts);
  if (terms.kind === 'denied') return terms;
  // Who gets no token for it comes again with the same one, and would be taken for a thief.
  await parts.proveSigning();
  const secret = successorOf(presented, parts.rotationKeys[0]);
  const successor = toStored(secret, found, parts);
  const rotation = await parts.families.rotate(hash, successor, {
    now: parts.wall(),
    grace: parts.configuration().refreshGrace,
    ending: parts.ending(found.session, 'refresh_token_reused', useOf(found)),
  });
  switch (rotation.kind) {
    case 'rotated':
      return passed({ lineage: rotation.lineage, secret, secretExpiresAt: successor.expiresAt });
    case 'repeated':
      return passed(newestSuccessor(presented, rotation, parts));
    case 'reused':
      if (rotation.entry) await parts.announcer.announce(rotation.entry);
      return reused;
    case 'expired':
      return expired;
    case 'ended':
      return ended;
    case 'unknown':
      return unknown;
  }
}

/** Of anything else the store knows first whether it is a copy, or over: whatever else is in the way is told after that. */
export function isUnused({ session, family, token }: PresentedLineage): boolean {
  return token.usedAt === undefined && session.endedAt === undefined && family.endedAt === undefined;
}

/** For who asks later why the session ended: whose token it was, and when it had been used. */
function useOf({ grant, token }: PresentedLineage): AuditDetails {
  const { usedAt } = token;
  return usedAt === undefined ? {} : { client: grant.clientId, usedAt };
}

function toStored(secret: RefreshSecret, { session, family }: Lineage, parts: RotateParts): RefreshToken {
  const issuedAt = parts.wall();
  return {
    id: newId('refreshToken', parts.random),
    familyId: family.id,
    hash: hashOf(secret),
    issuedAt,
    expiresAt: refreshExpiry(session, issuedAt, parts.configuration()),
  };
}

/** The racing calls derived the very same secrets, one from the other, or derived them with the master key before. */
function newestSuccessor(
  presented: RefreshSecret,
  { lineage, successor, between }: Repeated,
  { rotationKeys }: RotateParts,
): LiveSession {
  let secret = presented;
  for (const hash of [...between, successor.hash]) secret = nextOf(secret, hash, rotationKeys);
  return { lineage, secret, secretExpiresAt: successor.expiresAt };
}

function nextOf(link: RefreshSecret, hash: string, keys: RotateParts['rotationKeys']): RefreshSecret {
  const secret = keys.map((key) => successorOf(link, key)).find((each) => hashOf(each) === hash);
  if (secret === undefined) {
    throw new Error('A racing refresh stored another successor: the nodes do not share one master key.');
  }
  return secret;
}

type Repeated = Extract<Rotation, { readonly kind: 'repeated' }>;

const unknown: Denied = denied(refusal('refresh_token_invalid.unknown'));
const expired: Denied = denied(refusal('refresh_token_expired.ended'));
const reused: Denied = denied(refusal('refresh_token_reused'));
const ended: Denied = denied(refusal('session_ended.session'));
