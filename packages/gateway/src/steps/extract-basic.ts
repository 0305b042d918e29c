import { refusal } from '@signet/contracts';
import { foreignPage } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { isBasic, longestShown, readBasic } from '../machines/shown-password.ts';
import { pageRequest } from '../request/page-request.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Trace } from '../trace.ts';
import { otherCredential } from './other-credential.ts';
import type { MatchedGuarded, Nobodys, PresentedPassword } from './passage.ts';

interface BasicContext {
  readonly maxBytes: number;
  readonly trace: Trace;
  /** Whether nobody on the way could read it. */
  readonly cameSafely: () => boolean;
}

const source = Object.freeze({ step: 'extract-token', source: 'Authorization', isMachine: true } as const);

/**
 * Takes the one name with its password out of `Authorization` (RFC 7617 §2), where the route takes such. Beside another credential it
 * is refused, since no one could say which of the two counts. Undefined where none came and a token may have.
 */
export function extractBasic(
  matched: MatchedGuarded,
  head: RequestHead,
  context: BasicContext,
): PresentedPassword | Nobodys | Denial | undefined {
  const { route, path } = matched;
  const { basic } = route;
  if (basic === undefined) return undefined;
  const [value = '', another] = head.authorization;
  if (!head.authorization.some(isBasic))
    return basic.besideTokens ? undefined : withoutPassword(matched, head, context.maxBytes);
  if (another !== undefined) return refuse(refusal('token_ambiguous.several_headers'));
  const other = otherCredential(matched, { ...head, authorization: [] }, context.maxBytes);
  if (other !== 'none')
    return refuse(
      other === 'in_query' ? refusal('token_in_query') : refusal('token_ambiguous.password_and_other'),
    );
  if (!basic.overHttp && !context.cameSafely()) return refuse(refusal('credentials_invalid.plain_http'));
  // A browser adds a password that it has asked for to whatever any page sends there.
  const came = foreignPage(pageRequest(head));
  if (came !== undefined) return refuse(refusal('origin_not_allowed.not_same_site', { came }));
  const shown = readBasic(value);
  if (shown === undefined) return refuse(refusal('credentials_invalid.unreadable', { most: longestShown }));
  context.trace.tell(source);
  return { route, path, shown } as PresentedPassword;
}

function withoutPassword(matched: MatchedGuarded, head: RequestHead, maxBytes: number): Nobodys | Denial {
  const { route, path } = matched;
  const other = otherCredential(matched, head, maxBytes);
  if (other === 'in_query') return refuse(refusal('token_in_query'));
  if (other === 'some') return refuse(refusal('token_missing.token_for_password'));
  return route.optional ? ({ route, path } as Nobodys) : refuse(refusal('token_missing.no_password'));
}

function refuse(told: Denial['refusal']): Denial {
  return new Denial('extract-token', told);
}
