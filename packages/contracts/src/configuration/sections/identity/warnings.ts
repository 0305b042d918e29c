import { type Check, check } from '../../check.ts';
import { literalSecret } from '../../literal-secret.ts';
import { identitySchema } from './schema.ts';

export const literalSecrets: Check = check({ identity: identitySchema }, ({ identity }) => [
  ...(['masterKey', 'previousMasterKey'] as const).flatMap((key) =>
    literalSecret(identity.value[key], identity.place(key)),
  ),
  ...Object.entries(identity.value.providers).flatMap(([id, { clientSecret }]) =>
    literalSecret(clientSecret, [...identity.place('providers'), id, 'clientSecret']),
  ),
  ...Object.entries(identity.value.apiSecrets ?? {}).flatMap(([audience, secret]) =>
    literalSecret(secret, [...identity.place('apiSecrets'), audience]),
  ),
  ...literalSecret(identity.value.keys.signer?.pkcs11?.pin, [
    ...identity.place('keys'),
    'signer',
    'pkcs11',
    'pin',
  ]),
]);
