/** Text from outside, such as claims of a forged token, fit for a terminal; and the same within a line. */
export { showUnseen as safeText, showUnseenInLine as safeInline } from '@signet/token/verdict';
