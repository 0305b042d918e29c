import type { ReactElement } from 'react';
import { words } from '../words.ts';

/** The scopes of OpenID Connect in words, with their name; one that an API defines by its name alone. */
export function ScopeText({ scope }: { readonly scope: string }): ReactElement {
  const { scopes, scopeOfApi } = words.consent;
  const said = Object.entries(scopes).find(([name]) => name === scope)?.[1] ?? scopeOfApi;
  return (
    <>
      <span>{said}</span> <code>{scope}</code>
    </>
  );
}

/** One below the other. */
export function ScopeList({ scopes }: { readonly scopes: readonly string[] }): ReactElement {
  return (
    <ul className="gate-scopes">
      {scopes.map((scope) => (
        <li key={scope}>
          <ScopeText scope={scope} />
        </li>
      ))}
    </ul>
  );
}
