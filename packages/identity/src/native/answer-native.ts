import type { TokenAnswer } from '@signet/contracts';
import type { RememberedDevice } from '../login/known-device.ts';
import { type SignedIn, toTokenAnswer } from '../sessions/signed-in.ts';
import { tokenType } from '../token-endpoint/asked.ts';
import type { NativeApp } from './native-app.ts';

/** All in the body, and no cookie. */
export function answerNative(
  app: NativeApp,
  signedIn: SignedIn & { readonly device?: RememberedDevice },
): TokenAnswer {
  const { secret, secretExpiresAt, device } = signedIn;
  return {
    ...toTokenAnswer(signedIn),
    tokenType: tokenType(app),
    refreshToken: secret,
    refreshTokenExpiresAt: new Date(secretExpiresAt).toISOString(),
    ...(device === undefined ? {} : { device: device.value }),
  };
}
