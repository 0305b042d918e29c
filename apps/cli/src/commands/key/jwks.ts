import { type Jwk, thumbprint } from '@signet/token/keys';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { readKeyBytes } from '../../input/read-key-file.ts';
import { parseAlgorithm } from '../../keys/choose-algorithm.ts';
import { publicHalfOf, readOneKey } from '../../keys/read-one-key.ts';
import { type PasswordSource, readPassword } from '../../keys/read-password.ts';
import { jsonText } from '../../terminal/json-text.ts';

export interface JwksOptions extends CommonOptions, PasswordSource {
  readonly alg?: string;
}

/** A key set to publish, of the public halves of these files. A key without kid is named by its thumbprint. */
export async function jwks(context: Context, files: readonly string[], options: JwksOptions): Promise<void> {
  const password = await readPassword(context, options);
  const alg = options.alg === undefined ? {} : { alg: parseAlgorithm(options.alg) };
  const keys: Jwk[] = [];
  for (const file of files) {
    const jwk = publicHalfOf(await readOneKey(await readKeyBytes(context, file), password));
    keys.push({ kid: await thumbprint(jwk), use: 'sig', ...jwk, ...alg });
  }
  answer(context, options, { keys }, () => jsonText({ keys }));
}
