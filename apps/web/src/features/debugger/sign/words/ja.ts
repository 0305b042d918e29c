import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'ヘッダー', payload: 'ペイロード' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  verdict: '新しいトークンの状態',
  presets: 'ひな形',
  preset: {
    'access-token': 'アクセストークン',
    'id-token': 'ID トークン',
    'client-assertion': 'クライアントアサーション',
    'logout-token': 'ログアウトトークン',
  },
  header: { title: 'ヘッダー', label: 'ヘッダー (JSON)' },
  payload: { title: 'ペイロード', label: 'ペイロード (JSON)' },
  placeholder: 'JSON オブジェクト',
  times: '時刻を設定',
  time: {
    issued: '発行: 現在',
    quarter: '期限: 15 分後',
    hour: '期限: 1 時間後',
    early: '有効開始: 5 分後',
  },
  key: {
    title: '署名鍵',
    algorithm: 'アルゴリズム',
    generate: '新しい鍵を生成',
    privateLabel: '秘密鍵または共有シークレット',
    copyPrivate: '秘密鍵をコピー',
    copySecret: 'シークレットをコピー',
    publicTitle: '公開側',
    copyPublic: '公開鍵をコピー',
    secretNote: '共有シークレットに公開側はありません。検証できる人は署名もできます。',
  },
  token: {
    open: '「検査」で開く',
  },
  copied: 'コピーしました',
  problems: {
    json: (name, sentence) => `${part(name)}が JSON ではありません: ${sentence}`,
    object: (name) => `${part(name)}が JSON オブジェクトではありません。`,
    duplicate: (name, member) => `${part(name)}に「${member}」が 2 回あります。`,
    algorithm: (named, key) =>
      `ヘッダーは ${named} を指定していますが、鍵は ${key} 用です。鍵の横でアルゴリズムを選んでください。`,
  },
};
