import type { BudgetFacts } from './budget.ts';

const mostOthers = 16;
const longestValue = 256;
const others = /^[A-Za-z][\w.:-]{0,58}$/;

/**
 * By what the cost of a request is summed: `route`, `provider`, `model`, `key`, `subject`, `client`, and under their own
 * names what else of its claims is asked for; tags as `tag.NAME`, so that no caller writes over what a token says.
 * @param claims names of claims that are kept, such as `team` or `tenant`
 */
export function labelsOf(facts: BudgetFacts, claims: readonly string[]): Readonly<Record<string, string>> {
  const said = Object.entries({
    ...Object.fromEntries(claims.map((name) => [name, ownClaim(facts, name)])),
    subject: ownClaim(facts, 'sub'),
    client: ownClaim(facts, 'client_id') ?? ownClaim(facts, 'azp'),
    key: facts.key,
    route: facts.route,
    provider: facts.provider,
    model: facts.model,
  });
  const tags = Object.entries(facts.tags)
    .slice(0, mostOthers)
    .map(([name, value]) => [`tag.${name}`, value] as const);
  return Object.fromEntries(
    [...tags, ...said].flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined || !others.test(name) ? [] : [[name, text]];
    }),
  );
}

function ownClaim({ claims }: BudgetFacts, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // What a database cannot hold is replaced; what is cut stays whole characters.
  return text.replaceAll('\0', '�').slice(0, longestValue).toWellFormed();
}
