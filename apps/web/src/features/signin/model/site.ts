import type { Surroundings } from '../../../parts/session/ask-signet.ts';
import { surroundings } from '../../../parts/session/surroundings.ts';

/** What the screens stand on: the server of this origin, and the window that goes on to the app. */
export interface Site extends Surroundings {
  /** Leaves for another page, without a way back to a form that was used. */
  readonly go: (address: string) => void;
}

export function thisSite(): Site {
  return { ...surroundings(), go: (address) => location.replace(address) };
}
