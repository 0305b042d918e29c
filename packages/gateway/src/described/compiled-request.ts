import type { ScalarType } from './read-text.ts';
import type { HoldAgainst } from './schemas.ts';

/** What the requests of a route must be. */
export interface CompiledRequest {
  readonly parameters: readonly CompiledParameter[];
  /** Some parameter is one of the query, or others than these are refused: the query is read. */
  readonly readsQuery: boolean;
  /** Names that may stand in the query, where no others may. */
  readonly queryNames: ReadonlySet<string> | undefined;
  readonly body: CompiledBody | undefined;
}

export interface CompiledParameter {
  readonly in: 'query' | 'path' | 'header';
  readonly name: string;
  /** As a refusal tells it: `?limit`, `path.id`, or the name of the header. */
  readonly told: string;
  readonly required: boolean;
  readonly type: ScalarType;
  /** It may come several times. */
  readonly isList: boolean;
  readonly holdAgainst: HoldAgainst;
}

export interface CompiledBody {
  readonly required: boolean;
  readonly maxBytes: number;
  readonly holdAgainst: HoldAgainst;
  /** Names that stand in its schema. */
  readonly names: ReadonlySet<string>;
}
