import type { ReactElement } from 'react';

export interface NamedText {
  readonly name: string;
  readonly value: string | undefined;
}

/** Names and values; what has no value is left out. */
export function FactList({ facts }: { readonly facts: readonly NamedText[] }): ReactElement {
  return (
    <dl className="refusal-facts">
      {facts.map(
        ({ name, value }) =>
          value !== undefined && (
            <div key={name} className="refusal-fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
