/** What the gateway says when an upstream, or the client, lets it down. */
export const upstreamTemplates = {
  upstream_unreachable: {
    sentence: 'The service behind this route cannot be reached.',
    expected: 'a connection to the service',
    actual: 'none',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.3',
  },
  upstream_timeout: {
    sentence: 'The service behind this route took too long to answer.',
    expected: 'an answer within the time that the service is given',
    actual: 'silence',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.5',
  },
  upstream_failed: {
    sentence: 'The service behind this route did not finish its answer.',
    expected: 'a whole answer, as HTTP/1.1 defines it',
    actual: 'another, or a part of one',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.3',
  },
  upstream_busy: {
    sentence: 'The service behind this route has no room for more requests.',
    expected: 'a free connection to the service',
    actual: 'none',
    fix: 'Try again later; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.4',
  },
  upstream_resting: {
    sentence:
      'The service behind this route is left alone for a while, since too many requests to it have failed.',
    expected: 'a service that answers most requests',
    actual: 'one that failed too many of late',
    fix: 'Try again after the time in `Retry-After`; if it lasts, give the reference to whoever runs this gateway.',
    rule: 'RFC 9110 §15.6.4',
  },
  client_closed: {
    rule: 'RFC 9110 §7.6',
    variants: {
      request: {
        sentence: 'The client closed its connection before its request was complete.',
        expected: 'the whole request',
        actual: 'a part of it',
      },
      answer: {
        sentence: 'The client closed its connection before the answer was complete.',
        expected: 'a client that takes the whole answer',
        actual: 'one that left',
      },
    },
  },
} as const;
