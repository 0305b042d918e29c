import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Otras formas de iniciar sesión',
  lead: 'Quien tiene la sesión iniciada allí puede iniciarla aquí con ella.',
  signsIn: (name, email) =>
    email === undefined ? `${name} te da acceso.` : `${name} te da acceso, como ${email}.`,
  doesNot: (name) => `${name} no te da acceso.`,
  join: (name) => `Unir ${name}`,
  part: (name) => `Separar ${name}`,
  joined: 'Desde ahora puedes iniciar sesión con él.',
  parted: 'Ya no te da acceso.',
  proof: {
    lead: 'Aquí no tienes contraseña. Muestra quién eres de otra manera:',
    none: 'Aquí no tienes contraseña. Pon antes una con «¿Has olvidado tu contraseña?» en la página de inicio de sesión.',
    mail: 'Enviarme un código por correo',
    mailAgain: 'Enviar otro correo',
    code: 'Código del correo',
    codeMissing: 'Escribe las ocho cifras del correo.',
    signIn: (name) => `Iniciar sesión una vez más con ${name}`,
    proven: 'Acabas de iniciar sesión una vez más. Eso prueba un cambio, durante diez minutos.',
  },
};
