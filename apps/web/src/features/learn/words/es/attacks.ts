import type { Attacks, TrialCaption } from '../attacks.ts';

const forgedTrial = (why: string): TrialCaption => ({
  title: 'Se presenta el token falsificado',
  text: 'Al verificador descuidado y al de Signet, con las mismas claves.',
  why,
});

export const words: Attacks = {
  'alg-none': {
    title: 'Algoritmo none',
    lead: 'El atacante escribe un token que dice «no estoy firmado», y el verificador se conforma con eso.',
    steps: {
      honest: {
        title: 'Un cliente recibe un token honesto',
        text: 'La API lo firma con un secreto aleatorio, que el atacante no tiene.',
      },
      header: {
        title: 'El atacante escribe otra cabecera',
        text: 'RFC 7518 §3.6 conoce un algoritmo `none`, para tokens que se protegen de otra manera.',
      },
      forged: {
        title: 'El atacante escribe los claims que desea',
        text: 'El rol pasa a ser `admin`. La tercera parte queda vacía: no hay nada que calcular, y no hace falta ninguna clave.',
      },
    },
    trials: {
      forged: forgedTrial('Leyó `alg` en la cabecera, encontró `none` y no pidió ninguna firma.'),
    },
    remedies: [
      'Di qué algoritmo esperas y no aceptes ningún otro: la cabecera no decide (RFC 8725 §3.1).',
      'Rechaza `none` en todas sus grafías, también `None` y `nOnE` (RFC 8725 §3.2).',
    ],
  },
  confusion: {
    title: 'Confusión de algoritmos',
    lead: 'Una clave pública RSA se usa como secreto de un HMAC. La clave pública la tiene todo el mundo, así que todo el mundo puede firmar.',
    steps: {
      honest: {
        title: 'El emisor firma con RS256',
        text: 'La clave privada firma; la API solo tiene la pública.',
      },
      key: {
        title: 'El atacante se descarga la clave pública',
        text: 'Eso no es ningún asalto: las claves públicas se publican. Esta se creó hace un momento.',
      },
      header: {
        title: 'El atacante nombra otro algoritmo',
        text: 'Con `HS256`, la misma clave firma y verifica.',
      },
      forged: {
        title: 'El atacante firma con el texto de la clave pública',
        text: 'La firma es un HMAC cuyo secreto es el archivo PEM, letra por letra.',
      },
    },
    trials: {
      forged: forgedTrial(
        'Dejó que la cabecera eligiera HS256 y tomó el texto de la clave pública por el secreto.',
      ),
    },
    remedies: [
      'Fija cada clave a un algoritmo: una clave para RS256 verifica RS256 y nada más (RFC 8725 §3.1).',
      'Nunca tomes un archivo PEM por un secreto. Signet se niega a importarlo como tal.',
    ],
  },
  'weak-secret': {
    title: 'Secreto débil',
    lead: 'Basta un token para probar secretos en casa, millones por segundo, sin preguntar al servidor ni una vez.',
    steps: {
      honest: {
        title: 'El atacante tiene un token',
        text: 'Le sirve el suyo propio. Está firmado con la palabra de arriba.',
      },
      found: {
        title: 'La búsqueda descubrió el secreto',
        text: 'Cada palabra se probó como clave HMAC hasta que la firma salió igual.',
      },
      forged: {
        title: 'El atacante firma lo que quiere',
        text: 'Con el secreto correcto esto ya no es una falsificación: la firma es correcta.',
      },
    },
    trials: {
      'weak-key': {
        title: 'La palabra como secreto',
        text: 'El verificador descuidado la admitió, así que el token falsificado pasa. Signet rechaza la palabra al configurarse, antes de que llegue el primer token.',
        why: 'La firma es correcta con la palabra que él llama su secreto.',
      },
      'strong-key': {
        title: 'El mismo token, donde el secreto son 32 bytes aleatorios',
        text: 'No existe ninguna lista en la que figure un secreto así.',
        why: '',
      },
    },
    remedies: [
      'Crea los secretos con un generador aleatorio, al menos tan largos como el hash: 32 bytes para HS256 (RFC 7518 §3.2, RFC 8725 §3.5).',
      'La longitud se puede medir, el azar no: una frase larga de un tutorial es tan débil como una palabra. Ningún verificador puede notarlo.',
      'Si también verifican otros, usa un algoritmo asimétrico. Así no hay ningún secreto que adivinar.',
    ],
  },
  'kid-injection': {
    title: 'Inyección de clave',
    lead: 'El nombre de la clave se pone en una ruta de archivo, y el nombre lo escribe el atacante.',
    steps: {
      honest: {
        title: 'Un token honesto nombra su clave',
        text: '`kid` es `orders-1`, y el servidor lee el secreto de `/srv/keys/orders-1`. Los archivos se simulan dentro de esta página.',
      },
      file: {
        title: 'El atacante busca un archivo que conozca',
        text: 'Cualquier visitante puede leer `robots.txt`. En otro servidor puede ser una hoja de estilos, o `/dev/null`.',
      },
      header: {
        title: 'El atacante nombra ese archivo como la clave',
        text: 'Desde la carpeta de claves, `..` lleva fuera, a la pública.',
      },
      forged: {
        title: 'El atacante firma con el contenido del archivo',
        text: 'Ahora las dos partes tienen el mismo «secreto».',
      },
    },
    trials: {
      forged: forgedTrial(
        'Unió `kid` a una ruta, leyó el archivo al que llevaba y tomó su contenido por el secreto.',
      ),
    },
    remedies: [
      'Busca `kid` en una lista de claves en las que confías. Es un nombre, nunca una ruta, una dirección ni una parte de una consulta (RFC 8725 §3.10).',
      'Lo que no está en la lista se rechaza, y por su causa no se lee ni se descarga nada.',
    ],
  },
  'jku-spoof': {
    title: 'Suplantación del conjunto de claves',
    lead: 'La cabecera dice dónde está la clave. El verificador va allí y encuentra la clave del atacante.',
    steps: {
      honest: {
        title: 'Un token honesto nombra su conjunto de claves',
        text: '`jku` es una dirección en `login.example` (RFC 7515 §4.1.2). Aquí no hay red: en lugar de los servidores responde una tabla dentro de esta página.',
      },
      keys: {
        title: 'El atacante publica un conjunto de claves',
        text: 'Con una clave propia, bajo el mismo nombre que la del emisor.',
      },
      header: {
        title: 'El atacante nombra esa dirección',
        text: 'Empieza como la correcta: `https://login.example`. El servidor es `login.example.attacker.example`.',
      },
      forged: {
        title: 'El atacante firma con su propia clave',
        text: 'La firma es correcta, para esa clave.',
      },
    },
    trials: {
      forged: forgedTrial(
        'Comparó el principio de la dirección, descargó de allí el conjunto de claves y verificó con la clave del atacante.',
      ),
    },
    remedies: [
      'Toma claves solo de la dirección de tu propia configuración. No mires `jku`, `jwk`, `x5u` ni `x5c` de un token (RFC 8725 §3.10).',
      'Si tienes que comparar una dirección, compárala entera. Su principio no dice nada.',
    ],
  },
  replay: {
    title: 'Repetición',
    lead: 'El token es auténtico; quien lo presenta, no. Un token al portador es de quien lo lleva.',
    steps: {
      honest: {
        title: 'Un cliente recibe un token honesto',
        text: 'Para `https://api.example/orders`, durante 15 minutos.',
      },
      log: {
        title: 'El atacante lo encuentra en un registro',
        text: 'Alguien escribió en él cabeceras enteras. La firma es tan correcta como siempre.',
      },
    },
    trials: {
      later: {
        title: 'Un día después',
        text: 'El verificador descuidado solo mira la firma. Esa es correcta para siempre.',
        why: 'Miró la firma, y nunca `exp`.',
      },
      elsewhere: {
        title: 'En otra API',
        text: 'La de nóminas confía en el mismo emisor. Nadie comparó `aud`.',
        why: 'Miró la firma, y nunca `aud`.',
      },
      'at-once': {
        title: 'Al instante, en la API correcta',
        text: 'Aquí lo aceptan los dos, y deben hacerlo: un verificador no puede distinguir este token del token del cliente. Hace falta una de las medidas de abajo.',
        why: 'Esta vez no hay nada que objetar.',
      },
    },
    remedies: [
      'Comprueba siempre `exp` y `aud`, y dale una vida corta (RFC 8725 §3.9, RFC 9068 §4).',
      'Vincula el token a una clave que el cliente demuestre tener: así una copia robada no vale nada (DPoP, RFC 9449 §2).',
      'Acepta una sola vez un token que represente una sola acción: recuerda su `jti` hasta que caduque (RFC 7519 §4.1.7).',
      'Mantén los tokens fuera de registros y direcciones, y termina la sesión de uno robado (RFC 6750 §5.3).',
    ],
  },
  tampering: {
    title: 'Manipulación',
    lead: 'Los claims se cambian y la firma se deja como estaba. Quien solo decodifica no lo nota.',
    steps: {
      honest: { title: 'Un cliente recibe un token honesto', text: 'El contenido dice `customer`.' },
      payload: { title: 'El atacante escribe otro contenido', text: 'Dice `admin`.' },
      forged: {
        title: 'El atacante lo pone entre las partes viejas',
        text: 'La cabecera y la firma son las del token honesto. La firma se hizo para otro texto.',
      },
    },
    trials: { forged: forgedTrial('Decodificó el contenido y nunca miró la firma.') },
    remedies: [
      'Decodificar no es verificar. En la mayoría de las bibliotecas son dos funciones con nombres parecidos.',
      'No leas ningún claim antes de dar por buena la firma (RFC 7519 §7.2).',
    ],
  },
};
