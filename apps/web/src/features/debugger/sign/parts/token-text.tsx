import type { ReactElement } from 'react';
import { tokenParts } from '../model/token-parts.ts';

interface TokenTextProps {
  readonly token: string;
  /** What follows the token of an SD-JWT. */
  readonly disclosures: readonly string[];
  /** Undefined for a token that is no SD-JWT, empty for one that nobody presents yet. */
  readonly keyBinding: string | undefined;
}

/** The new token in its hues. */
export function TokenText({ token, disclosures, keyBinding }: TokenTextProps): ReactElement {
  return (
    <p className="signed-token" data-testid="signed-token">
      {tokenParts(token, disclosures, keyBinding).map(({ text, hue }, index) => {
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
