import type { ReactElement } from 'react';
import { tokenParts } from '../model/token-parts.ts';

interface TokenTextProps {
  readonly token: string;
  /** What follows the token of an SD-JWT. */
  readonly disclosures: readonly string[];
}

/** The new token in its hues. */
export function TokenText({ token, disclosures }: TokenTextProps): ReactElement {
  return (
    <p className="signed-token" data-testid="signed-token">
      {tokenParts(token, disclosures).map(({ text, hue }, index) => {
        const place = `${index}${hue}`;
        return (
          <span key={place} className={hue && `signed-part ${hue}`}>
            {text}
          </span>
        );
      })}
    </p>
  );
}
