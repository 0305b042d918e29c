/** Text of which every character is seen, and none turns round what stands beside it: people decide by such names. */
export const seenText: RegExp = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;
