/** Whom a filled database holds: as many accounts as `size`, with one session each, found by their number alone. */
export interface Population {
  readonly size: number;
  readonly password: string;
}

/** So many hold the role, are in the group, or are disabled, however many there are. */
export const fewPeople = 10;
export const fewRole = 'clerk';
export const fewGroup = 'night-shift';

/** The ids lie as far apart as random ones do, and in the order of their numbers, by which a table is filled fast. */
export function strideOf(size: number): number {
  return Math.floor(2 ** 32 / size);
}

function hexOf(person: number, size: number): string {
  return (person * strideOf(size)).toString(16).padStart(8, '0');
}

export function usernameOf(person: number, size: number): string {
  return `user-${hexOf(person, size)}`;
}

/** In front of the number of a person in what a browser or an app keeps of its session. */
export const secretStart: string = 'bench'.padEnd(35, '-');

/** 43 characters, as refresh tokens have. */
export function refreshSecretOf(person: number, size: number): string {
  return secretStart + hexOf(person, size);
}

/** The session of every other person is one of the session API; the others signed in to an app. */
export function isOfApp(person: number): boolean {
  return person % 2 === 1;
}
