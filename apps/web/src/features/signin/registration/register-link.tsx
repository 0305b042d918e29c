import { type ReactElement, useEffect, useState } from 'react';
import { screenOf } from '../model/place.ts';
import { fetchOptions, type Options, registrationAddress } from '../model/registration.ts';
import type { Site } from '../model/site.ts';
import { words } from './words.ts';

/** Leads to where an account is made, where that is open to whoever comes. */
export function RegisterLink({ site }: { readonly site: Site }): ReactElement | null {
  const [options, setOptions] = useState<Options>();
  useEffect(() => {
    let isLeft = false;
    void fetchOptions(site).then((found) => isLeft || setOptions(found));
    return () => {
      isLeft = true;
    };
  }, [site]);
  if (options?.registration !== true) return null;
  const screen = screenOf(location.pathname);
  return (
    <a
      className="button gate-other"
      href={registrationAddress(screen.name === 'interaction' ? screen.uid : undefined)}
    >
      {words.link}
    </a>
  );
}
