import { type CarelessAnswer, carelesslyAccepted, splitToken } from './careless-answer.ts';

/** CARELESS ON PURPOSE, for the attack lab: decodes, and calls that verifying. */
export function verifyCarelessly(text: string): CarelessAnswer {
  return carelesslyAccepted(splitToken(text).claims);
}
