import type { PageLanguage } from '../oidc/page-language.ts';

/** What the pages for a device's code say; the type asks for each in every language. */
export interface DeviceWords {
  readonly title: string;
  readonly ask: string;
  readonly warning: string;
  readonly label: string;
  readonly go: string;
  readonly wrong: string;
  readonly wait: string;
  readonly doneTitle: string;
  readonly done: string;
  readonly deniedTitle: string;
  readonly denied: string;
  readonly overTitle: string;
  readonly over: string;
}

export const deviceWords: Readonly<Record<PageLanguage, DeviceWords>> = {
  en: {
    title: 'Sign in on a device',
    ask: 'Type the code that your device shows.',
    warning:
      'Go on only if you have the device before you. Whoever sent you a code or a link would be signed in as you.',
    label: 'Code',
    go: 'Continue',
    wrong: 'This code is not known, has expired, or was used. Look at the device again.',
    wait: 'Too many codes were wrong. Try again in {seconds} s.',
    doneTitle: 'Your device is signed in',
    done: 'You can close this page and go on there.',
    deniedTitle: 'Your device is not signed in',
    denied: 'You said no. Nothing was given to it.',
    overTitle: 'This sign-in is over',
    over: 'It has expired, was answered before, or began in another browser. Let the device show a new code.',
  },
  de: {
    title: 'Auf einem Gerät anmelden',
    ask: 'Gib den Code ein, den dein Gerät zeigt.',
    warning:
      'Mache nur weiter, wenn du das Gerät vor dir hast. Wer dir einen Code oder Link geschickt hat, wäre als du angemeldet.',
    label: 'Code',
    go: 'Weiter',
    wrong: 'Dieser Code ist unbekannt, abgelaufen oder benutzt. Sieh noch einmal auf das Gerät.',
    wait: 'Zu viele Codes waren falsch. Versuche es in {seconds} s wieder.',
    doneTitle: 'Dein Gerät ist angemeldet',
    done: 'Du kannst diese Seite schließen und dort weitermachen.',
    deniedTitle: 'Dein Gerät ist nicht angemeldet',
    denied: 'Du hast abgelehnt. Es hat nichts bekommen.',
    overTitle: 'Diese Anmeldung ist vorbei',
    over: 'Sie ist abgelaufen, schon beantwortet oder begann in einem anderen Browser. Lass das Gerät einen neuen Code zeigen.',
  },
  es: {
    title: 'Iniciar sesión en un dispositivo',
    ask: 'Escribe el código que muestra tu dispositivo.',
    warning:
      'Sigue solo si tienes el dispositivo delante. Quien te haya enviado un código o un enlace entraría como tú.',
    label: 'Código',
    go: 'Continuar',
    wrong: 'Este código no se conoce, caducó o ya se usó. Mira otra vez el dispositivo.',
    wait: 'Demasiados códigos erróneos. Inténtalo de nuevo en {seconds} s.',
    doneTitle: 'Tu dispositivo ha iniciado sesión',
    done: 'Puedes cerrar esta página y seguir allí.',
    deniedTitle: 'Tu dispositivo no ha iniciado sesión',
    denied: 'Dijiste que no. No recibió nada.',
    overTitle: 'Este inicio de sesión terminó',
    over: 'Caducó, ya se respondió o empezó en otro navegador. Haz que el dispositivo muestre un código nuevo.',
  },
  zh: {
    title: '在设备上登录',
    ask: '输入您的设备显示的代码。',
    warning: '只有设备就在您面前时才继续。给您发代码或链接的人会以您的身份登录。',
    label: '代码',
    go: '继续',
    wrong: '此代码未知、已过期或已使用。请再看一下设备。',
    wait: '错误的代码太多。请在 {seconds} 秒后重试。',
    doneTitle: '您的设备已登录',
    done: '您可以关闭此页，在设备上继续。',
    deniedTitle: '您的设备没有登录',
    denied: '您拒绝了。它什么也没有得到。',
    overTitle: '此次登录已结束',
    over: '它已过期、已被回答，或在另一个浏览器中开始。请让设备显示新的代码。',
  },
  ja: {
    title: 'デバイスでサインイン',
    ask: 'デバイスに表示されたコードを入力してください。',
    warning:
      'デバイスが目の前にあるときだけ続けてください。コードやリンクを送ってきた人が、あなたとしてサインインすることになります。',
    label: 'コード',
    go: '続ける',
    wrong: 'このコードは不明か、期限切れか、使用済みです。デバイスをもう一度確かめてください。',
    wait: '間違ったコードが多すぎます。{seconds} 秒後にもう一度試してください。',
    doneTitle: 'デバイスがサインインしました',
    done: 'このページを閉じて、デバイスで続けられます。',
    deniedTitle: 'デバイスはサインインしていません',
    denied: '拒否しました。デバイスには何も渡していません。',
    overTitle: 'このサインインは終わっています',
    over: '期限切れか、回答済みか、別のブラウザーで始まったものです。デバイスに新しいコードを表示させてください。',
  },
};
