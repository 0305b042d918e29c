import { draw } from '../random-pool.ts';

/** How the spans of one request belong together, and to those of whoever sent it (W3C Trace Context). */
export interface TraceContext {
  readonly traceId: string;
  /** The span of whoever sent the request. */
  readonly parentId: string | undefined;
  /** Of the request, and of what is done to have it answered. */
  readonly spanId: string;
  readonly forwardId: string;
  /** `tracestate` as it came; empty where there is none that can be read. */
  readonly state: string;
  readonly sampled: boolean;
}

export interface Sampling {
  /** Between 0 and 1. */
  readonly sample: number;
  /** Whether the sender is a proxy that may decide whether there are spans. */
  readonly trusted: () => boolean;
}

/** Version 00, or a later one that begins alike (W3C Trace Context §3.2). */
const parentPattern =
  /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const longestParent = 256;
const longestState = 512;
const mostMembers = 32;
const memberPattern =
  /^(?:[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13})=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{1,256}$/;

/**
 * Takes up the trace that the request belongs to, or begins one. What is crooked, or said twice, is as if it had not come. Anyone
 * may name a trace; that there are spans of it is said by a trusted proxy, or drawn by lot: nobody else makes the gateway work.
 */
export function beginTrace(rawHeaders: readonly string[], { sample, trusted }: Sampling): TraceContext {
  const parents: string[] = [];
  const states: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length !== 11 && name.length !== 10) continue;
    const lower = name.toLowerCase();
    if (lower === 'traceparent') parents.push(rawHeaders[index + 1] ?? '');
    else if (lower === 'tracestate') states.push(rawHeaders[index + 1] ?? '');
  }
  const [parent] = parents;
  const read = parent !== undefined && parents.length === 1 ? readParent(parent) : undefined;
  const own = { spanId: hex(8), forwardId: hex(8) };
  if (read === undefined) {
    return { ...own, traceId: hex(16), parentId: undefined, state: '', sampled: drawn(sample) };
  }
  const sampled = trusted() ? read.sampled : drawn(sample);
  return { ...own, traceId: read.traceId, parentId: read.parentId, state: readState(states), sampled };
}

/** What an upstream is told: the same trace, below our span of the sending; by a proxy, below that of the request, and nothing of the client's. */
export function traceHeaders(
  { traceId, forwardId, spanId, state, sampled }: TraceContext,
  sentBy: 'gateway' | 'proxy' = 'gateway',
): string[] {
  const above = sentBy === 'gateway' ? forwardId : spanId;
  const parent = ['traceparent', `00-${traceId}-${above}-${sampled ? '01' : '00'}`];
  return state === '' && sentBy === 'gateway' ? parent : [...parent, 'tracestate', state];
}

/** Headers without what the client says of a trace: name, value, name, value … */
export function withoutTrace(headers: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const [name = '', value = ''] = [headers[index], headers[index + 1]];
    const lower = name.toLowerCase();
    if (lower !== 'traceparent' && lower !== 'tracestate') kept.push(name, value);
  }
  return kept;
}

function readParent(text: string) {
  if (text.length > longestParent) return undefined;
  const [, version, traceId = '', parentId = '', flags = '', rest] = parentPattern.exec(text) ?? [];
  if (version === undefined || (version === '00' && rest !== undefined)) return undefined;
  return { traceId, parentId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

function readState(states: readonly string[]): string {
  const joined = states.join(',');
  if (joined.length > longestState) return '';
  const members = joined
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
  const keys = new Set(members.map((member) => member.slice(0, member.indexOf('='))));
  const isSound = members.length <= mostMembers && members.every((member) => memberPattern.test(member));
  return isSound && keys.size === members.length ? members.join(',') : '';
}

function drawn(sample: number): boolean {
  if (sample >= 1) return true;
  const [high = 0, low = 0] = draw(new Uint8Array(2));
  return high * 256 + low < sample * 65_536;
}

/** Never all zeros, which would name nothing. */
function hex(bytes: number): string {
  const text = Buffer.from(draw(new Uint8Array(bytes))).toString('hex');
  return /[1-9a-f]/.test(text) ? text : hex(bytes);
}
