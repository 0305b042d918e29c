import type { AccountId, InvitationId, MailLanguage } from '@signet/contracts';

/** What is to be written, and to whom as far as that is known: whether there is anybody is found out when it is. */
export type Errand =
  | { readonly kind: 'test'; readonly to: string; readonly language: MailLanguage }
  | ToAccount<'verify_email'>
  | (ToAccount<'email_changed'> & { readonly address: string })
  | (ToAccount<'provider_joined'> & { readonly provider: string })
  | ToAccount<'password_changed'>
  | ToAccount<'invitation'>
  /** Whether it waits still is seen when it is written. */
  | {
      readonly kind: 'organization_invitation';
      readonly invitation: InvitationId;
      readonly language: MailLanguage;
    }
  /** Whether the address has an account is seen when it is written. */
  | {
      readonly kind: 'registration';
      readonly to: string;
      readonly language: MailLanguage;
      readonly interaction?: string;
    }
  /** `request` is that of the browser that asked, by its hash; good up to `until`, in milliseconds since the epoch. */
  | {
      readonly kind: 'sign_in';
      readonly name: string;
      readonly language: MailLanguage;
      readonly request: string;
      readonly until: number;
      readonly interaction?: string;
    }
  /** Of whoever has no password, and shows once more who they are. */
  | {
      readonly kind: 'prove';
      readonly accountId: AccountId;
      readonly language: MailLanguage;
      readonly request: string;
      readonly until: number;
    }
  /** `name` as it was typed: a name or an address. */
  | { readonly kind: 'reset_password'; readonly name: string; readonly language: MailLanguage };

interface ToAccount<Kind extends string> {
  readonly kind: Kind;
  readonly accountId: AccountId;
  readonly to: string;
  readonly language: MailLanguage;
}
