import type { Words } from '../words.ts';

export const words: Words = {
  decrypted: {
    word: '復号済み',
    reason: (algorithm, encryption) =>
      `与えられた鍵で復号しました（${algorithm}、${encryption}）。分かるのは誰が読めるかであり、誰が書いたかではありません。`,
    nested: (algorithm, encryption) =>
      `与えられた鍵で復号しました（${algorithm}、${encryption}）。中に別のトークンがあります。開いて署名を検証してください。`,
    waiting: 'トークンは暗号化されています。読むには受信者の鍵を入力してください。',
    keyUnreadable: 'トークンは復号されていません。鍵を読み取れません。',
  },
  nested: {
    opened: '中のトークンを開きました',
  },
  detached: {
    title: '分離署名のペイロード',
    label: 'ペイロード：分離署名の対象',
    placeholder: 'ペイロードそのもの、またはその base64url',
    note: 'このトークンはペイロードを含みません（RFC 7515 付録 F）。署名を確認するにはここに貼り付けてください。',
    waiting: 'ペイロードは別の場所にあります。貼り付けると署名を確認します。',
    file: 'ファイルからペイロードを開く',
  },
  found: '貼り付けたテキストのうち見るトークン',
  several: {
    label: '確認する署名',
    other: (index) => `署名 ${index} を見てください。そちらは鍵と一致します。`,
    choice: (index, count) => `署名 ${index} / ${count}`,
    recipient: (index, count) => `受信者 ${index} / ${count}`,
  },
  sdJwt: {
    title: '選択的開示',
    count: (disclosed, held) => `開示 ${disclosed} 件、非開示 ${held} 件`,
    unread:
      '署名は一致しますが、トークンの後に続く部分は読み取られていません。長すぎるか、開示ではない可能性があります。',
    held: '非開示のクレームとおとりは見分けがつきません。どちらも対応する開示のないダイジェストです。',
    place: 'クレーム',
    value: '値',
    digest: 'ダイジェスト',
    none: '発行者のトークン自体が述べること以外は開示されていません。',
    unplaced: 'どこにもありません',
    claims: '検証者から見たクレーム',
    showAll: (lines) => `全 ${lines} 行を表示`,
    copyClaims: 'クレームを JSON としてコピー',
    binding: {
      title: '鍵の結び付け',
      none: '鍵の結び付けトークンがありません。送り手が保持者であることを示すものがありません。',
      right: 'sd_hash は提示内容と一致します。',
      wrong: 'sd_hash が一致しません。別の提示のために作られたトークンです。',
      missing: '鍵の結び付けトークンに sd_hash がありません。',
      signed: '署名は cnf の鍵と一致します。',
      unsigned: '署名は cnf の鍵と一致しません。',
      unchecked: '署名は確認していません。トークンの cnf に鍵がありません。',
      open: '鍵の結び付けトークンを開く',
    },
  },
};
