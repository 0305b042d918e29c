/** Bytes of the longest token, claims set or key file that a command reads. */
export const longestToken: number = 1024 * 1024;
