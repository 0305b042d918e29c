import type { Refusal } from '@signet/token/verdict';
import { Denial } from '../denial.ts';
import type { UpstreamFailure, UpstreamFailureKind } from '../http1/upstream-failure.ts';

type Code =
  | 'upstream_unreachable'
  | 'upstream_timeout'
  | 'upstream_failed'
  | 'upstream_busy'
  | 'client_closed';

const codes: Record<UpstreamFailureKind, Code> = {
  unreachable: 'upstream_unreachable',
  'connect-timeout': 'upstream_timeout',
  timeout: 'upstream_timeout',
  broken: 'upstream_failed',
  malformed: 'upstream_failed',
  busy: 'upstream_busy',
  waited: 'upstream_busy',
  aborted: 'client_closed',
};

type Told = Pick<Refusal<Code>, 'sentence' | 'expected' | 'actual'>;

const told: Record<Code, Told> = {
  upstream_unreachable: {
    sentence: 'The service behind this route cannot be reached.',
    expected: 'a connection to the service',
    actual: 'none',
  },
  upstream_timeout: {
    sentence: 'The service behind this route took too long to answer.',
    expected: 'an answer within the time that the service is given',
    actual: 'silence',
  },
  upstream_failed: {
    sentence: 'The service behind this route did not finish its answer.',
    expected: 'a whole answer, as HTTP/1.1 defines it',
    actual: 'another, or a part of one',
  },
  upstream_busy: {
    sentence: 'The service behind this route has no room for more requests.',
    expected: 'a free connection to the service',
    actual: 'none',
  },
  client_closed: {
    sentence: 'The client closed its connection before its request was complete.',
    expected: 'the whole request',
    actual: 'a part of it',
  },
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
    { code, ...told[code], rule, ...(fix === undefined ? {} : { fix }) },
    { note: failure.message, ...(code === 'upstream_busy' ? { headers: ['retry-after', '1'] } : {}) },
  );
}
