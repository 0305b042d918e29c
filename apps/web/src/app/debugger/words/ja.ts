import type { Words } from '../words.ts';

export const words: Words = {
  groups: { pages: 'ページ', lessons: 'レッスン' },
  lessons: {
    structure: '構造',
    claims: 'クレーム',
    signatures: '署名',
    life: 'トークンの一生',
    storage: 'ブラウザーでの保管場所',
    refresh: 'リフレッシュとローテーション',
    revocation: '失効',
    gateways: 'ゲートウェイ',
    sso: 'シングルサインオン',
    services: 'サービス間の呼び出し',
    access: 'ロールと属性',
  },
};
