import type { CompiledCache } from './compile-cache.ts';
import type { Directives } from './directives.ts';

/** A request as the answers that are kept are asked for it. */
export interface Asked {
  readonly cache: CompiledCache;
  readonly route: string;
  /** By which a change of it is told to everybody's answers: host, path and query, as clients write them. */
  readonly resource: string;
  readonly path: string;
  /** Everything by which answers to requests of this resource are told apart before `Vary` is read. */
  readonly key: string;
  /** What the upstream would be sent: name, value, name, value … */
  readonly outgoing: readonly string[];
  readonly directives: Directives;
  /** It brought something that says who calls: RFC 9111 §3.5 is for its answers. */
  readonly credential: boolean;
  readonly isHead: boolean;
}
