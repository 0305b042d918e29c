import { dirname, resolve } from 'node:path';
import { SignetError, secretsIn, tellReference } from '@signet/contracts';
import { readConfigurationFile } from '../configuration/read-file.ts';
import { judgeSecret } from './judge-secret.ts';
import { createReadSecret } from './read-secret.ts';

/** What came of reading a secret, without the secret. */
export interface CheckedSecret {
  readonly key: string;
  readonly reference: string;
  /** Absent: it can be read. */
  readonly reason?: string;
}

/**
 * Reads each secret of a configuration once, for a command that starts nothing.
 * @throws SignetError `configuration_invalid`
 */
export async function checkConfiguredSecrets(place: {
  readonly configurationFile: string;
  readonly variable: (name: string) => string | undefined;
}): Promise<readonly CheckedSecret[]> {
  const file = resolve(place.configurationFile);
  const { configuration } = await readConfigurationFile(file);
  const read = createReadSecret({ ...place, folder: dirname(file) }, configuration.secrets);
  const checked: CheckedSecret[] = [];
  for (const needed of secretsIn(configuration)) {
    const { key, reference } = needed;
    const told = { key, reference: tellReference(reference) };
    try {
      judgeSecret(needed, await read(reference));
      checked.push(told);
    } catch (error) {
      if (!(error instanceof SignetError)) throw error;
      checked.push({ ...told, reason: error.refusal.sentence });
    }
  }
  return checked;
}
