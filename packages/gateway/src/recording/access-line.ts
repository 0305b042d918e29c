import {
  type AccessLogConfiguration,
  elapsed,
  type Reference,
  type SteadyTime,
  type WallTime,
} from '@signet/contracts';
import type { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import { outcomeOf } from './meter.ts';
import { readFields } from './read-fields.ts';
import { shownPath } from './shown-path.ts';
import { shownQuery } from './shown-query.ts';
import { verifiedSummary } from './token-summary.ts';

/** What a pipe takes in one piece, whoever else writes into it (POSIX), less the end of the line. */
export const longestLine = 4095;
const shortPath = 256;

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One request by the names that OpenTelemetry gives to such things; what it has none for begins with `signet.`. */
export function accessLine(
  journey: Journey,
  { queryValues }: AccessLogConfiguration,
  endedAt: SteadyTime,
): string {
  const { call, trace, denial, status, context, startedAt, forwardedAt, answeredAt } = journey;
  const route = trace.last('match-route')?.route;
  const verified = trace.last('verify-token');
  const who = verified === undefined ? undefined : verifiedSummary(verified.token);
  const tried = trace.lastAttempt;
  const { host, userAgent } = readFields(call.rawHeaders);
  const fields: Fields = {
    timestamp: new Date(journey.at).toISOString(),
    'signet.reference': journey.reference,
    'http.request.method': call.method,
    'url.scheme': journey.scheme,
    'server.address': host,
    'url.path': shownPath(journey),
    'url.query': shownQuery(call.target, { values: queryValues === true, hidden: secretParameters(journey) }),
    'http.route': route?.pattern,
    'signet.route': route?.id,
    'signet.outcome': outcomeOf(denial, status),
    'http.response.status_code': status === 0 ? undefined : status,
    'error.type': denial?.refusal.code,
    'http.server.request.duration': seconds(startedAt, endedAt),
    'signet.decision.duration': seconds(startedAt, forwardedAt ?? endedAt),
    'signet.upstream': tried?.upstream,
    'signet.upstream.target': tried?.target,
    'signet.upstream.duration':
      forwardedAt === undefined || answeredAt === undefined ? undefined : seconds(forwardedAt, answeredAt),
    'client.address': journey.address,
    'network.protocol.version': call.version,
    'user_agent.original': userAgent,
    'user.id': who?.subject,
    'signet.client': who?.clientId,
    trace_id: context?.traceId,
    span_id: context?.spanId,
  };
  return bounded(fields);
}

/** One that was refused before it had a head. */
export function accessLineUnread(
  denial: Denial,
  at: {
    readonly reference: Reference;
    readonly status: number;
    readonly address: string;
    readonly at: WallTime;
  },
): string {
  return JSON.stringify({
    timestamp: new Date(at.at).toISOString(),
    'signet.reference': at.reference,
    'signet.outcome': 'refused',
    'http.response.status_code': at.status,
    'error.type': denial.refusal.code,
    'client.address': at.address,
  });
}

/** A line that is too long loses what its client wrote at length, and says so. */
function bounded(fields: Fields): string {
  const line = JSON.stringify(fields);
  if (Buffer.byteLength(line) <= longestLine) return line;
  return JSON.stringify({
    ...fields,
    'url.path': String(fields['url.path']).slice(0, shortPath),
    'url.query': undefined,
    'user_agent.original': undefined,
    'signet.shortened': true,
  });
}

function secretParameters({ trace }: Journey): readonly (string | undefined)[] {
  const route = trace.last('match-route')?.route;
  return route?.kind === 'protected' ? [route.elsewhere?.parameter, route.apiKey?.parameter] : [];
}

/** With as many digits as were measured. */
function seconds(from: SteadyTime, to: SteadyTime): number {
  return Math.round(elapsed(from, to) * 1000) / 1_000_000;
}
