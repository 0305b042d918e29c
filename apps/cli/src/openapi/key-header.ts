import { contextHeaderFault } from '@signet/contracts';
import { type Described, followed, membersOf, textOf } from './described.ts';

/** The header of an alternative that a key alone meets, as a route takes it. Beside another credential there is none. */
export function keyHeaderOf(document: Described, alternative: Described): string | undefined {
  const [name, another] = Object.keys(alternative);
  if (name === undefined || another !== undefined) return undefined;
  const wanted = alternative[name];
  // A key that a description wants scopes of (OpenAPI 3.1 calls them roles) is asked for more than is known here.
  if (!Array.isArray(wanted) || wanted.length > 0) return undefined;
  const described = membersOf(membersOf(document['components'])['securitySchemes'])[name];
  const scheme = described === undefined ? undefined : followed(document, described);
  if (scheme === undefined || textOf(scheme['type']) !== 'apiKey' || textOf(scheme['in']) !== 'header')
    return undefined;
  const header = textOf(scheme['name'])?.toLowerCase();
  return header === undefined || contextHeaderFault(header) !== undefined ? undefined : header;
}
