import type { Speech } from './speech.ts';

const later = 'Inténtalo más tarde; si persiste, da la referencia a quien gestiona este gateway.';
const soon = 'Inténtalo de nuevo en un momento.';
const signIn = 'Inicia sesión de nuevo.';

export const words: Speech = {
  refusals: {
    token_malformed: {
      variants: {
        foreign_characters: {
          sentence: 'El token contiene caracteres que ningún token tiene.',
          expected: 'letras, cifras y - . _ ~ + /',
          actual: 'otro carácter',
          fix: 'Envía el token exactamente como se emitió, sin comillas.',
        },
      },
    },
    token_oversized: {
      variants: {
        gateway: {
          sentence: 'El token es más grande de lo que acepta este gateway.',
          expected: 'como máximo {most} bytes',
          actual: '{bytes} bytes',
          fix: 'Pide un token con menos claims, o aumenta gateway.maxTokenBytes.',
        },
      },
    },
    key_unknown: {
      variants: {
        published: { sentence: 'El emisor publica la clave de este token, pero aquí no se usa. {reason}' },
        perhaps_published: {
          sentence: 'El emisor publica una clave que podría ser la indicada, pero aquí no se usa. {reason}',
        },
      },
    },
    issuer_unexpected: {
      variants: {
        route: {
          sentence: 'El token viene de un emisor que esta ruta no acepta.',
          expected: '{accepted}',
          actual: '{issuer}',
          fix: 'Consigue un token de un emisor de esta ruta.',
        },
      },
    },
    claim_missing: {
      variants: {
        issuer: {
          sentence: 'El token no dice quién lo emitió.',
          expected: 'iss: {accepted}',
          actual: 'ningún iss que sea texto',
          fix: 'Haz que el emisor ponga iss en sus tokens.',
        },
      },
    },
    claim_invalid: {
      variants: {
        no_access_token: { sentence: 'El token no tiene la forma de un token de acceso.' },
        operator_lifetime: {
          sentence: 'La credencial de operador vale más tiempo del permitido.',
          expected: 'exp como máximo {seconds} s después de ahora',
          fix: 'Deja que la haga el comando signet.',
        },
      },
    },
    token_missing: {
      sentence: 'Esta ruta necesita un token y no llegó ninguno.',
      expected: 'una cabecera Authorization: Bearer TOKEN',
      fix: 'Inicia sesión y envía el token de acceso en la cabecera Authorization.',
      variants: {
        no_header: { actual: 'ninguna cabecera Authorization' },
        other_scheme: { actual: 'otro esquema de autenticación' },
        empty_header: { actual: 'la palabra Bearer sin token' },
        admin_api: {
          sentence: 'La API de administración necesita un token y no llegó ninguno.',
          expected: 'Authorization: Bearer con un token de acceso de un administrador',
          actual: 'ningún token Bearer',
          fix: 'Usa el comando signet, o inicia sesión como administrador para la audiencia de la API de administración.',
        },
      },
    },
    token_ambiguous: {
      sentence: 'Llegó más de un token, y el gateway no elige entre ellos.',
      expected: 'un solo token',
      fix: 'Envía una cabecera Authorization con un solo token.',
      variants: {
        several_headers: { actual: 'varias cabeceras Authorization' },
        several_values: { actual: 'más de un valor en la cabecera Authorization' },
      },
    },
    token_in_query: {
      sentence: 'El token llegó en la dirección, donde lo guardan registros e historiales.',
      expected: 'una cabecera Authorization: Bearer TOKEN',
      actual: 'access_token en la consulta',
      fix: 'Pasa el token a la cabecera Authorization, y revoca este.',
    },
    token_revoked: {
      sentence: 'El token fue bueno y ha sido revocado.',
      expected: 'un token que nadie ha revocado',
      fix: signIn,
      variants: {
        token: { actual: 'el propio token fue revocado' },
        session: { actual: 'su sesión ha terminado' },
        subject: { actual: 'se revocaron todos los tokens de su cuenta hasta un momento' },
        token_or_session: {
          sentence: 'El token ha sido revocado, o su sesión ha terminado.',
          actual: 'un token revocado, o cuya sesión ha terminado',
        },
        operator_before_start: {
          sentence: 'La credencial de operador se hizo antes de que arrancara este servidor.',
          expected: 'una credencial hecha después, con un reloj que concuerde con el del servidor',
          actual: 'una anterior',
          fix: 'Ejecuta el comando de nuevo.',
        },
        operator_used: {
          sentence: 'La credencial de operador ya se usó.',
          expected: 'una credencial hecha para esta única petición',
          actual: 'una que ya llegó',
          fix: 'Ejecuta el comando de nuevo.',
        },
      },
    },
    scope_missing: {
      sentence: 'El token es bueno, pero no lleva un scope que pide esta ruta.',
      expected: 'los scopes {required}',
      fix: 'Pide al emisor un token con el scope que falta.',
      variants: { none: { actual: 'ninguno' }, others: { actual: '{carried}' } },
    },
    role_missing: {
      sentence: 'El token es bueno, pero su titular no tiene ninguno de los roles que pide esta ruta.',
      expected: 'uno de los roles {required}',
      fix: 'Haz que un administrador dé a la cuenta uno de los roles, e inicia sesión de nuevo.',
      variants: { none: { actual: 'ninguno' }, others: { actual: '{carried}' } },
    },
    rate_limited: {
      sentence: 'Llegaron demasiadas peticiones en muy poco tiempo.',
      actual: 'más',
      fix: 'Espera {wait} s y sigue más despacio.',
      variants: {
        route: { expected: 'como máximo {count} peticiones en {per} s por ruta' },
        address: { expected: 'como máximo {count} peticiones en {per} s por dirección' },
        claim: { expected: 'como máximo {count} peticiones en {per} s por cada valor de {claim}' },
      },
    },
    concurrency_limited: {
      actual: 'más',
      fix: 'Espera las respuestas antes de pedir más. Un proxy propio delante se indica con --trusted-proxies.',
      variants: {
        requests: {
          sentence: 'Esta dirección tiene tantas peticiones en curso como puede tener una dirección.',
          expected: 'como máximo {most} peticiones a la vez desde una dirección',
        },
        streams: {
          sentence: 'Esta dirección tiene tantos streams en curso como puede tener una dirección.',
          expected: 'como máximo {most} streams a la vez desde una dirección',
        },
      },
    },
    overloaded: {
      actual: 'más',
      fix: soon,
      variants: {
        requests: {
          sentence: 'El gateway tiene tantas peticiones en curso como admite.',
          expected: 'como máximo {most} peticiones a la vez',
        },
        streams: {
          sentence: 'El gateway tiene tantos streams en curso como admite.',
          expected: 'como máximo {most} streams a la vez',
        },
        sign_ins: {
          sentence: 'Esperan más inicios de sesión de los que se pueden atender pronto.',
          expected: 'un lugar en la cola de inicios de sesión',
          actual: 'una cola llena',
          fix: 'Inténtalo de nuevo en unos segundos.',
        },
        operator_commands: {
          sentence: 'En un minuto llegaron más comandos de operador de los que se pueden distinguir.',
          expected: 'menos comandos en un minuto',
          fix: 'Inténtalo de nuevo en un minuto.',
        },
      },
    },
    route_not_found: {
      sentence: 'Este gateway no tiene ninguna ruta para el camino.',
      expected: 'el camino de una ruta',
      fix: 'Compara el camino, y el host, con las rutas de la configuración.',
    },
    method_not_allowed: {
      sentence: 'El camino existe, pero no para este método.',
      expected: '{allowed}',
      actual: '{method}',
      fix: 'Usa uno de los métodos permitidos.',
    },
    keys_unavailable: {
      sentence: 'El gateway no tiene las claves del emisor, así que no puede comprobar el token.',
      expected: 'las claves publicadas del emisor {issuer}',
      actual: 'aún ninguna respuesta con claves',
      fix: 'Inténtalo de nuevo en un momento; si persiste, comprueba que el gateway alcanza al emisor.',
    },
    revocation_stale: {
      sentence: 'El gateway no sabe en este momento qué tokens están revocados, así que no acepta ninguno.',
      expected: 'noticias de revocaciones en {within} s',
      fix: 'Inténtalo de nuevo en un momento; si persiste, comprueba que el gateway alcanza su base de datos.',
      variants: {
        silent: { actual: 'ninguna desde hace {seconds} s' },
        never_heard: {
          actual: 'ninguna desde que arrancó este proceso o saltó el reloj de su máquina',
        },
      },
    },
    limiter_unavailable: {
      sentence: 'El gateway no puede contar peticiones en este momento, así que rechazó esta.',
      expected: 'un contador que cuente',
      actual: 'uno que no responde',
      fix: soon,
    },
    internal_error: {
      variants: {
        gateway: {
          sentence: 'El gateway no pudo decidir sobre esta petición, así que la rechazó.',
          fix: 'Da la referencia a quien gestiona este gateway.',
        },
        server: {
          sentence: 'Algo falló dentro de Signet.',
          fix: 'Inténtalo de nuevo; si vuelve a ocurrir, da la referencia a tu operador.',
        },
        worker: {
          sentence: 'Un proceso del gateway no arrancó: {reason}.',
          fix: 'Mira en el registro del servidor qué no pudo hacer.',
        },
      },
    },
    path_not_canonical: {
      sentence: 'El camino podría llevar a lugares distintos en servidores distintos.',
      expected: 'un camino que solo se pueda escribir de una manera',
      fix: 'Envía el camino sin partes vacías, con puntos o doblemente escapadas.',
      variants: {
        no_slash: { actual: 'un comienzo que no es una barra' },
        backslash: { actual: 'una barra inversa' },
        semicolon: { actual: 'un punto y coma' },
        unescaped: { actual: 'un carácter que un camino debe escapar' },
        stray_percent: { actual: 'un signo de porcentaje que no escapa nada' },
        empty_segment: { actual: 'un segmento vacío (//)' },
        dot_segment: { actual: 'un segmento . o ..' },
        escaped_slash: { actual: 'una barra escapada (%2F)' },
        escaped_backslash: { actual: 'una barra inversa escapada (%5C)' },
        escaped_dot: { actual: 'un punto escapado (%2E)' },
        escaped_semicolon: { actual: 'un punto y coma escapado (%3B)' },
        escaped_twice: { actual: 'algo escapado dos veces (%25…)' },
        escaped_control: { actual: 'un carácter de control escapado' },
        unicode_dot_segment: { actual: 'un segmento que Unicode considera compatible con . o ..' },
        no_utf8: { actual: 'escapes que no son UTF-8' },
        other_route: {
          expected: 'un camino que ningún servidor tome por el de otra ruta',
          actual: 'otras mayúsculas, una barra al final u otra grafía de un camino así',
          fix: 'Envía el camino con la grafía de la documentación de la API.',
        },
      },
    },
    request_malformed: {
      sentence: 'Servidores distintos podrían entender la petición de maneras distintas.',
      fix: 'Envía la petición con una biblioteca HTTP sin modificar.',
      variants: {
        http_version: { expected: 'HTTP/1.1 o HTTP/1.0', actual: 'HTTP/{version}' },
        repeated_header: { expected: 'una sola cabecera {header}', actual: 'varias' },
        no_host: { expected: 'una cabecera Host con un host y quizá un puerto', actual: 'ninguna' },
        host_form: { expected: 'una cabecera Host con un host y quizá un puerto', actual: 'otra forma' },
        coding_in_http_1_0: {
          expected: 'una sola manera de saber dónde acaba el cuerpo',
          actual: 'Transfer-Encoding con HTTP/1.0',
        },
        coding_and_length: {
          expected: 'una sola manera de saber dónde acaba el cuerpo',
          actual: 'Transfer-Encoding y Content-Length',
        },
        coding: { expected: 'la codificación de transferencia chunked', actual: 'otra' },
        length_form: { expected: 'un Content-Length en cifras', actual: 'otra forma' },
        expectation: { expected: 'la expectativa 100-continue o ninguna', actual: 'otra' },
        target_form: { expected: 'un destino que sea un camino', actual: 'otra forma de destino' },
        target_characters: {
          expected: 'un destino en ASCII visible sin fragmento',
          actual: 'otros caracteres',
        },
        connection_list: {
          expected: 'una lista Connection de opciones de conexión',
          actual: 'una cabecera en la que otros confían',
        },
        syntax: { expected: 'una petición como la define HTTP/1.1', actual: 'bytes que rompen sus reglas' },
        unreadable: {
          sentence: 'La petición no se puede leer.',
          expected: 'una petición de HTTP/1.1 (RFC 9112)',
          actual: 'otra cosa',
          fix: 'Mira qué envía el cliente.',
        },
      },
    },
    body_too_large: {
      actual: 'más',
      variants: {
        gateway: {
          sentence: 'El cuerpo es más grande de lo que acepta este gateway.',
          expected: 'como máximo {most} bytes',
          fix: 'Envía menos a la vez, o aumenta gateway.maxBodyBytes.',
        },
        endpoint: {
          sentence: 'El cuerpo es más grande de lo que admite este punto de acceso.',
          expected: 'un cuerpo con los miembros que nombra este punto de acceso',
          fix: 'Envía menos a la vez.',
        },
      },
    },
    header_too_large: {
      actual: 'más',
      fix: 'Envía menos cabeceras o más cortas; a menudo se debe a las cookies.',
      variants: {
        gateway: {
          sentence: 'Las cabeceras son más grandes de lo que acepta este gateway.',
          expected: 'como máximo {most} bytes',
        },
        server: {
          sentence: 'Las cabeceras son más grandes de lo que admite este servidor.',
          expected: 'cabeceras del tamaño habitual',
        },
      },
    },
    request_timeout: {
      sentence: 'La petición tardó demasiado en llegar.',
      actual: 'más tiempo',
      fix: 'Envía la petición más rápido, o en partes más pequeñas.',
      variants: {
        gateway: { expected: 'la petición entera en {seconds} s' },
        server: { expected: 'la petición entera poco después de abrirse la conexión' },
      },
    },
    upgrade_not_supported: {
      sentence: 'Este gateway no cambia el protocolo de una conexión.',
      expected: 'una petición HTTP sencilla',
      actual: 'CONNECT o Upgrade',
      fix: 'Llama sin CONNECT ni Upgrade.',
    },
    upstream_unreachable: {
      sentence: 'No se puede alcanzar el servicio detrás de esta ruta.',
      expected: 'una conexión con el servicio',
      actual: 'ninguna',
      fix: later,
    },
    upstream_timeout: {
      sentence: 'El servicio detrás de esta ruta tardó demasiado en responder.',
      expected: 'una respuesta en el tiempo que se da al servicio',
      actual: 'silencio',
      fix: later,
    },
    upstream_failed: {
      sentence: 'El servicio detrás de esta ruta no terminó su respuesta.',
      expected: 'una respuesta entera, como la define HTTP/1.1',
      actual: 'otra, o una parte de ella',
      fix: later,
    },
    upstream_busy: {
      sentence: 'El servicio detrás de esta ruta no tiene sitio para más peticiones.',
      expected: 'una conexión libre con el servicio',
      actual: 'ninguna',
      fix: later,
    },
    client_closed: {
      variants: {
        request: {
          sentence: 'El cliente cerró su conexión antes de completar su petición.',
          expected: 'la petición entera',
          actual: 'una parte de ella',
        },
        answer: {
          sentence: 'El cliente cerró su conexión antes de que la respuesta estuviera completa.',
          expected: 'un cliente que reciba la respuesta entera',
          actual: 'uno que se fue',
        },
      },
    },
    request_invalid: {
      variants: {
        body: {
          sentence: 'El cuerpo no es lo que admite este punto de acceso.',
          expected: '{#expected}',
          actual: '{#actual}',
          fix: 'Envía un objeto JSON con estos miembros y ningún otro.',
        },
        member: {
          sentence: 'El miembro `{member}` no es lo que admite este punto de acceso.',
          expected: '{#expected}',
          actual: '{#actual}',
          fix: 'Corrige `{member}` y envíalo de nuevo.',
        },
        unreadable: {
          sentence: 'La petición no se puede leer.',
          expected: 'un objeto JSON con content-type application/json',
          actual: 'otra cosa',
          fix: 'Envía los miembros que nombra este punto de acceso, como JSON.',
        },
        username: {
          sentence: 'Esto no puede ser un nombre de usuario.',
          expected: 'una letra o cifra, y después hasta 63 de a-z 0-9 . _ @ -',
          actual: 'otra forma',
          fix: 'Elige otro nombre de usuario.',
        },
        role_name: {
          sentence: 'Un rol tiene un nombre que no puede estar en un token.',
          expected: 'ASCII imprimible sin espacio, comillas ni barra inversa, como máximo 128 caracteres',
          actual: 'un nombre con otro carácter, o uno más largo',
          fix: 'Da otro nombre al rol.',
        },
        scope_name: {
          sentence: 'Un scope tiene un nombre que no puede estar en un token.',
          expected: 'ASCII imprimible sin espacio, comillas ni barra inversa, como máximo 128 caracteres',
          actual: 'un nombre con otro carácter, o uno más largo',
          fix: 'Da otro nombre al scope.',
        },
        not_one_time: {
          sentence: 'Al iniciar sesión solo se sustituye una contraseña de un solo uso, y esta no lo es.',
          expected: 'ningún newPassword',
          actual: 'newPassword junto a una contraseña que no es de un solo uso',
          fix: 'Inicia sesión sin newPassword.',
        },
      },
    },
    credentials_invalid: {
      variants: {
        wrong: {
          sentence: 'El nombre o la contraseña son incorrectos.',
          fix: 'Comprueba los dos e inténtalo de nuevo.',
        },
        one_time_used: {
          sentence: 'La contraseña de un solo uso acaba de usarse.',
          fix: 'Inicia sesión con la contraseña nueva.',
        },
      },
    },
    login_throttled: {
      fix: 'Inténtalo de nuevo en {wait} s. A un dispositivo que ya inició sesión en esta cuenta no lo frenan otros.',
      variants: {
        account: { sentence: 'Han fallado demasiados inicios de sesión en esta cuenta.' },
        address: { sentence: 'Han fallado demasiados inicios de sesión desde esta dirección.' },
        network: { sentence: 'Han fallado demasiados inicios de sesión desde esta red.' },
      },
    },
    account_disabled: {
      sentence: 'La cuenta está desactivada.',
      expected: 'una cuenta activada',
      actual: 'una desactivada',
      fix: 'Pide a un administrador que la active.',
    },
    password_change_required: {
      sentence: 'Esta contraseña es de un solo uso y hay que sustituirla antes de iniciar sesión.',
      expected: 'newPassword junto a username y password',
      actual: 'ningún newPassword',
      fix: 'Inicia sesión de nuevo con la misma contraseña y una nueva.',
    },
    password_too_weak: {
      fix: 'Elige unas palabras que no tengan relación, o deja que un gestor de contraseñas haga una.',
      variants: {
        too_short: { sentence: 'La contraseña es demasiado corta.', expected: 'al menos {least} caracteres' },
        too_long: {
          sentence: 'La contraseña es demasiado larga.',
          expected: 'como máximo {most} caracteres',
        },
        repeated: {
          sentence: 'La contraseña repite los mismos pocos caracteres.',
          expected: 'una contraseña que no se repita',
        },
        date: {
          sentence: 'Buena parte de la contraseña es una fecha o un año.',
          expected: 'una contraseña sin fecha',
        },
        sequence: {
          sentence: 'Buena parte de la contraseña es una serie como 1234 o abcd.',
          expected: 'una contraseña sin una serie así',
        },
        common: {
          sentence:
            'La contraseña es una común, o una palabra común con unos pocos caracteres cambiados o añadidos.',
          expected: 'una contraseña que no esté en las listas de las comunes, se escriba como se escriba',
        },
        keyboard: {
          sentence: 'Las teclas de la contraseña están una junto a otra en el teclado.',
          expected: 'una contraseña que no sea un paseo por el teclado',
        },
        username: {
          sentence: 'La contraseña está hecha del nombre de usuario.',
          expected: 'una contraseña que no esté hecha del nombre de usuario',
        },
        service_name: {
          sentence: 'La contraseña está hecha del nombre de este servicio.',
          expected: 'una contraseña que no esté hecha del nombre de este servicio',
        },
        guessed_soon: {
          sentence: 'La contraseña se adivina demasiado pronto.',
          expected: 'una contraseña más larga',
        },
        one_time_again: {
          sentence: 'La contraseña nueva es la de un solo uso.',
          expected: 'otra contraseña',
          fix: 'Elige una contraseña que solo tú conozcas.',
        },
      },
    },
    audience_not_allowed: {
      variants: {
        listed: {
          sentence: 'A esta cuenta no se le emiten tokens para esta audiencia.',
          expected: 'una de {allowed}',
          actual: 'otra audiencia',
          fix: 'Pide una audiencia de la lista, o haz que la añadan a identity.audiences.',
        },
        none: {
          sentence: 'A esta cuenta no se le emiten tokens para ninguna audiencia.',
          expected: 'una audiencia en identity.audiences',
          actual: 'ninguna allí',
          fix: 'Haz que añadan una audiencia a identity.audiences.',
        },
        session: {
          sentence: 'Ya no se emiten tokens para la audiencia de esta sesión.',
          expected: 'una audiencia en identity.audiences',
          actual: 'una que se quitó',
          fix: 'Inicia sesión de nuevo para otra audiencia, o haz que la añadan a identity.audiences.',
        },
      },
    },
    origin_not_allowed: {
      sentence: 'La petición viene de una página de otro sitio.',
      expected: '{origin}',
      fix: 'Abre {issuer} e inicia sesión allí.',
      variants: { origin: { actual: '{came}' }, site: { actual: 'una petición de tipo {came}' } },
    },
    refresh_token_missing: {
      sentence: 'Con la petición no llegó ningún token de refresco.',
      expected: 'la cookie que puso el inicio de sesión',
      actual: 'ninguna',
      fix: 'Inicia sesión.',
    },
    refresh_token_invalid: {
      fix: signIn,
      variants: {
        unknown: { sentence: 'El token de refresco no se conoce.' },
        several: {
          sentence: 'Llegó más de un token de refresco.',
          expected: 'un solo token de refresco',
          actual: 'varios',
        },
      },
    },
    refresh_token_expired: {
      fix: signIn,
      variants: {
        ended: { sentence: 'El token de refresco o su sesión ha llegado a su fin.' },
        older_than_sessions: { sentence: 'La sesión es más antigua de lo que ahora se permite.' },
      },
    },
    refresh_token_reused: {
      sentence:
        'El token de refresco ya se había usado, así que otra persona puede tener una copia. La sesión ha terminado.',
      expected: 'un token de refresco que aún no se haya usado',
      actual: 'uno usado',
      fix: 'Inicia sesión de nuevo. Si no fuiste tú, cambia la contraseña.',
    },
    session_ended: {
      fix: signIn,
      variants: {
        session: { sentence: 'La sesión ha terminado.' },
        account: { sentence: 'Todo lo emitido a la cuenta fue revocado, y con ello esta sesión.' },
      },
    },
    admin_required: {
      sentence: 'La cuenta no es de administrador.',
      expected: 'el rol {role}',
      actual: 'una cuenta sin él',
      fix: 'Inicia sesión como administrador.',
    },
    credential_mismatch: {
      fix: 'Ejecuta el comando de nuevo.',
      variants: {
        method: {
          sentence: 'La credencial de operador se hizo para otro método.',
          expected: 'el método para el que se hizo la credencial',
          actual: '{came}',
        },
        address: {
          sentence: 'La credencial de operador se hizo para otra dirección.',
          expected: 'la dirección para la que se hizo la credencial',
          actual: '{came}',
        },
        body: {
          sentence: 'La credencial de operador se hizo para otro cuerpo.',
          expected: 'el cuerpo para el que se hizo la credencial',
          actual: 'otro',
        },
        version: {
          sentence: 'La credencial de operador es de otra versión que la que admite este servidor.',
          expected: 'la versión {taken}, que se hace para una sola petición',
          actual: 'la versión {came}',
          fix: 'Usa el comando signet que corresponde al servidor.',
        },
        first_version: {
          sentence: 'La credencial de operador es de otra versión que la que admite este servidor.',
          expected: 'la versión {taken}, que se hace para una sola petición',
          actual: 'la versión 1, que vale para cualquier petición',
          fix: 'Usa el comando signet que corresponde al servidor.',
        },
      },
    },
    account_exists: {
      sentence: 'Ya existe una cuenta con este nombre.',
      expected: 'un nombre que no tenga ninguna cuenta',
      actual: 'uno ocupado',
      fix: 'Elige otro nombre de usuario.',
    },
    account_unknown: {
      sentence: 'Ninguna cuenta tiene el id {id}.',
      expected: 'el id de una cuenta',
      actual: '{id}',
      fix: 'Lista las cuentas para encontrar el id.',
    },
    reference_unknown: {
      sentence: 'No hay ninguna petición registrada con {reference}.',
      expected: 'la referencia de una petición registrada',
      actual: '{reference}',
      fix: 'Comprueba la referencia; los registros se guardan solo un tiempo, y los éxitos solo en parte.',
    },
    revocation_target_invalid: {
      fix: 'Comprueba el objetivo.',
      variants: {
        account: {
          sentence: 'Ninguna cuenta tiene este id.',
          expected: 'el id de una cuenta, como lo muestra `signet user list`',
        },
        future: {
          sentence: 'Los tokens no se pueden revocar antes de emitirse.',
          expected: 'un momento que ya haya pasado',
        },
        session: {
          sentence: 'Ninguna sesión tiene este id.',
          expected: 'el `sid` de un token de este emisor',
        },
      },
    },
    not_found: {
      fix: 'Revisa la dirección.',
      variants: {
        auth: { sentence: 'En esta dirección nada responde de esta manera.' },
        admin_api: { sentence: 'La API de administración no tiene nada en esta dirección.' },
        page: {
          sentence: 'No hay nada en {method} {path}.',
          fix: 'Revisa la dirección. Las llamadas a la API van al gateway, que tiene su propia dirección.',
        },
        address: {
          sentence: 'No hay nada en esta dirección.',
          expected: 'un camino en UTF-8 con codificación porcentual y sin segmentos de puntos',
        },
      },
    },
    store_unavailable: {
      sentence: 'La base de datos que esto necesita no responde en este momento.',
      expected: 'una respuesta de la base de datos en pocos segundos',
      actual: 'ninguna',
      fix: 'Inténtalo de nuevo en un momento; si eres el operador, busca la causa en el registro.',
    },
    outcome_unknown: {
      sentence: 'Se perdió la base de datos antes de que dijera si guardó el cambio.',
      expected: 'la confirmación de la base de datos en pocos segundos',
      actual: 'ninguna',
      fix: 'Envía la petición de nuevo; no hay riesgo.',
    },
  },
  phrases: {
    members: 'un objeto JSON sin más miembros que {of}',
    nothing_or_empty: 'ningún cuerpo, o un objeto JSON vacío',
    only_limit: 'ningún otro parámetro que limit',
    limit: 'un número entero de 1 a 1000',
    identifier: 'un identificador como {of}…',
    username:
      'un nombre de usuario: de 1 a 64 de a–z, 0–9, punto, guion bajo, @ y guion, que empiece por letra o cifra',
    password: 'una contraseña de 1 a 256 caracteres',
    audience: 'una audiencia de 1 a 512 caracteres visibles',
    scopes: 'una lista de como máximo 64 scopes de RFC 6749 §3.3',
    roles: 'una lista de como máximo 64 roles de 1 a 128 caracteres visibles',
    revocation_target: 'exactamente uno de jti (con o sin issuer), sid y sub',
    fitting: 'un valor que encaje',
    nothing: 'nada',
    null: 'null',
    list: 'una lista',
    text: 'un texto',
    number: 'un número',
    boolean: 'un booleano',
    object: 'un objeto',
    something: 'otra cosa',
    list_misfit: 'una lista que no encaja',
    text_misfit: 'un texto que no encaja',
    number_misfit: 'un número que no encaja',
    boolean_misfit: 'un booleano que no encaja',
    object_misfit: 'un objeto que no encaja',
    member_too_many: 'un miembro de más',
    members_too_many: 'miembros de más',
  },
  titles: {
    token_malformed: 'El token no se puede leer',
    token_oversized: 'El token es demasiado grande',
    token_encrypted: 'El token está cifrado donde se necesita uno firmado',
    alg_none: 'El token no está firmado',
    alg_not_pinned: 'El algoritmo de firma no es uno que esta clave pueda usar',
    alg_unsupported: 'El algoritmo de firma no se admite aquí',
    key_unknown: 'Ninguna clave de confianza corresponde al token',
    signature_invalid: 'La firma no corresponde al token',
    decryption_failed: 'El token no se puede descifrar con esta clave',
    crit_unknown: 'El token exige una extensión que no se entiende',
    type_unexpected: 'El token es de otro tipo',
    claim_missing: 'Falta un claim necesario',
    claim_invalid: 'Un claim tiene un valor imposible',
    issuer_unexpected: 'El token viene de otro emisor',
    audience_unexpected: 'El token está destinado a otra audiencia',
    token_expired: 'El token ha caducado',
    token_not_yet_valid: 'El token aún no es válido',
    token_missing: 'La ruta necesita un token y no llegó ninguno',
    token_ambiguous: 'Llegó más de un token',
    token_in_query: 'El token llegó en la dirección',
    token_revoked: 'El token ha sido revocado',
    scope_missing: 'Al token le falta un scope',
    role_missing: 'Al token le falta un rol',
    rate_limited: 'Se alcanzó el límite de esta ruta',
    concurrency_limited: 'Una dirección tiene demasiadas peticiones en curso',
    route_not_found: 'Ninguna ruta corresponde al camino',
    method_not_allowed: 'La ruta no acepta este método',
    path_not_canonical: 'El camino se puede leer de dos maneras',
    request_malformed: 'La petición no se puede leer de una sola manera',
    body_too_large: 'El cuerpo es demasiado grande',
    header_too_large: 'Las cabeceras son demasiado grandes',
    request_timeout: 'La petición tardó demasiado en llegar',
    upgrade_not_supported: 'No se admiten cambios de protocolo',
    upstream_unreachable: 'No se puede alcanzar el servicio de destino',
    upstream_failed: 'El servicio de destino interrumpió su respuesta',
    upstream_timeout: 'El servicio de destino tardó demasiado',
    upstream_busy: 'El servicio de destino no tiene ninguna conexión libre',
    keys_unavailable: 'Las claves del emisor no están disponibles',
    revocation_stale: 'La lista de tokens revocados no está al día',
    limiter_unavailable: 'No se puede alcanzar el limitador',
    overloaded: 'Signet está en su límite',
    client_closed: 'El cliente se fue antes de la respuesta',
    internal_error: 'Algo falló dentro de Signet',
    request_invalid: 'El cuerpo de la petición no es lo que admite este punto de acceso',
    credentials_invalid: 'El nombre o la contraseña son incorrectos',
    login_throttled: 'Demasiados inicios de sesión fallidos',
    account_disabled: 'La cuenta está desactivada',
    password_change_required: 'Hay que sustituir la contraseña de un solo uso',
    password_too_weak: 'La contraseña nueva es demasiado fácil de adivinar',
    audience_not_allowed: 'Aquí no se emiten tokens para esta audiencia',
    origin_not_allowed: 'La petición viene de otro sitio',
    refresh_token_missing: 'No llegó ningún token de refresco',
    refresh_token_invalid: 'El token de refresco no se conoce',
    refresh_token_expired: 'El token de refresco ha caducado',
    refresh_token_reused: 'El token de refresco ya se había usado; la sesión ha terminado',
    session_ended: 'La sesión ha terminado',
    admin_required: 'Solo un administrador puede hacer esto',
    credential_mismatch: 'La credencial se hizo para otra petición',
    account_exists: 'Ya existe una cuenta con este nombre',
    account_unknown: 'No existe esa cuenta',
    reference_unknown: 'No hay ninguna petición registrada con esta referencia',
    revocation_target_invalid: 'Esto no es algo que se pueda revocar',
    not_found: 'No hay nada en esta dirección',
    store_unavailable: 'La base de datos no responde',
    outcome_unknown: 'No se sabe si se guardó el cambio',
    node_too_old: 'Este Node.js es demasiado antiguo',
    option_invalid: 'Una opción o variable de entorno tiene un valor imposible',
    port_taken: 'El puerto está en uso',
    data_folder_not_writable: 'No se puede escribir en la carpeta de datos',
    data_folder_in_use: 'Otro Signet usa la carpeta de datos',
    master_key_missing: 'Falta la clave maestra',
    master_key_wrong: 'La clave maestra no abre las claves guardadas',
    database_too_new: 'La base de datos la hizo un Signet más nuevo',
    database_unreachable: 'No se puede alcanzar la base de datos',
    redis_unreachable: 'No se puede alcanzar Redis',
    configuration_invalid: 'La configuración tiene errores',
  },
  explanation: {
    questions: {
      'read-request': '¿Se puede leer la petición de una sola manera?',
      'match-route': '¿Qué ruta la toma?',
      'extract-token': '¿Qué token llegó con ella?',
      'verify-token': '¿Se puede creer al token?',
      'check-revocation': '¿Sigue en vigor el token?',
      authorize: '¿Lleva lo que pide la ruta?',
      limit: '¿Hay sitio en los presupuestos?',
      forward: '¿Qué dijo el servicio de destino?',
    },
    outcomes: {
      ok: 'sí',
      refused: 'rechazado',
      failed: 'fallido',
      'not-reached': 'no alcanzado',
      'not-needed': 'no necesario',
    },
    headlines: {
      forwarded: '{call} se reenvió a {upstream}, que respondió {status}.',
      refused: '{call} se rechazó con {status}.',
      refusedBecause: '{call} se rechazó con {status}: {reason}',
      failed: '{call} no obtuvo respuesta, con {status}.',
      failedBecause: '{call} no obtuvo respuesta, con {status}: {reason}',
      unreadable: 'Una petición que no se pudo leer',
      upstream: 'el servicio de destino',
    },
    facts: {
      signature: 'Firma',
      issuer: 'Emisor',
      subject: 'Sujeto',
      client: 'Cliente',
      jti: 'Id del token',
      session: 'Sesión',
      kid: 'Id de la clave',
      alg: 'Algoritmo',
      issued: 'Emitido',
      expires: 'Caduca',
      at: 'Momento',
      decidedBy: 'Decidido por',
      route: 'Ruta',
      upstream: 'Destino',
      took: 'Duración',
    },
    verified: 'verificada',
    notVerified: 'no verificada: lo que sigue es solo lo que el token dice de sí mismo',
    noDate: 'no es una fecha',
  },
};
