import type { ReactElement } from 'react';
import { screenOf } from '../model/place.ts';
import { registrationAddress } from '../model/registration.ts';
import { words } from './words.ts';

/** Leads to where an account is made. */
export function RegisterLink(): ReactElement {
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
