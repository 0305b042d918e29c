import type { Letters } from './letter.ts';

export const en: Letters = {
  test: `Subject: Mail from {{site}} arrives

Whoever runs {{site}} sent you this mail to see whether mail arrives. It does.

There is nothing for you to do.
`,
  verify_email: `Subject: Confirm your email address for {{site}}

Hello {{username}},

please confirm that this address is yours. From then on {{site}} writes to you here, for example when you forgot your password.

[Confirm the address]({{link}})

The link is good for {{hours}} hours, once. If you know nothing of this, do nothing: then nothing changes.
`,
  email_changed: `Subject: Your email address at {{site}} has changed

Hello {{username}},

from now on {{site}} writes to {{address}} and no longer to this address.

If that was not you, somebody else knows your password. Tell whoever runs {{site}}.
`,
  reset_password: `Subject: A new password for {{site}}

Hello {{username}},

somebody, probably you, has forgotten your password for {{site}}. Choose a new one here:

[Choose a new password]({{link}})

The link is good for {{minutes}} minutes, once. If it was not you, do nothing: your password stays as it is.
`,
  password_changed: `Subject: Your password for {{site}} has changed

Hello {{username}},

your password for {{site}} was changed just now.

If that was not you, choose a new one at once by “Forgot your password?” on the sign-in page, and tell whoever runs {{site}}.
`,
  provider_joined: `Subject: {{provider}} signs you in to {{site}} now

Hello {{username}},

from now on you can sign in to {{site}} with {{provider}}.

If that was not you, tell whoever runs {{site}} at once.
`,
  prove: `Subject: Confirm a change of your account at {{site}}

Hello {{username}},

somebody, probably you, wants to change your account at {{site}}. Type this code on the page that asked for it:

{{code}}

It is good for {{minutes}} minutes, once. Nobody else needs it: tell it to no one, not even to {{site}}. If it was not you, somebody uses a browser in which you are signed in: sign it out.
`,
  sign_in: `Subject: Sign in to {{site}}

Hello {{username}},

somebody, probably you, wants to sign in to {{site}}. Type this code on the page that asked for it:

{{code}}

Or press this, in the same browser:

[Sign in]({{link}})

Both are good for {{minutes}} minutes, once. Nobody else needs the code: tell it to no one, not even to {{site}}. If it was not you, do nothing: nobody is signed in.
`,
  invitation: `Subject: An account for you at {{site}}

Hello,

an account was made for you at {{site}}. Your user name is {{username}}. Choose your password:

[Choose a password]({{link}})

The link is good for {{days}} days, once. If you know nothing of this, do nothing.
`,
  organization_invitation: `Subject: You are invited into {{organization}} at {{site}}

Hello,

{{organization}} invites you at {{site}}. See what it is, and accept or decline:

[See the invitation]({{link}})

If you have an account, you sign in with it; if not, you make one there. The link is good for {{days}} days, once. If you know nothing of this, do nothing.
`,
  registration: `Subject: Make your account at {{site}}

Hello,

somebody, probably you, wants an account at {{site}} with this address. Choose a user name and a password:

[Make the account]({{link}})

The link is good for {{hours}} hours, once. If it was not you, do nothing: then there is no account.
`,
  registration_known: `Subject: You have an account at {{site}}

Hello {{username}},

somebody, probably you, wanted an account at {{site}} with this address. You have one already: your user name is {{username}}.

[Sign in]({{link}})

If you do not know your password any more, choose “Forgot your password?” there. If it was not you, do nothing: nothing has changed.
`,
};
