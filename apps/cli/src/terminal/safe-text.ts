/** Text from outside, such as claims of a forged token, fit for a terminal. */
export { showUnseen as safeText } from '@signet/token/verdict';
