import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: 'ヘッダー', payload: 'ペイロード' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  page: 'トークンに署名',
  verdict: '新しいトークンの状態',
  signed: {
    word: '署名済み',
    reason: '下の鍵による新しいトークンです。「検査」で開くと検証結果を確認できます。',
  },
  unsigned: '未署名',
  signing: { word: '署名中', reason: '署名を書き込んでいます。' },
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
    placeholder: '秘密鍵の JWK、PKCS#8 の PEM、または共有シークレット',
    copyPrivate: '秘密鍵をコピー',
    copySecret: 'シークレットをコピー',
    privateNote: 'このページの中で生成され、どこにも保存されません。後で必要ならコピーしてください。',
    publicTitle: '公開側',
    copyPublic: '公開鍵をコピー',
    secretNote: '共有シークレットに公開側はありません。検証できる人は署名もできます。',
  },
  token: {
    title: '署名済みトークン',
    copy: '署名済みトークンをコピー',
    open: '「検査」で開く',
    waiting: 'ヘッダー、ペイロード、鍵が読み取れると、ここにトークンが表示されます。',
  },
  copied: 'コピーしました',
  problems: {
    json: (name, sentence) => `${part(name)}が JSON ではありません: ${sentence}`,
    object: (name) => `${part(name)}が JSON オブジェクトではありません。`,
    duplicate: (name, member) => `${part(name)}に「${member}」が 2 回あります。`,
    algorithm: (named, key) =>
      `ヘッダーは ${named} を指定していますが、鍵は ${key} 用です。鍵の横でアルゴリズムを選んでください。`,
    kid: 'ヘッダーの kid がテキストではありません。',
    reserved: 'ヘッダーパラメーター crit と b64 は、ここでは署名できません。',
    keySet: '署名に使う鍵は 1 つです。鍵セットではなく、単一の秘密鍵を入力してください。',
  },
};
