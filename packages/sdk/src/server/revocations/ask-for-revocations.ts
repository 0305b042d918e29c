import { addresses, type RevocationEntry, type RevocationsAnswer, type WallClock } from '@signet/contracts';
import type { ProveClient } from '../../service/client-prover.ts';

/** Why there is no news. Its message names an address and a code, never a secret. */
export class RevocationFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RevocationFault';
  }
}

export interface AskParts {
  readonly issuer: string;
  readonly prove: ProveClient;
  readonly wall: WallClock;
  /** Seconds for which the server may wait for news. */
  readonly wait: number;
  /** What this process calls itself; absent where it says nothing of that. */
  readonly follower: string | undefined;
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
}

/** Five hundred entries with names as long as Signet makes none. */
const mostBytes = 4 * 1024 * 1024;
/** Milliseconds beyond the server's own waiting. */
const patience = 5000;

/**
 * What was revoked after `after`.
 * @throws RevocationFault for a refusal, and for what is no such answer; else what `fetch` throws
 */
export async function askForRevocations(
  after: number,
  { issuer, prove, wall, wait, follower, fetch }: AskParts,
  stopped: AbortSignal,
): Promise<RevocationsAnswer> {
  const url = new URL(addresses.followRevocations.path, issuer);
  const proof = await prove(Math.floor(wall() / 1000));
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...proof.headers,
    },
    body: formOf({ after: String(after), wait: String(wait), follower, ...proof.form }),
    // A redirect would carry the proof to a place nobody named.
    redirect: 'error',
    signal: AbortSignal.any([stopped, AbortSignal.timeout(wait * 1000 + patience)]),
  });
  const answer = parse(await readBounded(response, url));
  if (!response.ok) throw new RevocationFault(`${url} answered ${response.status} ${codeOf(answer)}`.trim());
  if (!isAnswer(answer)) throw new RevocationFault(`${url} answers no revocations`);
  return answer;
}

function formOf(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(given).toString();
}

async function readBounded({ body }: Response, url: URL): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) throw new RevocationFault(`${url} answers more than ${mostBytes} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(answer: unknown): string {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : '';
  return typeof code === 'string' && /^[a-z_]{1,64}$/.test(code) ? code : '';
}

function isAnswer(answer: unknown): answer is RevocationsAnswer {
  if (typeof answer !== 'object' || answer === null || !('entries' in answer)) return false;
  const upTo = 'upTo' in answer ? answer.upTo : undefined;
  if (upTo !== undefined && !(Number.isSafeInteger(upTo) && Number(upTo) >= 0)) return false;
  // Without entries and without an end it would be asked for ever.
  return (
    Array.isArray(answer.entries) &&
    answer.entries.every(isEntry) &&
    (answer.entries.length > 0 || upTo !== undefined)
  );
}

const names = {
  token: 'jti',
  session: 'sid',
  family: 'family',
  subject: 'sub',
  client: 'clientId',
  consent: 'clientId',
  organization: 'organization',
  key: 'kid',
} as const;

/** An entry that cannot be read is not skipped: what it revokes would pass. */
function isEntry(value: unknown): value is RevocationEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { sequence, target, revokedAt, forgetAfter } = value as Partial<Record<string, unknown>>;
  if (![sequence, revokedAt, forgetAfter].every(Number.isFinite)) return false;
  if (typeof target !== 'object' || target === null) return false;
  const { kind, issuer, issuedUpTo, ...named } = target as Partial<Record<string, unknown>>;
  if (typeof issuer !== 'string' || typeof kind !== 'string' || !Object.hasOwn(names, kind)) return false;
  const isWhole = kind === 'subject' || kind === 'client' || kind === 'consent' || kind === 'organization';
  if (kind === 'organization' && named['sub'] !== undefined && typeof named['sub'] !== 'string') return false;
  if (kind === 'consent' && typeof named['sub'] !== 'string') return false;
  return (
    typeof named[names[kind as keyof typeof names]] === 'string' && (!isWhole || Number.isFinite(issuedUpTo))
  );
}
