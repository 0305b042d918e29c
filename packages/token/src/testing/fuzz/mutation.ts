import fc from 'fast-check';
import { hostileFragments, hostileValues } from './hostile.ts';

/** One change of a text. Places are shares of its length, so that a mutation fits every text. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'remove'; readonly at: number; readonly share: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly share: number; readonly times: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'splice'; readonly at: number; readonly from: string }
  | { readonly kind: 'value'; readonly at: number; readonly text: string }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number }
  | { readonly kind: 'inside'; readonly at: number; readonly mutations: readonly Mutation[] };

/** No mutation makes a text longer than this. */
const mostCharacters = 64 * 1024;

/** Texts of the corpus with up to six changes, which also reach into base64url and JSON. A failure shrinks. */
export function mutated(corpus: readonly string[]): fc.Arbitrary<string> {
  const changes = fc.array(mutation(corpus), { maxLength: 6 });
  return fc.tuple(fc.constantFrom(...corpus), changes).map(([text, mutations]) => apply(text, mutations));
}

function mutation(corpus: readonly string[]): fc.Arbitrary<Mutation> {
  const flat = flatMutation(corpus);
  const inside = fc.record({
    kind: fc.constant('inside' as const),
    at: share,
    mutations: fc.array(flat, { minLength: 1, maxLength: 3 }),
  });
  return fc.oneof({ weight: 2, arbitrary: flat }, { weight: 1, arbitrary: inside });
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

function flatMutation(corpus: readonly string[]): fc.Arbitrary<Mutation> {
  return fc.oneof<fc.Arbitrary<Mutation>[]>(
    fc.record({ kind: fc.constant('flip'), at: share, bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('remove'), at: share, share }),
    fc.record({ kind: fc.constant('repeat'), at: share, share, times: fc.nat(40) }),
    fc.record({ kind: fc.constant('insert'), at: share, text: fc.constantFrom(...hostileFragments) }),
    fc.record({ kind: fc.constant('splice'), at: share, from: fc.constantFrom(...corpus) }),
    fc.record({ kind: fc.constant('value'), at: share, text: fc.constantFrom(...hostileValues) }),
    fc.record({ kind: fc.constant('swap'), at: share, other: share }),
  );
}

function apply(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((changed, each) => applyOne(changed, each).slice(0, mostCharacters), text);
}

function applyOne(text: string, change: Mutation): string {
  const at = Math.floor(change.at * text.length);
  switch (change.kind) {
    case 'flip':
      return replaced(text, at, at + 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << change.bit)));
    case 'remove':
      return replaced(text, at, at + Math.ceil(change.share * (text.length - at)), '');
    case 'repeat': {
      const part = text.slice(at, at + Math.ceil(change.share * 64));
      return replaced(text, at, at, part.repeat(change.times));
    }
    case 'insert':
      return replaced(text, at, at, change.text);
    case 'splice':
      return text.slice(0, at) + change.from.slice(Math.floor(change.at * change.from.length));
    case 'value':
      return withOtherValue(text, change.at, change.text);
    case 'swap':
      return swapped(text, change.at, change.other);
    case 'inside':
      return changedInside(text, change.at, change.mutations);
  }
}

function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Puts another value behind one of the colons of a JSON text. */
function withOtherValue(text: string, at: number, value: string): string {
  const places = [...text.matchAll(/:\s*("(?:[^"\\]|\\.)*"|[^,{}[\]\s]+)/g)];
  const place = places[Math.floor(at * places.length)];
  return place === undefined ? text : replaced(text, place.index, place.index + place[0].length, `:${value}`);
}

function swapped(text: string, at: number, other: number): string {
  const parts = text.split('.');
  const [one, two] = [Math.floor(at * parts.length), Math.floor(other * parts.length)];
  const [first = '', second = ''] = [parts[one], parts[two]];
  return parts.map((part, index) => (index === one ? second : index === two ? first : part)).join('.');
}

/** Decodes one of the longer runs of base64url, changes what it holds and encodes it again. */
function changedInside(text: string, at: number, mutations: readonly Mutation[]): string {
  const runs = [...text.matchAll(/[\w-]{8,}/g)];
  const run = runs[Math.floor(at * runs.length)];
  if (run === undefined) return apply(text, mutations);
  const held = Buffer.from(run[0], 'base64url').toString('latin1');
  const changed = Buffer.from(apply(held, mutations), 'latin1').toString('base64url');
  return replaced(text, run.index, run.index + run[0].length, changed);
}
