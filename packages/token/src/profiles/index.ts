export { checkProfile, profileNames, profileOf } from './check-profile.ts';
export type { Expectations, ProfileName } from './profile.ts';
