import type { Notes } from '../mapping/notes.ts';
import { type ChatDialect, type Refusable, refusable } from './dialect.ts';

type Wire = Readonly<Record<string, unknown>>;

const reason = 'this provider refuses requests with it';

/** A request without what this upstream would refuse it for; what said something is told as lost. */
export function withoutRefused(wire: Wire, notes: Notes, { refuses = [] }: ChatDialect): Wire {
  const refused: ReadonlySet<string> = new Set(refuses);
  for (const name of refuses) {
    if (Object.hasOwn(wire, name) && !isUsual(name, wire[name])) notes.drop(refusable[name], reason);
  }
  return Object.fromEntries(Object.entries(wire).filter(([name]) => !refused.has(name)));
}

/** What is done as well where nothing is said. */
function isUsual(name: Refusable, value: unknown): boolean {
  switch (name) {
    case 'n':
      return value === 1;
    case 'store':
    case 'logprobs':
      return value === false;
    case 'parallel_tool_calls':
      return value === true;
    case 'presence_penalty':
    case 'frequency_penalty':
      return value === 0;
    case 'service_tier':
      return value === 'auto';
    default:
      return false;
  }
}
