import type { IdentityConfiguration } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import type { ProviderDirectory } from '../providers/provider-directory.ts';
import { type CompleteRegistrationParts, completeRegistration } from './complete-registration.ts';
import { isOpen, type RegisterParts, register } from './register.ts';

export interface RegistrationRouteParts extends RegisterParts, CompleteRegistrationParts, SignInCookies {
  readonly configuration: () => Pick<IdentityConfiguration, 'registration' | 'emailSignIn'>;
  readonly providers: ProviderDirectory;
}

/** How whoever can be written to gets an account, where that is open. */
export function registrationRoutes(
  parts: RegistrationRouteParts,
  deny: Deny,
): Handlers<'readSignInOptions' | 'register' | 'completeRegistration'> {
  return {
    readSignInOptions: async () => ({
      registration: isOpen(parts),
      emailSignIn: parts.configuration().emailSignIn,
      providers: parts.providers.list().map(({ id, name }) => ({ id, name })),
    }),
    async register({ body }, { request, reply }) {
      const { address } = signInFrom(request, parts);
      const asked = await register(body, address, parts);
      return asked.kind === 'denied' ? deny(reply, asked) : asked.value;
    },
    async completeRegistration({ body }, { request, reply }) {
      const { address } = signInFrom(request, parts);
      const done = await completeRegistration(body, address, parts);
      return done.kind === 'denied' ? deny(reply, done) : done.value;
    },
  };
}
