import {
  followerNamePattern,
  type RevocationsAnswer,
  type RevocationsQuestion,
  refusal,
  revocationsAudience,
} from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { FollowerTurn, FollowerWatch, RevocationLog } from '../ports/index.ts';
import { type AuthenticateClientParts, authenticateClient } from '../token-endpoint/authenticate-client.ts';
import type { RequestFrom } from '../token-endpoint/grant-token.ts';
import { readClientProof } from '../token-endpoint/read-client-proof.ts';
import type { RevocationNews } from './revocation-news.ts';

export interface FollowRevocationsParts extends AuthenticateClientParts {
  readonly revocations: RevocationLog;
  readonly revocationNews: Pick<RevocationNews, 'wait'>;
  readonly followers?: FollowerWatch;
}

const page = 500;
/** Seconds. A follower that hears nothing for longer cannot know whether anybody is there. */
const longestWait = 5;

/**
 * `POST /oauth/revocations`: the log as gateways follow it, for an app that decides on tokens itself. Only a client that was
 * given this audience may: entries name sessions and accounts of everybody, though no token.
 * @param begin Given what is to hear how the question of a named follower ends.
 */
export async function followRevocations(
  question: RevocationsQuestion,
  from: RequestFrom,
  parts: FollowRevocationsParts,
  begin: (turn: FollowerTurn) => void,
): Promise<Outcome<RevocationsAnswer>> {
  const proof = readClientProof(from.authorization, question);
  if (proof.kind === 'denied') return proof;
  const client = await authenticateClient(proof.value, from, parts);
  if (client.kind === 'denied') return client;
  if (client.value.type === 'public') return denied(refusal('client_invalid.none'));
  const audience = revocationsAudience(parts.issuer);
  if (!client.value.audiences.includes(audience))
    return denied(refusal('resource_not_allowed.revocations', { audience }));
  const after = wholeNumber(question.after);
  const wait = wholeNumber(question.wait ?? '0');
  if (after === undefined) return missing('after');
  if (wait === undefined) return missing('wait');
  const { follower: name } = question;
  if (name !== undefined && !followerNamePattern.test(name)) return missing('follower');
  const told = await read(after, parts.revocations);
  if (name !== undefined && parts.followers !== undefined) {
    // Who has read further than there is has read another log, and of this one nothing.
    const applied = told.upTo !== undefined && told.upTo < after ? 0 : after;
    const isCurrent = told.entries.length === 0 && told.upTo === after;
    begin(parts.followers.asks({ clientId: client.value.id, name }, applied, isCurrent));
  }
  if (told.entries.length > 0 || told.upTo === undefined || told.upTo < after) return passed(told);
  await parts.revocationNews.wait(after, Math.min(wait, longestWait) * 1000);
  return passed(await read(after, parts.revocations));
}

/** `latest` is asked first: what has a lower number was committed by then, so that reading to the end delivers all of it. */
async function read(after: number, log: RevocationLog): Promise<RevocationsAnswer> {
  const latest = await log.latest();
  const entries = await log.read(after, page);
  if (entries.length === page) return { entries };
  return { entries, upTo: Math.max(latest, entries.at(-1)?.sequence ?? 0) };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function missing(parameter: string): Outcome<RevocationsAnswer> {
  return denied(refusal('token_request_invalid.missing', { parameter }));
}
