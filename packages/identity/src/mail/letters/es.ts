import type { Letters } from './letter.ts';

export const es: Letters = {
  test: `Subject: El correo de {{site}} llega

Quien administra {{site}} te ha enviado este correo para comprobar que el correo llega. Y llega.

No tienes que hacer nada.
`,
  verify_email: `Subject: Confirma tu dirección de correo para {{site}}

Hola, {{username}}:

Confirma que esta dirección es tuya. A partir de entonces {{site}} te escribirá aquí, por ejemplo si olvidas tu contraseña.

[Confirmar la dirección]({{link}})

El enlace vale {{hours}} horas, una sola vez. Si no sabes nada de esto, no hagas nada: no cambiará nada.
`,
  email_changed: `Subject: Tu dirección de correo en {{site}} ha cambiado

Hola, {{username}}:

A partir de ahora {{site}} escribe a {{address}} y ya no a esta dirección.

Si no has sido tú, alguien conoce tu contraseña. Avisa a quien administra {{site}}.
`,
  reset_password: `Subject: Una contraseña nueva para {{site}}

Hola, {{username}}:

Alguien, probablemente tú, ha olvidado tu contraseña de {{site}}. Elige aquí una nueva:

[Elegir una contraseña nueva]({{link}})

El enlace vale {{minutes}} minutos, una sola vez. Si no has sido tú, no hagas nada: tu contraseña sigue igual.
`,
  password_changed: `Subject: Tu contraseña de {{site}} ha cambiado

Hola, {{username}}:

Tu contraseña de {{site}} acaba de cambiar.

Si no has sido tú, elige enseguida otra con «¿Has olvidado tu contraseña?» en la página de inicio de sesión y avisa a quien administra {{site}}.
`,
  provider_joined: `Subject: {{provider}} ya te da acceso a {{site}}

Hola, {{username}}:

a partir de ahora puedes iniciar sesión en {{site}} con {{provider}}.

Si no has sido tú, avisa enseguida a quien lleva {{site}}.
`,
  prove: `Subject: Confirma un cambio de tu cuenta en {{site}}

Hola, {{username}}:

alguien, probablemente tú, quiere cambiar tu cuenta en {{site}}. Escribe este código en la página que lo pide:

{{code}}

Vale {{minutes}} minutos, una sola vez. Nadie más lo necesita: no se lo digas a nadie, tampoco a {{site}}. Si no fuiste tú, alguien usa un navegador en el que tienes la sesión iniciada: ciérrala.
`,
  sign_in: `Subject: Iniciar sesión en {{site}}

Hola, {{username}}:

alguien, probablemente tú, quiere iniciar sesión en {{site}}. Escribe este código en la página que lo pide:

{{code}}

O pulsa aquí, en el mismo navegador:

[Iniciar sesión]({{link}})

Ambos valen {{minutes}} minutos, una sola vez. Nadie más necesita el código: no se lo digas a nadie, tampoco a {{site}}. Si no fuiste tú, no hagas nada: nadie inicia sesión.
`,
  invitation: `Subject: Una cuenta para ti en {{site}}

Hola:

Se ha creado una cuenta para ti en {{site}}. Tu nombre de usuario es {{username}}. Elige tu contraseña:

[Elegir una contraseña]({{link}})

El enlace vale {{days}} días, una sola vez. Si no sabes nada de esto, no hagas nada.
`,
  organization_invitation: `Subject: {{organization}} te invita en {{site}}

Hola:

{{organization}} te invita en {{site}}. Mira de qué se trata, y acepta o rechaza:

[Ver la invitación]({{link}})

Si tienes una cuenta, inicias sesión con ella; si no, creas una allí. El enlace vale {{days}} días, una sola vez. Si no sabes nada de esto, no hagas nada.
`,
  registration: `Subject: Crea tu cuenta en {{site}}

Hola:

alguien, probablemente tú, quiere una cuenta en {{site}} con esta dirección. Elige un nombre de usuario y una contraseña:

[Crear la cuenta]({{link}})

El enlace vale {{hours}} horas, una sola vez. Si no fuiste tú, no hagas nada: entonces no hay cuenta.
`,
  registration_known: `Subject: Ya tienes una cuenta en {{site}}

Hola, {{username}}:

alguien, probablemente tú, quería una cuenta en {{site}} con esta dirección. Ya tienes una: tu nombre de usuario es {{username}}.

[Iniciar sesión]({{link}})

Si ya no sabes tu contraseña, elige allí «¿Olvidaste tu contraseña?». Si no fuiste tú, no hagas nada: nada ha cambiado.
`,
};
