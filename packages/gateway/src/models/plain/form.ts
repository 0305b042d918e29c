import { createHash } from 'node:crypto';

/** One field of a form (RFC 7578). */
export interface FormPart {
  readonly name: string;
  /** Absent: it is no file. */
  readonly filename?: string;
  readonly type?: string;
  readonly content: Buffer;
}

export interface Form {
  readonly boundary: string;
  readonly parts: readonly FormPart[];
}

const mostParts = 64;
const mostHeadBytes = 1_024;

const ofForm =
  /^multipart\/form-data *; *boundary=(?:"([A-Za-z0-9'()+_,./:=? -]{1,70})"|([A-Za-z0-9'+_.-]{1,70}))$/i;
const disposition =
  /^form-data; ?name="([A-Za-z0-9_[\].-]{1,64})"(?:; ?filename="([^"\\\p{Cc}]{0,255})")?$/iu;
const mediaType = /^[a-z0-9!#$&^_.+-]{1,64}\/[a-z0-9!#$&^_.+-]{1,64}(?:; ?charset=[a-z0-9-]{1,32})?$/i;

/**
 * Reads a form as everybody reads it: whatever two servers might take differently (text before the first field, a line folded, a name
 * that is escaped or written in another alphabet) is none. Undefined for what is none.
 */
export function readForm(bytes: Buffer, contentType: string): Form | undefined {
  const [, quoted, bare] = ofForm.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || boundary.endsWith(' ')) return undefined;
  const open = `--${boundary}`;
  if (bytes.subarray(0, open.length).toString('latin1') !== open) return undefined;
  const parts: FormPart[] = [];
  let at = open.length;
  for (;;) {
    if (isEnd(bytes.subarray(at))) return parts.length === 0 ? undefined : { boundary, parts };
    const found = partAt(bytes, at, `\r\n${open}`);
    if (found === undefined || parts.length >= mostParts) return undefined;
    parts.push(found.part);
    at = found.end;
  }
}

/**
 * The same fields between other boundaries. Who wrote the form cannot have put these into a field, as each letter of it changes them:
 * so nobody finds a field there, however kindly he reads.
 */
export function boundedAnew({ parts }: Form, bytes: Buffer): Form {
  return { boundary: `signet-${createHash('sha256').update(bytes).digest('hex')}`.slice(0, 60), parts };
}

/** The same fields once more, each with a head of our own: nobody reads other ones than we did. */
export function writeForm({ boundary, parts }: Form): Buffer {
  const pieces = parts.flatMap(({ name, filename, type, content }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`;
    const kind = type === undefined ? '' : `Content-Type: ${type}\r\n`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${kind}\r\n`;
    return [Buffer.from(head), content, Buffer.from('\r\n')];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

export function formType({ boundary }: Form): string {
  return `multipart/form-data; boundary="${boundary}"`;
}

/** Two hyphens behind the boundary, and nothing behind these. */
function isEnd(rest: Buffer): boolean {
  const text = rest.length > 4 ? '' : rest.toString('latin1');
  return text === '--' || text === '--\r\n';
}

function partAt(
  bytes: Buffer,
  at: number,
  delimiter: string,
): { readonly part: FormPart; readonly end: number } | undefined {
  if (bytes.subarray(at, at + 2).toString('latin1') !== '\r\n') return undefined;
  const headEnd = bytes.subarray(at, at + mostHeadBytes).indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const head = headOf(bytes.subarray(at + 2, at + headEnd));
  const from = at + headEnd + 4;
  // A field without content may end where its head does: whatever follows is no content of it.
  const to = bytes.indexOf(delimiter, from - 2);
  if (head === undefined || to === -1) return undefined;
  return { part: { ...head, content: bytes.subarray(from, Math.max(from, to)) }, end: to + delimiter.length };
}

function headOf(bytes: Buffer): Omit<FormPart, 'content'> | undefined {
  let told: Omit<FormPart, 'content'> | undefined;
  let type: string | undefined;
  for (const line of bytes.toString('utf8').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Za-z-]{1,32}): ?(.{0,600})$/.exec(line) ?? [];
    if (name.toLowerCase() === 'content-disposition' && told === undefined) told = disposed(value);
    else if (name.toLowerCase() === 'content-type' && type === undefined && mediaType.test(value))
      type = value;
    else return undefined;
  }
  return told === undefined || type === undefined ? told : { ...told, type };
}

function disposed(value: string): Omit<FormPart, 'content'> | undefined {
  const [, name, filename] = disposition.exec(value) ?? [];
  if (name === undefined) return undefined;
  return filename === undefined ? { name } : { name, filename };
}
