import type { Finding } from './inspection.ts';

const consequence = ['refused', 'unknown', 'warning', 'verified', 'note'] as const;

/** In order of consequence, each once: a fault can be seen by two readers; the more exact one comes first and stays. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(isFirst).toSorted((one, other) => rank(one) - rank(other));
}

function isFirst({ id }: Finding, index: number, all: readonly Finding[]): boolean {
  return all.findIndex((each) => each.id === id) === index;
}

function rank({ tone, isGrave = false }: Finding): number {
  return consequence.indexOf(tone) - (isGrave ? 0.5 : 0);
}
