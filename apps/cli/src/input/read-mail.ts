/** A mail of the outbox, as far as a person asks for it. */
export interface OutboxMail {
  readonly to: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly date: string;
  /** Without its HTML. */
  readonly text: string;
}

/** Takes a message as Signet writes it (RFC 5322, MIME) apart; `undefined` for what is none. */
export function readMail(message: string): OutboxMail | undefined {
  const { headers, body } = takeApart(message);
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [message] : body.split(`--${boundary}`).slice(1, -1);
  const plain = parts
    .map(takeApart)
    .find((part) => /^text\/plain/i.test(part.headers.get('content-type') ?? ''));
  const at = Date.parse(headers.get('date') ?? '');
  if (plain === undefined || Number.isNaN(at)) return undefined;
  return {
    to: headers.get('to') ?? '',
    subject: decodeWords(headers.get('subject') ?? ''),
    date: new Date(at).toISOString(),
    text: decodeBody(plain.body, plain.headers.get('content-transfer-encoding')).trim(),
  };
}

function takeApart(message: string): {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
} {
  const [head = '', ...rest] = message.replaceAll('\r\n', '\n').trimStart().split('\n\n');
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: rest.join('\n\n') };
}

/** RFC 2047. */
function decodeWords(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]{0,75})\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : decodeQuoted(words.replaceAll('_', ' ')),
    );
}

function decodeBody(body: string, encoding: string | undefined): string {
  switch (encoding?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return decodeQuoted(body.replace(/=\n/g, ''));
    default:
      return body;
  }
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
