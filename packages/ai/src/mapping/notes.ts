import type { Losses } from '../model/loss.ts';
import type { ProviderProtocol } from '../model/protocol.ts';
import { cellOf } from './cell.ts';
import { type Feature, type RequestFeature, requestFeatures } from './feature.ts';
import { mapping } from './table.ts';

const ofRequests: ReadonlySet<Feature> = new Set(requestFeatures);

/** Notes what a writer could not carry as it came, with the reason of the mapping table. */
export class Notes {
  readonly from: ProviderProtocol;
  readonly to: ProviderProtocol;
  readonly losses: Losses;

  constructor(way: {
    readonly from: ProviderProtocol;
    readonly to: ProviderProtocol;
    readonly losses: Losses;
  }) {
    this.from = way.from;
    this.to = way.to;
    this.losses = way.losses;
  }

  /**
   * Whatever is not carried is noted, at the path where it came from; without a path, where the table has it there.
   * A cell that is true of some models alone is noted all the same: ask only for those.
   */
  note(feature: Feature, path?: string): void {
    const cell = cellOf(mapping[this.to], feature);
    if (cell.how === 'carried') return;
    this.losses.note({
      path: path ?? this.#placeOf(feature),
      of: ofRequests.has(feature) ? 'request' : 'answer',
      fate: cell.how,
      reason: cell.reason,
    });
  }

  /** What this upstream alone refuses, whatever its protocol carries. */
  drop(feature: RequestFeature, reason: string): void {
    this.losses.note({ path: this.#placeOf(feature), of: 'request', fate: 'dropped', reason });
  }

  #placeOf(feature: Feature): string {
    return cellOf(mapping[this.from], feature).as ?? feature;
  }
}
