import { elapsed, type SteadyTime } from '@signet/contracts';
import { LRUCache } from 'lru-cache';
import type { ToolDefinition } from './tool-definition.ts';

export type KnownTools = ReadonlyMap<string, ToolDefinition>;

interface Written {
  readonly tools: KnownTools;
  readonly at: SteadyTime;
}

/** Milliseconds after which a server is asked again what its tools are: so long may a changed one pass for the approved one. */
const freshFor = 30_000;
const mostCallers = 1_000;

/** What a server says of its tools to whoever asks it by a credential. */
export class ToolBook {
  readonly #known = new LRUCache<string, Written>({ max: mostCallers });

  /** Undefined where the server must be asked. @param whose by what it was asked; empty where it is asked for everybody alike */
  known(whose: string, now: SteadyTime): KnownTools | undefined {
    const written = this.#known.get(whose);
    return written !== undefined && elapsed(written.at, now) < freshFor ? written.tools : undefined;
  }

  write(whose: string, tools: readonly ToolDefinition[], at: SteadyTime): KnownTools {
    const known = new Map(tools.map((tool) => [tool.name, tool]));
    this.#known.set(whose, { tools: known, at });
    return known;
  }
}
