import type { SendTestMailAnswer, SendTestMailRequest } from '@signet/contracts';

/** The mail of the identity provider, as far as an administrator has to do with it. */
export interface MailAdministration {
  sendTest(request: SendTestMailRequest): Promise<SendTestMailAnswer>;
}
