/**
 * The hash by which `machines` of the configuration know a password. What hashes is loaded only for that.
 * @throws SignetError `overloaded`
 */
export async function hashMachinePassword(password: string): Promise<string> {
  const { createPasswordHasher } = await import('@signet/trust/passwords');
  const hasher = await createPasswordHasher();
  return hasher.hash(password);
}
