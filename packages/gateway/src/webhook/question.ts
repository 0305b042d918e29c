import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import type { CompiledCheck } from './compile-check.ts';

/** What a check is told of a call: never a credential, and nothing of claims and headers but what the route names. */
export function questionOf(
  { headers, claims }: CompiledCheck,
  head: RequestHead,
  admitted: Admitted,
  reference: string,
): string {
  const { route, path } = admitted;
  const said = 'token' in admitted ? admitted.token.claims : {};
  return JSON.stringify({
    reference,
    method: head.method,
    path,
    route: route.id,
    headers: Object.fromEntries(headers.flatMap((name) => headerIn(head, name))),
    claims: Object.fromEntries(
      claims.flatMap(({ name, path: at }) => {
        const text = claimText(claimAt(said, at));
        return text === undefined ? [] : [[name, text] as const];
      }),
    ),
  });
}

/** Several of one name as one list (RFC 9110 §5.3). */
function headerIn({ headers }: RequestHead, name: string): readonly (readonly [string, string])[] {
  const values = valuesOf(name, headers);
  return values.length === 0 ? [] : [[name, values.join(', ')]];
}
