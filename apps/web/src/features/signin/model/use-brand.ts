import { useEffect, useState } from 'react';
import { ask } from '../../../parts/session/ask-signet.ts';
import type { Site } from './site.ts';

/** Whose these screens are; what is absent is Signet's own. */
export interface Brand {
  readonly name?: string;
  /** On this origin. */
  readonly logo?: string;
}

/** `undefined` until it is known. Where nobody answers it is Signet's own. */
export function useBrand(site: Site): Brand | undefined {
  const [brand, setBrand] = useState<Brand>();
  useEffect(() => {
    let isOver = false;
    void ask(site, 'readBrand').then((answer) => {
      if (!isOver) setBrand(answer.kind === 'answered' ? brandOf(answer.body) : {});
    });
    return () => {
      isOver = true;
    };
  }, [site]);
  return brand;
}

function brandOf({ name, logo }: { readonly name?: unknown; readonly logo?: unknown }): Brand {
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof logo === 'string' && logo.startsWith('/brand/') && { logo }),
  };
}
