import type { Letters } from './letter.ts';

export const zh: Letters = {
  test: `Subject: {{site}} 的邮件可以送达

{{site}} 的运营者发送这封邮件，是为了确认邮件能够送达。它送达了。

您无需进行任何操作。
`,
  verify_email: `Subject: 请确认您在 {{site}} 的电子邮件地址

{{username}}，您好：

请确认这个地址属于您。此后 {{site}} 会写信到这里，例如在您忘记密码时。

[确认地址]({{link}})

该链接在 {{hours}} 小时内有效，只能使用一次。如果您不知情，请不要操作：什么都不会改变。
`,
  email_changed: `Subject: 您在 {{site}} 的电子邮件地址已更改

{{username}}，您好：

从现在起 {{site}} 会写信到 {{address}}，不再写到这个地址。

如果不是您本人操作，说明有人知道您的密码。请告知 {{site}} 的运营者。
`,
  reset_password: `Subject: {{site}} 的新密码

{{username}}，您好：

有人（很可能是您）忘记了您在 {{site}} 的密码。请在此选择新密码：

[选择新密码]({{link}})

该链接在 {{minutes}} 分钟内有效，只能使用一次。如果不是您，请不要操作：您的密码保持不变。
`,
  password_changed: `Subject: 您在 {{site}} 的密码已更改

{{username}}，您好：

您在 {{site}} 的密码刚刚被更改。

如果不是您本人操作，请立即通过登录页的“忘记密码？”选择新密码，并告知 {{site}} 的运营者。
`,
  provider_joined: `Subject: 现在可以用 {{provider}} 登录 {{site}}

{{username}}，您好：

从现在起，您可以用 {{provider}} 登录 {{site}}。

如果不是您本人操作，请立即告诉 {{site}} 的管理者。
`,
  prove: `Subject: 请确认对您在 {{site}} 的账户的更改

{{username}}，您好：

有人（很可能是您本人）想更改您在 {{site}} 的账户。请在要求输入验证码的页面上输入：

{{code}}

它在 {{minutes}} 分钟内有效，只能使用一次。其他任何人都不需要它：不要告诉任何人，包括 {{site}}。如果不是您本人，说明有人在使用您已登录的浏览器：请将其退出登录。
`,
  sign_in: `Subject: 登录 {{site}}

{{username}}，您好：

有人（很可能是您本人）想登录 {{site}}。请在要求输入验证码的页面上输入：

{{code}}

或者在同一个浏览器中按这里：

[登录]({{link}})

两者在 {{minutes}} 分钟内有效，只能使用一次。其他任何人都不需要这个验证码：不要告诉任何人，包括 {{site}}。如果不是您本人，请不要理会：不会有人登录。
`,
  invitation: `Subject: 您在 {{site}} 的账户

您好：

{{site}} 为您创建了一个账户。您的用户名是 {{username}}。请选择密码：

[选择密码]({{link}})

该链接在 {{days}} 天内有效，只能使用一次。如果您不知情，请不要操作。
`,
  organization_invitation: `Subject: {{organization}} 在 {{site}} 邀请您加入

您好：

{{organization}} 在 {{site}} 邀请您加入。请查看邀请，然后接受或拒绝：

[查看邀请]({{link}})

如果您有账户，请用它登录；如果没有，请在那里创建一个。该链接 {{days}} 天内有效，仅限一次。如果您对此不知情，请不必理会。
`,
  registration: `Subject: 在 {{site}} 创建您的账户

您好：

有人（很可能是您）想用此地址在 {{site}} 创建账户。请选择用户名和密码：

[创建账户]({{link}})

此链接在 {{hours}} 小时内有效，只能使用一次。如果不是您本人，请勿操作：不会创建任何账户。
`,
  registration_known: `Subject: 您在 {{site}} 已有账户

{{username}}，您好：

有人（很可能是您）想用此地址在 {{site}} 创建账户。您已有账户：您的用户名是 {{username}}。

[登录]({{link}})

如果忘记了密码，请在那里选择“忘记密码？”。如果不是您本人，请勿操作：没有任何改变。
`,
};
