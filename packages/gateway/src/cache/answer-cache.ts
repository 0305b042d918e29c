import { elapsed, type SteadyTime, type WatchedClocks } from '@signet/contracts';
import type { ResponseHead } from '../http1/response-head.ts';
import { ModelAnswers } from '../model-cache/model-answers.ts';
import { valuesOf } from '../request/values-of.ts';
import { isEventStream } from '../upstream/event-stream.ts';
import { AnswerStore, type StoreBounds } from './answer-store.ts';
import type { Asked } from './asked.ts';
import { CacheCounts } from './cache-counts.ts';
import { Fill, type FillPlace } from './fill.ts';
import { Freshness } from './freshness.ts';
import { freshened, type KeptAnswer, keptHeaders, validatorsOf, varyOf } from './kept-answer.ts';

/** An answer that is to be kept once all of it has come. */
export type Draft = Omit<KeptAnswer, 'body'>;

/** What came of an answer's first look: whether it will be kept. */
interface Arrived {
  readonly head: ResponseHead;
  /** Milliseconds since it was asked for. */
  readonly delay: number;
}

/** What may be asked to be forgotten. */
export interface PurgeOrder {
  readonly route: string;
  /** Canonical; absent: all of the route. */
  readonly path?: string;
}

/** Keys whose answers turned out not to be kept: nobody waits for another of them for a while. */
const notKeptFor = 10_000;
const mostNotKept = 10_000;
/** Of fetches that no client waits for. */
const mostRefreshes = 64;

/** The answers that this gateway process keeps (RFC 9111), and the fetches under way for them. */
export class AnswerCache {
  readonly counts: CacheCounts = new CacheCounts();
  /** Of language models, in a room of their own that is as large. */
  readonly models: ModelAnswers;
  readonly #clocks: WatchedClocks;
  readonly #reportChanged: (resource: string) => void;
  readonly #fills = new Map<string, Fill>();
  /** Whose answers may still be kept. */
  readonly #open = new Set<Fill>();
  readonly #notKept = new Map<string, SteadyTime>();
  #store: AnswerStore;
  #bounds: StoreBounds;
  #filling = 0;
  #refreshes = 0;
  /** Of the routes that there are: what was asked for under others is not kept any more. */
  #epochs: ReadonlySet<string> = new Set();

  constructor(
    bounds: StoreBounds,
    clocks: WatchedClocks,
    reportChanged: (resource: string) => void = () => undefined,
  ) {
    this.#reportChanged = reportChanged;
    this.#bounds = bounds;
    this.#clocks = clocks;
    this.#store = new AnswerStore(bounds);
    this.models = new ModelAnswers(bounds, clocks.steady);
  }

  get size(): number {
    return this.#store.size;
  }

  get bytes(): number {
    return this.#store.bytes;
  }

  /** Forgets what other routes kept; and everything, where there is other room than before. */
  settle(epochs: ReadonlySet<string>, bounds: StoreBounds): void {
    this.#epochs = epochs;
    this.models.settle(epochs, bounds);
    if (bounds.maxBytes !== this.#bounds.maxBytes || bounds.maxEntries !== this.#bounds.maxEntries) {
      this.#bounds = bounds;
      this.#store = new AnswerStore(bounds);
    } else this.#store.forgetWhere(({ epoch }) => !epochs.has(epoch));
    this.#notKept.clear();
  }

  find(asked: Asked): { readonly answer: KeptAnswer | undefined; readonly any: boolean } {
    return this.#store.find(asked);
  }

  /** The fetch of the same that is under way, where its answer may be waited for. */
  fillOf({ key }: Asked): Fill | undefined {
    const since = this.#notKept.get(key);
    if (since !== undefined && elapsed(since, this.#clocks.steady()) < notKeptFor) return undefined;
    return this.#fills.get(key);
  }

  /** @param forAll others may wait for it; one of a key at most */
  begin({ key, route, resource, path }: Asked, forAll: boolean): Fill {
    const fill = new Fill({ key, route, resource, path });
    this.#open.add(fill);
    if (forAll && !this.#fills.has(key)) {
      this.#fills.set(key, fill);
      fill.wait((end) => {
        this.#fills.delete(key);
        if (end === 'not-kept') this.#rememberNotKept(key);
        else this.#notKept.delete(key);
      });
    }
    return fill;
  }

  /** Nothing more is kept by it. */
  close(fill: Fill): void {
    this.#open.delete(fill);
  }

  /** Room for a fetch that no client waits for; given back by what is returned. */
  takeRefresh(): (() => void) | undefined {
    if (this.#refreshes >= mostRefreshes) return undefined;
    this.#refreshes += 1;
    return () => {
      this.#refreshes -= 1;
    };
  }

  /** Room for bytes that have come and are not kept yet; false where there is none. */
  hold(bytes: number): boolean {
    if (this.#filling + bytes > this.#bounds.maxBytes) return false;
    this.#filling += bytes;
    return true;
  }

  release(bytes: number): void {
    this.#filling -= bytes;
  }

  /** What would be kept of an answer; undefined where nothing may be (RFC 9111 §3). */
  draft(asked: Asked, { head, delay }: Arrived): Draft | undefined {
    const { rawHeaders: raw, status, reason, framing } = head;
    if (asked.isHead || !this.#epochs.has(asked.cache.epoch)) return undefined;
    // Where a body ends with its connection, nobody can tell a part of it from the whole.
    if (framing.kind === 'until-close' || status < 200 || status === 206 || isEventStream(raw))
      return undefined;
    if (framing.kind === 'length' && framing.bytes > asked.cache.maxBodyBytes) return undefined;
    if (valuesOf('set-cookie', raw).length > 0) return undefined;
    const wall = this.#clocks.wall();
    const headers = keptHeaders(status, raw, wall);
    const vary = varyOf(headers, asked.outgoing);
    if (vary === undefined) return undefined;
    const freshness = this.#judge(asked, { status, headers: raw, delay });
    if (!freshness.storable || (asked.credential && !letsShare(freshness))) return undefined;
    if (freshness.left <= 0 && validatorsOf(headers) === undefined) return undefined;
    const { key, route, resource, path } = asked;
    return { key, route, epoch: asked.cache.epoch, resource, path, status, reason, headers, vary, freshness };
  }

  /** @param asked for which it was fetched */
  keep(draft: Draft, body: Buffer, { asked, fill }: { readonly asked: Asked; readonly fill: Fill }): void {
    if (fill.spoiled || !this.#epochs.has(draft.epoch)) return;
    this.#store.keep({ ...draft, body }, asked.outgoing);
    this.counts.kept(draft.route, body.length);
  }

  /** An answer that its upstream has confirmed, with what was said anew of it (RFC 9111 §4.3.4). */
  confirm(
    kept: KeptAnswer,
    { asked, fill }: { readonly asked: Asked; readonly fill: Fill },
    { head, delay }: Arrived,
  ): KeptAnswer {
    const said = keptHeaders(304, head.rawHeaders, this.#clocks.wall());
    const headers = freshened(kept.headers, said);
    const ages = valuesOf('age', head.rawHeaders).flatMap((age) => ['age', age]);
    const freshness = this.#judge(asked, { status: kept.status, headers: [...headers, ...ages], delay });
    const vary = varyOf(headers, asked.outgoing);
    const confirmed = { ...kept, headers, freshness, vary: vary ?? kept.vary };
    this.#store.forget(kept);
    const mayShare = !asked.credential || letsShare(freshness);
    if (!fill.spoiled && vary !== undefined && freshness.storable && mayShare && this.#epochs.has(kept.epoch))
      this.#store.keep(confirmed, asked.outgoing);
    return confirmed;
  }

  forget(kept: KeptAnswer): void {
    this.#store.forget(kept);
  }

  /** Somebody has changed it. @param route that did */
  changed(route: string, resource: string): void {
    this.counts.purged(route, this.forgetResource(resource));
    this.#reportChanged(resource);
  }

  /** Everybody's answers for it. */
  forgetResource(resource: string): number {
    this.#spoil((asked) => asked.resource === resource);
    return this.#store.forgetResource(resource);
  }

  purge({ route, path }: PurgeOrder): number {
    const isMeant = (one: FillPlace) => one.route === route && (path === undefined || one.path === path);
    this.#spoil(isMeant);
    const purged = this.#store.forgetWhere(isMeant) + this.models.purge(route);
    this.counts.purged(route, purged);
    return purged;
  }

  forgetAll(): void {
    this.#spoil(() => true);
    this.#store.forgetWhere(() => true);
    this.models.forgetAll();
  }

  /** Who is asked for it now may have answered before it was changed. */
  #spoil(isMeant: (asked: FillPlace) => boolean): void {
    for (const fill of this.#open) if (isMeant(fill.asked)) fill.spoiled = true;
  }

  #judge(
    { cache, directives }: Asked,
    { status, headers, delay }: { status: number; headers: readonly string[]; delay: number },
  ): Freshness {
    return new Freshness(
      { status, headers, asked: directives, ownOnly: cache.perSubject, delay },
      { steady: this.#clocks.steady, wall: this.#clocks.wall },
    );
  }

  #rememberNotKept(key: string): void {
    if (this.#notKept.size >= mostNotKept) this.#notKept.clear();
    this.#notKept.set(key, this.#clocks.steady());
  }
}

/** RFC 9111 §3.5 */
function letsShare({ directives }: Freshness): boolean {
  return ['public', 's-maxage', 'must-revalidate'].some((name) => directives.has(name));
}
