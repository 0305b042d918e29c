import type { GatewayState, TargetState } from '@signet/contracts';
import { type HistogramReading, histogramBounds, type Readings } from '@signet/gateway';
import type { Metric, Sample } from './exposition.ts';

/** What the gateways of this node have measured, all together. */
export function trafficMetrics({
  requests,
  byCode,
  decision,
  whole,
  upstreams,
  cache,
  told,
}: Readings): readonly Metric[] {
  return [
    {
      name: 'signet_gateway_requests_total',
      help: 'Requests by route, by what became of them and by the class of the status.',
      type: 'counter',
      samples: requests.map(({ route, outcome, statusClass, count }) => ({
        labels: { route, outcome, class: statusClass === 0 ? 'none' : `${statusClass}xx` },
        value: count,
      })),
    },
    {
      name: 'signet_gateway_refusals_total',
      help: 'Refusals and failures by their code (docs/errors).',
      type: 'counter',
      samples: Object.entries(byCode).map(([code, value]) => ({ labels: { code }, value })),
    },
    {
      name: 'signet_gateway_decision_seconds',
      help: 'From the arrival of a request to the end of the steps before forwarding.',
      type: 'histogram',
      samples: histogramSamples(decision),
    },
    {
      name: 'signet_gateway_request_seconds',
      help: 'From the arrival of a request to the end of its answer.',
      type: 'histogram',
      samples: Object.entries(whole).flatMap(([route, reading]) => histogramSamples(reading, { route })),
    },
    {
      name: 'signet_gateway_upstream_seconds',
      help: 'From sending a request on to the head of the answer of its upstream.',
      type: 'histogram',
      samples: Object.entries(upstreams).flatMap(([upstream, reading]) =>
        histogramSamples(reading, { upstream }),
      ),
    },
    {
      name: 'signet_gateway_cache_requests_total',
      help: 'Requests of routes that keep answers, by how they were answered.',
      type: 'counter',
      samples: Object.entries(cache).flatMap(([route, { results }]) =>
        Object.entries(results).map(([result, value]) => ({ labels: { route, result }, value })),
      ),
    },
    {
      name: 'signet_gateway_cache_kept_total',
      help: 'Answers that were kept, by route.',
      type: 'counter',
      samples: Object.entries(cache).map(([route, { kept }]) => ({ labels: { route }, value: kept })),
    },
    {
      name: 'signet_gateway_cache_kept_bytes_total',
      help: 'Bytes of the bodies of answers that were kept, by route.',
      type: 'counter',
      samples: Object.entries(cache).map(([route, { keptBytes }]) => ({
        labels: { route },
        value: keptBytes,
      })),
    },
    {
      name: 'signet_gateway_cache_purged_total',
      help: 'Answers that were forgotten by an order or a change, by the route that gave it.',
      type: 'counter',
      samples: Object.entries(cache).map(([route, { purged }]) => ({ labels: { route }, value: purged })),
    },
    {
      name: 'signet_gateway_told_total',
      help: 'Lines of the access log and spans of traces, by what became of them.',
      type: 'counter',
      samples: Object.entries(told).flatMap(([what, { sent, dropped }]) => [
        { labels: { what, outcome: 'sent' }, value: sent },
        { labels: { what, outcome: 'dropped' }, value: dropped },
      ]),
    },
  ];
}

/** How each gateway process stands now. */
export function stateMetrics(
  states: readonly GatewayState[],
  processes: number,
  now: number,
): readonly Metric[] {
  const each = (value: (state: GatewayState) => number | undefined): readonly Sample[] =>
    states.flatMap((state) => {
      const known = value(state);
      return known === undefined ? [] : [{ labels: { node: state.node }, value: known }];
    });
  return [
    gauge('signet_gateway_processes', 'Gateway processes that should run.', [{ value: processes }]),
    gauge('signet_gateway_processes_up', 'Gateway processes that answer.', [{ value: states.length }]),
    gauge(
      'signet_gateway_requests_in_progress',
      'Requests that have no answer yet.',
      each((one) => one.requestsInProgress),
    ),
    gauge(
      'signet_gateway_revocation_sequence',
      'The newest revocation that is in force.',
      each((one) => one.revocationSequence),
    ),
    gauge(
      'signet_gateway_revocation_age_seconds',
      'Since the gateway last knew that it has heard of every revocation.',
      each(({ feedHeardAt }) => (feedHeardAt === undefined ? undefined : secondsSince(feedHeardAt, now))),
    ),
    gauge(
      'signet_gateway_revocations_stale',
      '1: tokens are refused, since the news of revocations is too old.',
      each((one) => Number(one.stale)),
    ),
    gauge(
      'signet_gateway_issuer_keys',
      'Keys that are believed, by issuer.',
      states.flatMap(({ node, issuers }) =>
        issuers.map(({ name, keys }) => ({ labels: { node, issuer: name }, value: keys })),
      ),
    ),
    gauge(
      'signet_gateway_issuer_keys_age_seconds',
      'Since the issuer last confirmed its keys.',
      states.flatMap(({ node, issuers }) =>
        issuers.flatMap(({ name, confirmedAt }) =>
          confirmedAt === undefined
            ? []
            : [{ labels: { node, issuer: name }, value: secondsSince(confirmedAt, now) }],
        ),
      ),
    ),
    ...targetMetrics(states),
  ];
}

/** As many as there are histograms of. */
const mostUpstreams = 200;

function targetMetrics(states: readonly GatewayState[]): readonly Metric[] {
  const each = (value: (target: TargetState) => number | undefined): readonly Sample[] =>
    states.flatMap(({ node, upstreams }) =>
      upstreams.slice(0, mostUpstreams).flatMap(({ name, targets }) =>
        targets.flatMap((target) => {
          const known = value(target);
          const labels = { node, upstream: name, target: target.name };
          return known === undefined ? [] : [{ labels, value: known }];
        }),
      ),
    );
  return [
    gauge(
      'signet_gateway_upstream_rests',
      '1: no request is sent to the upstream for a while, since too many have failed.',
      states.flatMap(({ node, upstreams }) =>
        upstreams
          .slice(0, mostUpstreams)
          .map(({ name, rests }) => ({ labels: { node, upstream: name }, value: Number(rests) })),
      ),
    ),
    gauge(
      'signet_gateway_target_asked',
      '0: the target is left out, since its checks fail or it failed requests.',
      each(({ away }) => Number(away === undefined)),
    ),
    gauge(
      'signet_gateway_target_check_good',
      'How the newest check of the target ended.',
      each(({ check }) => (check === undefined ? undefined : Number(check.good))),
    ),
    gauge(
      'signet_gateway_target_requests_in_progress',
      'Requests that the target has not answered yet.',
      each((target) => target.requestsInProgress),
    ),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Metric {
  return { name, help, type: 'gauge', samples };
}

function secondsSince(then: number, now: number): number {
  return Math.max(0, now - then) / 1000;
}

/** Cumulative, as Prometheus has them. */
function histogramSamples(
  { counts, sum }: HistogramReading,
  labels: Sample['labels'] = {},
): readonly Sample[] {
  let below = 0;
  const buckets = [...histogramBounds, Number.POSITIVE_INFINITY].map((bound, bucket) => {
    below += counts[bucket] ?? 0;
    const le = bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound);
    return { suffix: '_bucket', labels: { ...labels, le }, value: below };
  });
  return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: below }];
}
