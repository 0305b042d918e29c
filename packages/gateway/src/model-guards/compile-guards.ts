import { detectorsOf, type Guard } from '@signet/ai';
import type { Condition } from '@signet/conditions';
import type { LlmGuard, RouteConfiguration } from '@signet/contracts';
import { readJson } from '@signet/token/json';
import type { HoldAgainst, Schemas } from '../described/schemas.ts';
import { compileSchema } from '../snapshot/compile-request.ts';
import { compileUnless } from '../snapshot/compile-unless.ts';

export interface CompiledGuard extends Guard {
  /** Undefined: it looks whoever calls. */
  readonly unless: Condition | undefined;
}

/** @throws SignetError for a condition that cannot be read */
export function compileGuards(
  { id, llm }: Pick<RouteConfiguration, 'id' | 'llm'>,
  schemas: Schemas,
): readonly CompiledGuard[] {
  return Object.freeze((llm?.guards ?? []).map((guard) => compileGuard(guard, id, schemas)));
}

function compileGuard(guard: LlmGuard, route: string, schemas: Schemas): CompiledGuard {
  const { name, find, terms, longest, schema, in: where, act, unless } = guard;
  return Object.freeze({
    holdsWhole: schema === undefined ? undefined : isOf(compileSchema(route, schema, schemas)),
    ...{ name, longest, act },
    detectors: detectorsOf(find, terms),
    ofQuestions: where !== 'answer',
    ofAnswers: where !== 'question',
    unless: unless === undefined ? undefined : compileUnless(unless, { guard: name, route }),
  });
}

/** JSON in one way only: who reads the answer must not read another than we did. */
function isOf(holdAgainst: HoldAgainst): (text: string) => boolean {
  return (text) => {
    const reading = readJson(text, { maxDepth: 96, maxValues: 200_000 });
    if (reading.kind !== 'json' || reading.duplicates.length > 0) return false;
    return holdAgainst(JSON.parse(text)) === undefined;
  };
}

/** Those that look at what this caller asks: one whose condition cannot be decided does. */
export function guardsFor(
  guards: readonly CompiledGuard[],
  claims: Readonly<Record<string, unknown>>,
  now: number,
): readonly Guard[] {
  return guards.filter(
    ({ unless }) => unless === undefined || !unless.ask({ claims, request: undefined, now }).holds,
  );
}
