import type { Letters } from './letter.ts';

export const de: Letters = {
  test: `Subject: Mail von {{site}} kommt an

Wer {{site}} betreibt, hat dir diese Mail geschickt, um zu sehen, ob Mail ankommt. Sie kommt an.

Du brauchst nichts zu tun.
`,
  verify_email: `Subject: Bestätige deine E-Mail-Adresse für {{site}}

Hallo {{username}},

bitte bestätige, dass diese Adresse dir gehört. Von da an schreibt dir {{site}} hierher, zum Beispiel wenn du dein Passwort vergessen hast.

[Adresse bestätigen]({{link}})

Der Link gilt {{hours}} Stunden, für ein Mal. Weißt du nichts davon, dann tu nichts: Es ändert sich nichts.
`,
  email_changed: `Subject: Deine E-Mail-Adresse bei {{site}} hat sich geändert

Hallo {{username}},

von jetzt an schreibt {{site}} an {{address}} und nicht mehr an diese Adresse.

Warst du das nicht, dann kennt jemand anderes dein Passwort. Sag es denen, die {{site}} betreiben.
`,
  reset_password: `Subject: Ein neues Passwort für {{site}}

Hallo {{username}},

jemand, wahrscheinlich du, hat dein Passwort für {{site}} vergessen. Wähle hier ein neues:

[Neues Passwort wählen]({{link}})

Der Link gilt {{minutes}} Minuten, für ein Mal. Warst du es nicht, dann tu nichts: Dein Passwort bleibt, wie es ist.
`,
  password_changed: `Subject: Dein Passwort für {{site}} wurde geändert

Hallo {{username}},

dein Passwort für {{site}} wurde gerade geändert.

Warst du das nicht, wähle sofort ein neues, über „Passwort vergessen?“ auf der Anmeldeseite, und sag es denen, die {{site}} betreiben.
`,
  provider_joined: `Subject: {{provider}} meldet dich jetzt bei {{site}} an

Hallo {{username}},

von jetzt an kannst du dich bei {{site}} mit {{provider}} anmelden.

Warst du das nicht, sag es sofort denen, die {{site}} betreiben.
`,
  prove: `Subject: Bestätige eine Änderung deines Kontos bei {{site}}

Hallo {{username}},

jemand, wahrscheinlich du, möchte dein Konto bei {{site}} ändern. Gib diesen Code auf der Seite ein, die danach fragt:

{{code}}

Er gilt {{minutes}} Minuten, ein Mal. Niemand sonst braucht ihn: Nenne ihn niemandem, auch nicht {{site}}. Wenn du es nicht warst, benutzt jemand einen Browser, in dem du angemeldet bist: Melde ihn ab.
`,
  sign_in: `Subject: Anmelden bei {{site}}

Hallo {{username}},

jemand, wahrscheinlich du, möchte sich bei {{site}} anmelden. Gib diesen Code auf der Seite ein, die danach fragt:

{{code}}

Oder drücke hier, im selben Browser:

[Anmelden]({{link}})

Beides gilt {{minutes}} Minuten, ein Mal. Niemand sonst braucht den Code: Nenne ihn niemandem, auch nicht {{site}}. Wenn du es nicht warst, tu nichts: Niemand wird angemeldet.
`,
  invitation: `Subject: Ein Konto für dich bei {{site}}

Hallo,

bei {{site}} wurde ein Konto für dich angelegt. Dein Benutzername ist {{username}}. Wähle dein Passwort:

[Passwort wählen]({{link}})

Der Link gilt {{days}} Tage, für ein Mal. Weißt du nichts davon, dann tu nichts.
`,
  organization_invitation: `Subject: {{organization}} lädt dich bei {{site}} ein

Hallo,

{{organization}} lädt dich bei {{site}} ein. Sieh es dir an, und nimm an oder lehne ab:

[Einladung ansehen]({{link}})

Hast du ein Konto, dann meldest du dich damit an; sonst legst du dort eines an. Der Link gilt {{days}} Tage, für ein Mal. Weißt du nichts davon, dann tu nichts.
`,
  registration: `Subject: Lege dein Konto bei {{site}} an

Hallo,

jemand, wahrscheinlich du, möchte mit dieser Adresse ein Konto bei {{site}}. Wähle einen Benutzernamen und ein Passwort:

[Konto anlegen]({{link}})

Der Link gilt {{hours}} Stunden, einmal. Warst du es nicht, dann tu nichts: Es entsteht kein Konto.
`,
  registration_known: `Subject: Du hast ein Konto bei {{site}}

Hallo {{username}},

jemand, wahrscheinlich du, wollte mit dieser Adresse ein Konto bei {{site}}. Du hast schon eines: Dein Benutzername ist {{username}}.

[Anmelden]({{link}})

Weißt du dein Passwort nicht mehr, dann wähle dort „Passwort vergessen?“. Warst du es nicht, dann tu nichts: Es hat sich nichts geändert.
`,
};
