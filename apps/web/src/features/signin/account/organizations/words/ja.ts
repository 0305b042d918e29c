import type { Words } from '../words.ts';

export const words: Words = {
  title: '組織',
  lead: '所属している組織と、そこでの役割です。',
  none: 'どの組織にも所属していません。',
  leave: '脱退',
  leaveOne: (organization) => `${organization} から脱退`,
  left: (organization) => `${organization} から脱退しました。`,
  ask: {
    title: (organization) => `${organization} から脱退しますか`,
    lost: 'この組織の名前で使っているアプリは、すべてのデバイスですぐにアクセスを失います。もう一度入れられるのは管理者だけです。',
    action: '脱退する',
    cancel: 'とどまる',
  },
};
