import type { KeyRing } from './key-ring.ts';

/** Where a person can bring a token and a key. */
export const surfaces = ['lines', 'verify', 'diagnose', 'inspect', 'decode', 'gateway', 'page'] as const;
export type Surface = (typeof surfaces)[number];

/**
 * One line of the table: a token and a key as a person has them, and what each surface must answer. Token and key are
 * made anew for each run, so that nothing that signs stands in the repository.
 */
export interface Case {
  readonly name: string;
  readonly token: (ring: KeyRing) => string;
  /** Text as it is pasted, or the bytes of a file; empty where a proof brings its own and none is given. */
  readonly key: (ring: KeyRing) => string | Uint8Array<ArrayBuffer>;
  /** `secret`: it is given as a shared secret, as with `--secret-file`. */
  readonly as?: 'secret';
  /** The algorithm that is named beside the key, as with `--alg`. */
  readonly alg?: string;
  /** `verified`, or the code of the refusal. */
  readonly answer: string;
  /** Surfaces that answer otherwise; null where such a key or token cannot be brought there. */
  readonly but?: Partial<Readonly<Record<Surface, string | null>>>;
  /** Words of the refusal, on every surface that refuses. */
  readonly says?: string;
  /** Words of the warning beside a yes. */
  readonly warns?: string;
  /** Words of the gateway, where they are others. */
  readonly gateway?: string;
  /** Words of `key inspect` about a key that can be read. Without them it must refuse as all others do. */
  readonly inspect?: string;
  /** Words of the page, where they are others. */
  readonly page?: string;
  /** Words of `diagnose`. */
  readonly diagnose?: string;
  /** Words of `decode`. */
  readonly decode?: string;
  /** Numbers of the token that every surface which shows claims must show digit for digit. */
  readonly digits?: readonly string[];
  /** What people must see of the token where its claims are shown to them. */
  readonly shows?: readonly string[];
  /** Whom the gateway's route takes tokens from and for; default as in every token of the table. Told to `verify` too. */
  readonly expects?: Expects;
  /** The request that a DPoP proof is held against; without one it is asked about all the same. */
  readonly request?: { readonly method?: string; readonly url?: string };
  /** Nothing speaks against it: no surface shows a refusal, be it beside a yes. */
  readonly isGood?: true;
}

export interface Expects {
  readonly issuer: string;
  readonly audience: string;
  /** Told to the page as well, which asks for no more than it must to be quick. */
  readonly audienceClaim?: 'client_id' | 'azp';
}

/** A case whose token and key were made. */
export interface MadeCase extends Omit<Case, 'token' | 'key'> {
  /** What it is about, for tests that take the table in parts. */
  readonly subject: string;
  readonly token: string;
  readonly key: string | Uint8Array<ArrayBuffer>;
}

/** What a surface must answer; undefined where it is not asked. */
export interface Expected {
  readonly code: string;
  readonly words: readonly string[];
  /** Numbers that must stand there digit for digit. */
  readonly digits: readonly string[];
}

/** Surfaces that show the claims of a token. */
const showing: readonly Surface[] = ['lines', 'verify', 'decode', 'page'];

export function expectedOn(surface: Surface, of: MadeCase): Expected | undefined {
  const code = of.but?.[surface];
  if (code === null || !isAsked(surface, of)) return undefined;
  const answer = code ?? usual(surface, of);
  const words = wordsOn(surface, answer, of);
  const digits = showing.includes(surface) ? (of.digits ?? []) : [];
  const shown = surface === 'page' ? (of.shows ?? []) : [];
  return { code: answer, words: [...(words === undefined ? [] : [words]), ...shown], digits };
}

function isAsked(surface: Surface, { key, as, decode, digits }: MadeCase): boolean {
  if (surface === 'decode') return decode !== undefined || digits !== undefined;
  if (surface === 'gateway') return as === undefined && typeof key === 'string' && isKeySet(key);
  if (surface === 'inspect') return as === undefined;
  // A line is JSON, which has no bytes.
  return surface !== 'lines' || typeof key === 'string';
}

/** `decode` and `key inspect` judge no token, and `diagnose` has findings in the place of a refusal. */
function usual(surface: Surface, { answer, inspect }: MadeCase): string {
  if (surface === 'decode' || (surface === 'inspect' && inspect !== undefined)) return 'read';
  return surface === 'diagnose' && answer !== 'verified' ? 'explained' : answer;
}

function wordsOn(surface: Surface, answer: string, of: MadeCase): string | undefined {
  const { says, warns, inspect, diagnose, decode, gateway, page, as } = of;
  const isUnreadable = inspect === undefined && as === undefined;
  const told = answer === 'verified' ? warns : says;
  switch (surface) {
    case 'inspect':
      return inspect ?? says;
    case 'diagnose':
      return diagnose ?? (isUnreadable ? says : undefined);
    case 'decode':
      return decode;
    case 'gateway':
      return answer === 'verified' ? undefined : (gateway ?? says);
    case 'page':
      return page ?? told;
    default:
      return told;
  }
}

/** What an issuer could publish. */
function isKeySet(text: string): boolean {
  return /^\s*\{/.test(text) && /"keys"\s*:/.test(text);
}
