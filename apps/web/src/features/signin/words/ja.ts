import type { Words } from '../words.ts';

export const words: Words = {
  signIn: {
    title: 'サインイン',
    goesOn: (app) => `その後 ${app} に進みます。`,
    username: 'ユーザー名',
    password: 'パスワード',
    show: 'パスワードを表示',
    hide: 'パスワードを隠す',
    action: 'サインイン',
    busy: 'サインインしています',
    forgotten: 'パスワードをお忘れですか',
    cancel: (app) => `キャンセルして ${app} に戻る`,
    usernameMissing: 'ユーザー名を入力してください。',
    usernameForm: 'ユーザー名に使えるのは英数字と . _ @ - だけです。',
    passwordMissing: 'パスワードを入力してください。',
  },
  known: {
    title: (person) => `${person} としてサインインしています`,
    action: (person) => `${person} として続ける`,
    another: '別のアカウントを使う',
  },
  change: {
    title: '自分のパスワードを決める',
    lead: (person) =>
      `${person} のパスワードは 1 回限りのものでした。今後はここで決めるパスワードでサインインします。`,
    field: '新しいパスワード',
    missing: '新しいパスワードを入力してください。',
    rules: [
      '10 文字以上。大文字・数字・記号は必須ではありません。',
      'よくあるパスワード、日付、隣り合うキーの並びは使えません。',
      'ユーザー名やこのサービスの名前から作ったものは使えません。',
    ],
    action: '保存してサインイン',
    back: '別の人としてサインイン',
  },
  wait: {
    left: (time) => `${time} 後にもう一度試せます。`,
    over: 'もう一度試せます。',
    why: 'このアカウントにサインインしたことのある端末は、他人の失敗で待たされません。',
  },
  fault: {
    title: 'サーバーが正しく応答しません',
    nobody: '応答がありません。接続を確認して、もう一度試してください。',
    offline: '接続されていません。接続して、もう一度試してください。',
    again: 'もう一度試す',
    reference: (reference) => `参照番号: ${reference}`,
  },
  choice: {
    title: (app) => `どの組織として ${app} に進みますか`,
    find: '組織を探す',
    noneFits: 'その名前の組織には所属していません。',
    without: '組織なしで進む',
  },
  consent: {
    title: (app) => `${app} がアクセスを求めています`,
    signedInAs: (person) => `${person} としてサインインしています。`,
    actsIn: (organization) => `このアプリは ${organization} の名前で動作します。`,
    forDevice:
      'コードを表示しているデバイスをサインインさせます。デバイスが目の前にあるときだけ許可してください。コードを送ってきた人が、あなたとしてサインインすることになります。',
    asks: '許可すると、このアプリは次のことができます。',
    asksMore: '許可すると、アプリはさらに次のことができます。',
    agreedBefore: 'すでに許可していること:',
    scopes: {
      openid: 'あなたであることを知る',
      profile: '名前とプロフィールを読む',
      email: 'メールアドレスを読む',
      phone: '電話番号を読む',
      address: '住所を読む',
      offline_access: '不在の間もサインインしたままにする',
    },
    scopeOfApi: 'この権限をあなたの名前で使う',
    audience: '対象の API:',
    allow: '許可',
    deny: '拒否',
  },
  signedOut: {
    title: 'サインアウトしました',
    lines: [
      'このブラウザーにはセッションの情報が残っていません。',
      '進んだ先のアプリは、閉じるか再び確認するまで、手元の内容を表示することがあります。',
    ],
    again: 'もう一度サインイン',
  },
  leaving: (app) => `${app} に進みます`,
  loading: '読み込んでいます',
  lost: {
    title: 'このサインインは終わっています',
    lead: 'リンクが使用済みか、時間がたちすぎました。何も行われていません。',
    fix: 'アプリに戻り、そこからもう一度サインインしてください。',
    account: '自分のアカウントを開く',
  },
};
