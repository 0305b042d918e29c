/** One of the warnings of `inspectJws`, for a caller that says the same in its own way. */
export const kidDiffers = 'The kid of the token is not the kid of the key.';
