import type { ReactElement } from 'react';

export interface NamedText {
  readonly name: string;
  readonly value: string | undefined;
  /** Where the value leads. */
  readonly href?: string | undefined;
}

/** Names and values; what has no value is left out. */
export function FactList({ facts }: { readonly facts: readonly NamedText[] }): ReactElement {
  return (
    <dl className="refusal-facts">
      {facts.map(
        ({ name, value, href }) =>
          value !== undefined && (
            <div key={name} className="refusal-fact">
              <dt>{name}</dt>
              <dd>{href === undefined ? value : <a href={href}>{value}</a>}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
