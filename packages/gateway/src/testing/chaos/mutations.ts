import fc from 'fast-check';

/** One change of bytes. Places count round and round, so that each fits every message. */
export type Mutation =
  | { readonly kind: 'put'; readonly at: number; readonly byte: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'flood'; readonly at: number }
  | { readonly kind: 'drop' | 'repeat'; readonly at: number; readonly count: number };

const fragment = fc.constantFrom(
  ...[
    '\r\n',
    '\n',
    '\r',
    '\0',
    ' ',
    '\t',
    ':',
    ',',
    '\xff',
    '\r\n\r\n',
    '0\r\n\r\n',
    '5\r\n',
    'ffffffffff\r\n',
    '-1',
  ],
  ...[
    'Content-Length: 3\r\n',
    'Content-Length: 0\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Connection: close\r\n',
  ],
  ...[
    'Upgrade: x\r\n',
    'Expect: 100-continue\r\n',
    'Trailer: T\r\n',
    'Connection: x-tag, content-length\r\n',
  ],
  ...[
    'GET /open/z HTTP/1.1\r\nHost: a\r\n\r\n',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'HTTP/1.1 204 No Content\r\n',
  ],
);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(600), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(600), text: fragment }),
  fc.record({ kind: fc.constant('flood' as const), at: fc.nat(600) }),
  fc.record({
    kind: fc.constantFrom('drop' as const, 'repeat' as const),
    at: fc.nat(600),
    count: fc.integer({ min: 1, max: 60 }),
  }),
);

/** @param text as latin1: a character is a byte. */
export function mutate(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce(apply, text);
}

function apply(text: string, mutation: Mutation): string {
  const at = mutation.at % (text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (mutation.kind) {
    case 'put':
      return before + String.fromCharCode(mutation.byte) + after.slice(1);
    case 'insert':
      return before + mutation.text + after;
    case 'flood':
      return before + 'x'.repeat(20_000) + after;
    case 'drop':
      return before + after.slice(mutation.count);
    case 'repeat':
      return before + after.slice(0, mutation.count) + after;
  }
}
