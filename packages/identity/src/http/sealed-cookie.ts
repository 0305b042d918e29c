import type { FillRandom, WallClock } from '@signet/contracts';
import { seal, unseal } from '../keys/seal.ts';
import type { HostCookie } from './host-cookie.ts';

/** Something that goes through stages, and what is known at each. */
interface Staged {
  readonly stage: string;
}

/** As it was written, with until when it is good: milliseconds since the epoch. */
export type HeldStage<UnderWay extends Staged, Stage extends UnderWay['stage']> = Extract<
  UnderWay,
  { readonly stage: Stage }
> & { readonly until: number };

/** What is under way travels with the browser, sealed: nothing is kept for whoever only begins, and it is good nowhere else. */
export interface SealedCookie<UnderWay extends Staged> {
  /** A `Set-Cookie` value. @param until milliseconds since the epoch */
  write(underWay: UnderWay, until: number): string;
  /** `undefined` for what was not begun here, too long ago, or is of another stage. */
  read<Stage extends UnderWay['stage']>(
    header: string | undefined,
    ...stages: Stage[]
  ): HeldStage<UnderWay, Stage> | undefined;
  clear(): string;
}

/**
 * @param label what it is for: what was sealed for something else does not open
 * @param keys derived from the master keys for this alone; the first seals, the others still open
 */
export function createSealedCookie<UnderWay extends Staged>(
  cookie: HostCookie,
  label: string,
  parts: {
    readonly keys: readonly [Uint8Array, ...Uint8Array[]];
    readonly random: FillRandom;
    readonly wall: WallClock;
  },
): SealedCookie<UnderWay> {
  const { keys, random, wall } = parts;
  return {
    write(underWay, until) {
      const sealed = seal(JSON.stringify({ ...underWay, until }), keys[0], label, random);
      return cookie.write(sealed, Math.max(0, Math.floor((until - wall()) / 1000)));
    },
    read<Stage extends UnderWay['stage']>(header: string | undefined, ...stages: Stage[]) {
      const value = cookie.read(header);
      if (value === undefined) return undefined;
      const plain = keys.map((key) => unseal(value, key, label)).find((opened) => opened !== undefined);
      // Only what was sealed here opens, so that it has the form in which it was written.
      const held = plain === undefined ? undefined : (JSON.parse(plain) as HeldStage<UnderWay, Stage>);
      return stages.some((stage) => stage === held?.stage) && held !== undefined && held.until > wall()
        ? held
        : undefined;
    },
    clear: () => cookie.clear(),
  };
}
