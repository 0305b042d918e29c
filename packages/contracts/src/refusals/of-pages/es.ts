import type { PageTexts } from './page-texts.ts';

export const spanishOfPages: PageTexts = {
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
  provider_sign_in_over: {
    sentence: 'En este navegador no hay ningún inicio de sesión con un proveedor en curso.',
    expected: 'uno que empezó en este navegador hace 10 min como mucho y que aún no tiene respuesta',
    actual: 'ninguno, uno de otro navegador o uno que ya terminó',
    fix: 'Empieza de nuevo en la página de inicio de sesión.',
  },
  authorization_request_invalid: {
    variants: {
      client: {
        sentence: 'La aplicación que te envió aquí no es conocida.',
        expected: 'el `client_id` de un cliente que inicia sesiones de personas',
        actual: 'otro, o ninguno',
        fix: 'Vuelve a la aplicación. Quien la gestiona la añade a `clients` con el grant `authorization_code`.',
      },
      redirect_uri: {
        sentence: 'La aplicación quiere la respuesta en una dirección que no es suya.',
        expected: 'una de las `redirectUris` del cliente, carácter por carácter',
        actual: 'otra dirección, o ninguna',
        fix: 'Vuelve a la aplicación. Quien la gestiona añade la dirección a `redirectUris` del cliente.',
      },
      expired: {
        sentence: 'Este inicio de sesión ha caducado o empezó en otro navegador.',
        expected: 'el navegador en que empezó, dentro de media hora',
        actual: 'otro navegador, o más tarde',
        fix: 'Vuelve a la aplicación e inicia sesión de nuevo.',
      },
      other: {
        sentence: 'La petición de la aplicación no es lo que pide OpenID Connect.',
        expected: 'una petición como la hace la biblioteca de la aplicación',
        actual: '{detail}',
        fix: 'Vuelve a la aplicación. Quien la gestiona encuentra el error bajo la referencia.',
      },
    },
  },
};
