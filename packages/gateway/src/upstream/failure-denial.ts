import { Denial } from '../denial.ts';
import type { UpstreamFailure, UpstreamFailureKind } from '../http1/upstream-failure.ts';

type Code = 'upstream_unreachable' | 'upstream_timeout' | 'upstream_failed' | 'overloaded' | 'client_closed';

const codes: Record<UpstreamFailureKind, Code> = {
  unreachable: 'upstream_unreachable',
  'connect-timeout': 'upstream_timeout',
  timeout: 'upstream_timeout',
  broken: 'upstream_failed',
  malformed: 'upstream_failed',
  busy: 'overloaded',
  aborted: 'client_closed',
};

const sentences: Record<Code, string> = {
  upstream_unreachable: 'The service behind this route cannot be reached.',
  upstream_timeout: 'The service behind this route took too long to answer.',
  upstream_failed: 'The service behind this route did not finish its answer.',
  overloaded: 'The service behind this route has no room for more requests.',
  client_closed: 'The client closed its connection before its request was complete.',
};

/** The caller learns that the upstream failed; how, and which one, is for the operator's record. */
export function failureDenial(failure: UpstreamFailure): Denial {
  const code = codes[failure.kind];
  const fix =
    code === 'client_closed'
      ? undefined
      : 'Try again later; if it lasts, give the reference to whoever runs this gateway.';
  const rule = code === 'upstream_timeout' ? 'RFC 9110 §15.6.5' : 'RFC 9110 §15.6.3';
  return new Denial(
    'forward',
    { code, sentence: sentences[code], rule, ...(fix === undefined ? {} : { fix }) },
    { note: failure.message, ...(code === 'overloaded' ? { headers: ['retry-after', '1'] } : {}) },
  );
}
