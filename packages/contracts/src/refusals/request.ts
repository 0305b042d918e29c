/** What is said of a request that cannot be read, or not in one way only. */
export const requestTemplates = {
  path_not_canonical: {
    sentence: 'The path could lead to different places on different servers.',
    expected: 'a path that can be written in one way only',
    fix: 'Send the path without empty, dotted or doubly escaped parts.',
    rule: 'RFC 3986 §6.2.2',
    variants: {
      no_slash: { actual: 'a beginning other than a slash' },
      backslash: { actual: 'a backslash' },
      semicolon: { actual: 'a semicolon' },
      unescaped: { actual: 'a character that a path must escape' },
      stray_percent: { actual: 'a percent sign that escapes nothing' },
      empty_segment: { actual: 'an empty segment (//)' },
      dot_segment: { actual: 'a segment . or ..' },
      escaped_slash: { actual: 'an escaped slash (%2F)' },
      escaped_backslash: { actual: 'an escaped backslash (%5C)' },
      escaped_dot: { actual: 'an escaped dot (%2E)' },
      escaped_semicolon: { actual: 'an escaped semicolon (%3B)' },
      escaped_twice: { actual: 'something escaped twice (%25…)' },
      escaped_control: { actual: 'an escaped control character' },
      unicode_dot_segment: { actual: 'a segment that Unicode holds compatible with . or ..' },
      no_utf8: { actual: 'escapes that are not UTF-8' },
      other_route: {
        expected: 'a path that no server takes for that of another route',
        actual: 'other capitals, a slash at the end or another spelling of such a path',
        fix: 'Send the path in the spelling of the API’s documentation.',
        rule: 'RFC 3986 §6.2',
      },
    },
  },
  request_malformed: {
    sentence: 'The request could be understood differently by different servers.',
    fix: 'Send the request with an unmodified HTTP library.',
    variants: {
      http_version: { expected: 'HTTP/1.1 or HTTP/1.0', actual: 'HTTP/{version}', rule: 'RFC 9112 §2.3' },
      repeated_header: { expected: 'one {header} header', actual: 'several', rule: 'RFC 9112 §3.2, §6.3' },
      repeated_parameter: {
        expected: 'the parameter {parameter} once, in this spelling',
        actual: 'several, another spelling, or a query with a `;`',
        rule: 'RFC 3986 §3.4',
      },
      no_host: {
        expected: 'one Host header with a host and perhaps a port',
        actual: 'none',
        rule: 'RFC 9112 §3.2',
      },
      host_form: {
        expected: 'one Host header with a host and perhaps a port',
        actual: 'another form',
        rule: 'RFC 9112 §3.2',
      },
      coding_in_http_1_0: {
        expected: 'one way to tell where the body ends',
        actual: 'Transfer-Encoding under HTTP/1.0',
        rule: 'RFC 9112 §6.1',
      },
      coding_and_length: {
        expected: 'one way to tell where the body ends',
        actual: 'Transfer-Encoding and Content-Length',
        rule: 'RFC 9112 §6.1',
      },
      coding: { expected: 'the transfer coding chunked', actual: 'another', rule: 'RFC 9112 §6.1' },
      length_form: { expected: 'a Content-Length in digits', actual: 'another form', rule: 'RFC 9110 §8.6' },
      expectation: {
        expected: 'the expectation 100-continue or none',
        actual: 'another',
        rule: 'RFC 9110 §10.1.1',
      },
      target_form: {
        expected: 'a target that is a path',
        actual: 'another form of target',
        rule: 'RFC 9112 §3.2.1',
      },
      target_characters: {
        expected: 'a target of visible ASCII without a fragment',
        actual: 'other characters',
        rule: 'RFC 3986 §2',
      },
      connection_list: {
        expected: 'a Connection list of connection options',
        actual: 'a header that others rely on',
        rule: 'RFC 9110 §7.6.1',
      },
      syntax: {
        expected: 'a request as HTTP/1.1 defines it',
        actual: 'bytes that break its rules',
        rule: 'RFC 9112',
      },
      plain_http: {
        sentence: 'This port speaks HTTPS, and the request came without TLS.',
        expected: 'a TLS handshake, as an https:// address makes it',
        actual: 'plain HTTP',
        fix: 'Begin the address with https://. What was sent went over the network as it stands: a password in it should be replaced.',
        rule: 'RFC 9110 §4.2.2',
      },
      unreadable: {
        sentence: 'The request cannot be read.',
        expected: 'a request of HTTP/1.1 (RFC 9112)',
        actual: 'something else',
        fix: 'Look at what the client sends.',
        rule: 'RFC 9112',
      },
    },
  },
  body_too_large: {
    actual: 'more',
    rule: 'RFC 9110 §15.5.14',
    variants: {
      gateway: {
        sentence: 'The body is larger than this gateway accepts.',
        expected: 'at most {most} bytes',
        fix: 'Send less at once, or raise gateway.maxBodyBytes.',
      },
      route: {
        sentence: 'The body is larger than this route takes.',
        expected: 'at most {most} bytes',
        fix: 'Send less at once, or raise request.body.maxBytes of the route.',
      },
      endpoint: {
        sentence: 'The body is larger than this endpoint takes.',
        expected: 'a body with the members that this endpoint names',
        fix: 'Send less at once.',
      },
    },
  },
  header_too_large: {
    actual: 'more',
    fix: 'Send fewer or shorter headers; cookies are often the reason.',
    rule: 'RFC 6585 §5',
    variants: {
      gateway: {
        sentence: 'The headers are larger than this gateway accepts.',
        expected: 'at most {most} bytes',
      },
      server: {
        sentence: 'The headers are larger than this server takes.',
        expected: 'headers of the usual size',
      },
    },
  },
  request_timeout: {
    sentence: 'The request took too long to arrive.',
    actual: 'longer',
    fix: 'Send the request faster, or in smaller parts.',
    rule: 'RFC 9110 §15.5.9',
    variants: {
      gateway: { expected: 'the whole request within {seconds} s' },
      server: { expected: 'the whole request soon after the connection was opened' },
    },
  },
  upgrade_not_supported: {
    sentence: 'The protocol of this connection is not changed here.',
    actual: 'CONNECT or Upgrade',
    rule: 'RFC 9110 §7.8, §9.3.6',
    variants: {
      any: {
        expected: 'a plain HTTP request, or a WebSocket opened by GET over HTTP/1.1 without a body',
        fix: 'Call without CONNECT and Upgrade.',
      },
      route: {
        expected: 'a plain HTTP request',
        fix: 'Give the route `websocket: true`, if what stands behind it speaks WebSocket.',
      },
    },
  },
} as const;
