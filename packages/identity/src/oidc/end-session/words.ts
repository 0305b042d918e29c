import type { PageLanguage } from '../page-language.ts';

/** What the pages of a sign-out say; `{app}` is the name of the app that asks. */
export interface SignOutWords {
  readonly askTitle: string;
  readonly cameHere: string;
  readonly appAsks: string;
  readonly everywhere: string;
  readonly signOut: string;
  readonly overTitle: string;
  readonly over: string;
  readonly back: string;
}

export const signOutWords: Readonly<Record<PageLanguage, SignOutWords>> = {
  en: {
    askTitle: 'Sign out?',
    cameHere: 'You came here to sign out.',
    appAsks: '{app} asks you to sign out.',
    everywhere: 'You will be signed out of every app on this device.',
    signOut: 'Sign out',
    overTitle: 'You are signed out',
    over: 'Every app you signed in to here has ended your session.',
    back: 'Back to {app}',
  },
  de: {
    askTitle: 'Abmelden?',
    cameHere: 'Du bist hier, um dich abzumelden.',
    appAsks: '{app} bittet dich, dich abzumelden.',
    everywhere: 'Du wirst auf diesem Gerät von jeder App abgemeldet.',
    signOut: 'Abmelden',
    overTitle: 'Du bist abgemeldet',
    over: 'Jede App, bei der du hier angemeldet warst, hat deine Sitzung beendet.',
    back: 'Zurück zu {app}',
  },
  es: {
    askTitle: '¿Cerrar sesión?',
    cameHere: 'Has venido aquí para cerrar la sesión.',
    appAsks: '{app} te pide que cierres la sesión.',
    everywhere: 'Se cerrará tu sesión en todas las aplicaciones de este dispositivo.',
    signOut: 'Cerrar sesión',
    overTitle: 'Has cerrado la sesión',
    over: 'Todas las aplicaciones en las que entraste desde aquí han terminado tu sesión.',
    back: 'Volver a {app}',
  },
  zh: {
    askTitle: '要退出登录吗？',
    cameHere: '您来此退出登录。',
    appAsks: '{app} 请您退出登录。',
    everywhere: '您将在此设备上退出所有应用。',
    signOut: '退出登录',
    overTitle: '您已退出登录',
    over: '您在此登录的所有应用都已结束您的会话。',
    back: '返回 {app}',
  },
  ja: {
    askTitle: 'サインアウトしますか？',
    cameHere: 'サインアウトのためにここに来ました。',
    appAsks: '{app} がサインアウトを求めています。',
    everywhere: 'この端末のすべてのアプリからサインアウトします。',
    signOut: 'サインアウト',
    overTitle: 'サインアウトしました',
    over: 'ここでサインインしたすべてのアプリがセッションを終了しました。',
    back: '{app} に戻る',
  },
};
