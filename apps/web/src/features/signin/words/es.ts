import type { Words } from '../words.ts';

export const words: Words = {
  signIn: {
    title: 'Iniciar sesión',
    goesOn: (app) => `Después continúas en ${app}.`,
    username: 'Nombre de usuario',
    password: 'Contraseña',
    show: 'Mostrar la contraseña',
    hide: 'Ocultar la contraseña',
    action: 'Iniciar sesión',
    busy: 'Iniciando sesión',
    forgotten: '¿Has olvidado tu contraseña?',
    cancel: (app) => `Cancelar y volver a ${app}`,
    usernameMissing: 'Escribe tu nombre de usuario.',
    usernameForm: 'Un nombre de usuario solo tiene letras, cifras y los signos . _ @ -',
    passwordMissing: 'Escribe tu contraseña.',
  },
  known: {
    title: (person) => `Has iniciado sesión como ${person}`,
    action: (person) => `Continuar como ${person}`,
    another: 'Usar otra cuenta',
  },
  change: {
    title: 'Elige una contraseña propia',
    lead: (person) =>
      `La contraseña de ${person} era para un solo uso. A partir de ahora, inicia sesión con la que elijas aquí.`,
    field: 'Contraseña nueva',
    missing: 'Escribe una contraseña nueva.',
    rules: [
      'Al menos 10 caracteres; no se exigen mayúsculas, cifras ni signos.',
      'Ni una contraseña común, ni una fecha, ni teclas contiguas.',
      'No derivada de tu nombre de usuario ni del nombre de este servicio.',
    ],
    action: 'Guardar e iniciar sesión',
    back: 'Iniciar sesión como otra persona',
  },
  wait: {
    left: (time) => `Puedes volver a intentarlo en ${time}.`,
    over: 'Ya puedes volver a intentarlo.',
    why: 'Un dispositivo que ya inició sesión en esta cuenta no se ve frenado por otros.',
  },
  fault: {
    title: 'El servidor no responde como debería',
    nobody: 'No llegó ninguna respuesta. Comprueba la conexión y vuelve a intentarlo.',
    offline: 'No tienes conexión. Conéctate y vuelve a intentarlo.',
    again: 'Intentar de nuevo',
    reference: (reference) => `Referencia: ${reference}`,
  },
  choice: {
    title: (app) => `¿Con qué organización continúas a ${app}?`,
    find: 'Buscar una organización',
    noneFits: 'Ninguna de tus organizaciones se llama así.',
    without: 'Continuar sin organización',
  },
  consent: {
    title: (app) => `${app} pide acceso`,
    signedInAs: (person) => `Has iniciado sesión como ${person}.`,
    actsIn: (organization) => `La aplicación actuará en nombre de ${organization}.`,
    forDevice:
      'Esto inicia sesión en un dispositivo que muestra un código. Permítelo solo si lo tienes delante: quien te haya enviado el código entraría como tú.',
    asks: 'Si lo permites, la aplicación puede:',
    asksMore: 'Si lo permites, la app también podrá:',
    agreedBefore: 'Ya le permitiste:',
    scopes: {
      openid: 'saber que eres tú',
      profile: 'leer tu nombre y tu perfil',
      email: 'leer tu dirección de correo',
      phone: 'leer tu número de teléfono',
      address: 'leer tu dirección postal',
      offline_access: 'mantener tu sesión iniciada mientras no estás',
    },
    scopeOfApi: 'usar este permiso en tu nombre',
    audience: 'Con esta API:',
    allow: 'Permitir',
    deny: 'Rechazar',
  },
  signedOut: {
    title: 'Has cerrado la sesión',
    lines: [
      'Este navegador ya no guarda nada de tu sesión.',
      'Una aplicación en la que continuaste puede mostrar lo que tiene hasta que se cierre o vuelva a preguntar.',
    ],
    again: 'Iniciar sesión de nuevo',
  },
  leaving: (app) => `Continuando en ${app}`,
  loading: 'Cargando',
  lost: {
    title: 'Este inicio de sesión ha terminado',
    lead: 'Su enlace ya se usó o esperó demasiado. No se ha hecho nada.',
    fix: 'Vuelve a la aplicación e inicia sesión desde allí otra vez.',
    account: 'Abrir mi cuenta',
  },
};
