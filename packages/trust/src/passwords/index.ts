/** Passwords as they are hashed and checked; for servers alone. */
export { createPasswordHasher, type HashingLimits, type PasswordHasher } from './password-hasher.ts';
