import { formatNumber } from '../../../../ui/language/figures.ts';
import type { Words } from '../words.ts';

const halves: Readonly<Record<string, string>> = { private: '秘密鍵', public: '公開鍵' };

export const words: Words = {
  page: 'JWT デバッガー',
  intro: {
    what: 'Signet はブラウザーの中で JSON Web Token を読み取り、検証し、署名します。',
    sample: 'これはサンプルです。どこにでも自分のトークンを貼り付けてください。',
    empty: 'どこにでもトークンを貼り付けるか、ファイルをドロップしてください。',
  },
  samples: {
    groups: {
      algorithms: 'アルゴリズム',
      kinds: '種類',
      faults: 'よくある問題',
    },
    names: {
      ES256: 'ES256',
      RS256: 'RS256',
      PS256: 'PS256',
      EdDSA: 'EdDSA',
      HS256: 'HS256',
      'access-token': 'アクセストークン',
      'id-token': 'ID トークン',
      'dpop-proof': 'DPoP プルーフ',
      'sd-jwt': 'SD-JWT',
      encrypted: '暗号化（JWE）',
      expired: '期限切れ',
      'other-key': '別の鍵で署名',
      'quoted-secret': 'シークレットが引用符付き',
      unsigned: '署名なし（alg: none）',
    },
  },
  verdict: '判定',
  verdicts: {
    empty: 'トークンを貼り付けるか、サンプルを試してください。',
    noKey: '署名はまだ検証していません。検証するには鍵を入力してください。',
    keyUnreadable: '署名は検証していません。鍵を読み取れません。',
    notChecked: (what) => `未検査：${what.join('、')}。`,
    unchecked: {
      issuer: '発行者',
      audience: '受信者',
      client: 'クライアント',
      method: 'リクエストのメソッド (htm)',
      url: 'リクエストの宛先 (htu)',
      accessToken: '一緒に届いたアクセストークン (ath)',
      expiry: '有効期限（トークンにありません）',
    },
    giveKey: '鍵を入力する',
    checking: '署名を検証しています。',
    matches: (algorithm, kid) =>
      kid === undefined
        ? `署名は、入力された ${algorithm} の鍵と一致します。`
        : `署名は、入力された ${algorithm} の鍵「${kid}」と一致します。`,
    matchesOwn: (algorithm) => `署名は証明の中の ${algorithm} 鍵と一致します。`,
    ofNoRequest: 'どのリクエストのための証明かは、まだ確認されていません。',
    nameRequest: 'リクエストを指定',
    matchesLinked: '署名はリンクに含まれる鍵と一致します。その鍵を選んだのはリンクの作成者です。',
    matchesNamed: (address) =>
      `署名は ${address} の鍵と一致します。そこへ導いたのはトークン自身であり、アドレスを選んだのはトークンを書いた人です。`,
    signatureRight: '署名は入力された鍵と一致します。',
    signatureRightOwn: '署名は中にある鍵と一致します。',
    signatureUnchecked: '署名は検証していません。',
  },
  copied: 'コピーしました',
  token: {
    title: 'トークン',
    label: 'トークン: JSON Web Token を貼り付け',
    placeholder: 'ここにトークンを貼り付けます。先頭の「Bearer」、引用符、改行があっても構いません。',
    copy: 'トークンをコピー',
    clear: 'トークンと鍵を消去',
    edit: '編集して署名',
    compare: '比較',
    samples: 'サンプル',
    sample: 'サンプルを試す',
    file: 'ファイルからトークンを開く',
    foot: '貼り付けや入力と同時に、このページの中で読み取り、検証します。',
    removed: (what) => `トークンの周囲から取り除いたもの: ${what.join('、')}。`,
  },
  key: {
    title: '鍵',
    label: '鍵: 共有シークレット、PEM、JWK または JWKS',
    placeholder: '共有シークレット、PEM、JWK または JWKS',
    hint: '公開鍵または共有シークレット。このページの外には出ません。',
    encoding: 'シークレットの形式',
    encodings: { utf8: 'テキスト', base64: 'Base64', base64url: 'Base64url', hex: '16 進' },
    copy: '鍵をコピー',
    file: 'ファイルから鍵を開く',
    copyThumbprint: 'サムプリントをコピー (RFC 7638)',
    thumbprint: 'サムプリント',
    unnamed: 'kid なし',
    matched: '一致',
    keysOfSet: '鍵セットの鍵',
    certificate: (subject, validity) => `${subject} の証明書、${validity}。証明書自体は検証していません。`,
    notInEncoding: {
      sentence: (encoding) => `シークレットは ${encoding} で書かれていません。`,
      fix: 'シークレットの形式を選んでください。',
    },
    otherName: {
      sentence: '鍵の名前が、トークンの指定する名前と異なります。',
      fix: '発行者に、トークンにある名前で鍵を公開してもらってください。',
    },
    secret: '共有シークレットです。検証できる人は署名もできます。',
    set: (keys) => `使用できる鍵を ${keys} 個含む鍵セットです。`,
    described: (half, form, algorithms) =>
      half === 'private'
        ? `${algorithms.join('、')} 用の秘密鍵 (${form}) です。公開側だけを使用します。`
        : `${algorithms.join('、')} 用の${halves[half] ?? half} (${form}) です。`,
  },
  findings: {
    title: '所見',
    none: '直すところはありません。',
    empty: 'トークンの誤りや危険な点が、直し方とともにここに表示されます。',
    count: (count) => `所見 ${count} 件`,
  },
  time: {
    title: 'トークンを検査する時刻',
    at: '検査する時刻',
    now: '現在',
    skew: '許容する時計のずれ',
    seconds: (seconds) => (seconds < 60 ? `${seconds} 秒` : `${seconds / 60} 分`),
    checkedNow: '現在の時刻で検査',
    checkedAt: (at) => `${at} で検査`,
    note: 'お使いのタイムゾーンで表示します。判定と「5 分後」などの表示もこれに従います。',
  },
  share: {
    open: 'リンクを共有',
    title: 'このトークンへのリンクを共有',
    warning:
      'リンクを持つ人はトークンを手に入れ、期限が切れるまで使用できます。共有するのはテスト用のトークンだけにし、実在の人のトークンは避けてください。',
    token:
      'トークン全体がリンクの # の後ろに入ります。この部分をブラウザーがサーバーに送ることはありません。',
    noKey: '鍵は含まれません。',
    publicKey: '公開鍵も含まれます。',
    privateStays: '含まれるのは鍵の公開側だけで、秘密鍵はここに残ります。',
    secretStays: '鍵は秘密なので、ここに残ります。',
    close: '今はしない',
    copy: 'リンクをコピー',
    received: 'トークンと鍵はリンクから読み込まれました。',
    named: (address) => `鍵へ導いたのはトークン自身です（${address}）。`,
    trust: 'この鍵を知っている',
    trustAddress: 'このアドレスを知っています',
  },
  diagnosis: {
    title: '一致しない理由',
    searching: 'よくある間違いを試しています。',
    tooLong: 'トークンが長すぎるため、すべては試せません。鍵そのものを確認してください。',
    found: (tried, causes) => `${formatNumber(tried)} 通りを試し、原因を ${causes} 件見つけました。`,
    nothing: (tried) =>
      `${formatNumber(tried)} 通りを試しました: 鍵の別の表記、別のアルゴリズム、署名の別の形式。どれも一致しません。別の鍵であるか、トークンが変更されています。`,
    certainty: { proven: '確定。', hint: '可能性が高い。' },
    otherReading: {
      sentence: '署名は正しいのですが、鍵が署名時とは違う形で読み取られています。',
      fix: '鍵を本来の形で読み取ってください。',
    },
  },
  mends: {
    secret: {
      asItIs: '',
      withoutLineBreak: '末尾の改行を除く',
      trimmed: '前後の空白を除く',
      withoutMark: 'バイト順マークを除く',
      unquoted: '引用符を除く',
      withLineBreak: '末尾に改行を付ける',
      withWindowsLineBreak: '末尾に Windows の改行を付ける',
      unescaped: '\\n を改行とする',
      percentDecoded: 'パーセントエンコーディングを解く',
    },
    label: (change, encoding) => {
      const reading = {
        utf8: 'テキストとして読む',
        base64: 'Base64 として読む',
        base64url: 'Base64url として読む',
        hex: '16 進として読む',
        '': '',
      };
      return [change, reading[encoding]].filter((part) => part !== '').join('、');
    },
    useKey: (name) => `鍵「${name}」を使う`,
    withoutMarks: '用途の指定を外して試す',
    publicHalf: '公開側だけを残す',
    applied: (label) => `完了: ${label}。`,
    undo: '元に戻す',
  },
  ends: '有効期限',
  ended: '期限切れ',
};
