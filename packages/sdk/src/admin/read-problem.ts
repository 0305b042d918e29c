import { errorCodes, type RefusalValue, type RefusalValues, type SignetRefusal } from '@signet/contracts';

/** The refusal that a problem document of Signet tells of, or `undefined` for any other value. */
export function readProblem(answer: unknown): SignetRefusal | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const members = new Map(Object.entries(answer));
  const code = errorCodes.find((known) => known === members.get('code'));
  const sentence = members.get('detail');
  if (code === undefined || typeof sentence !== 'string') return undefined;
  const values = valuesIn(members.get('values'));
  const texts = textsIn(members, ['variant', 'expected', 'actual', 'fix']);
  return { code, sentence, ...texts, ...(values === undefined ? {} : { values }) };
}

type Part = 'variant' | 'expected' | 'actual' | 'fix';

function textsIn(
  members: ReadonlyMap<string, unknown>,
  names: readonly Part[],
): Partial<Record<Part, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = members.get(name);
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );
}

/** Names and numbers only; anything else makes the whole worthless. */
function valuesIn(value: unknown): RefusalValues | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, RefusalValue] =>
    ['string', 'number'].includes(typeof entry[1]),
  )
    ? Object.fromEntries(entries)
    : undefined;
}
