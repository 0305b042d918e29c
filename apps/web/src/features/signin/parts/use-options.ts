import { useEffect, useState } from 'react';
import { fetchOptions, type Options } from '../model/options.ts';
import type { Site } from '../model/site.ts';

/** What there is here besides a sign-in by password, once that is known. */
export function useOptions(site: Site): Options | undefined {
  const [options, setOptions] = useState<Options>();
  useEffect(() => {
    let isLeft = false;
    void fetchOptions(site).then((found) => isLeft || setOptions(found));
    return () => {
      isLeft = true;
    };
  }, [site]);
  return options;
}
