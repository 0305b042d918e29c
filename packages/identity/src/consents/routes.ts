import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type CallingPersonParts, callingPerson } from '../own-sessions/calling-person.ts';
import { type AgreedAppsParts, agreedApps } from './agreed-apps.ts';
import { type WithdrawConsentParts, withdrawConsent } from './withdraw-consent.ts';

export interface ConsentRouteParts
  extends CallingPersonParts,
    AgreedAppsParts,
    Omit<WithdrawConsentParts, 'issuer' | 'wall'> {
  readonly consents: AgreedAppsParts['consents'];
}

/** Which apps a person let in, and that they may take that back. */
export function consentRoutes(
  parts: ConsentRouteParts,
  deny: Deny,
): Handlers<'listConsents' | 'withdrawConsent'> {
  return {
    async listConsents(_nothing, { request, reply }) {
      const own = await callingPerson(request, parts);
      return own.kind === 'denied' ? deny(reply, own) : agreedApps(own.value.account.id, parts);
    },
    async withdrawConsent({ parameters: { client } }, { request, reply }) {
      const own = await callingPerson(request, parts);
      if (own.kind === 'denied') return deny(reply, own);
      const { id } = own.value.account;
      const withdrawn = await withdrawConsent(id, client, { kind: 'account', id }, parts);
      return withdrawn.kind === 'denied' ? deny(reply, withdrawn) : withdrawn.value;
    },
  };
}
