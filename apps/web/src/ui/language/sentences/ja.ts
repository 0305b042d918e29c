import type { Sentences } from '../translate.ts';

/** The sentences of the token room, in the order of the English ones. A table: its length is its purpose. */
export const words: Sentences = {
  'Ask the issuer for claims that are less nested.': '入れ子の浅いクレームを発行者に求めてください。',
  'Copy the token from where it stands whole; what is left out cannot be brought back.':
    '完全なトークンがある場所からコピーしてください。省略された部分は復元できません。',
  'Do not verify it: it is for Microsoft Graph. Ask for a token for your own API, by its scope.':
    '検証しないでください。Microsoft Graph 用です。自分の API のトークンを、そのスコープで求めてください。',
  'Leave the = in, and verify header and payload as they came: strict readers refuse such a token.':
    '= を残し、ヘッダーとペイロードを届いたまま検証してください。厳密な実装はこのトークンを拒否します。',
  'Send one of them alone.': 'どちらか一つだけを送ってください。',
  'The claim {} is in milliseconds.': 'クレーム {0} がミリ秒です。',
  'The signature is right for a header whose nonce is hashed: Microsoft makes tokens for its own APIs so.':
    'nonce をハッシュしたヘッダーに対して署名は正しいです。Microsoft は自社 API 用のトークンをこう作ります。',
  'The signature is right for the text with its padding (=), which a JWS leaves out: AWS load balancers sign so.':
    'JWS が省くパディング (=) を含むテキストに対して署名は正しいです。AWS のロードバランサーはこう署名します。',
  'The token was shortened for showing: a part of it is left out.':
    'トークンは表示用に短縮されており、一部が省略されています。',
  'The {} nests deeper than {} levels, which is not read here; it is shown as text.':
    '{0} の入れ子が {1} 段より深いため読み取らず、テキストとして表示します。',
  'The {} of the token nests deeper than is read here.':
    'トークンの {0} は、ここで読み取れるより深く入れ子になっています。',
  'Two tokens stand one behind the other.': '二つのトークンが続けて並んでいます。',
  'another token behind it': '後ろに続く別のトークン',
  'at most {} levels of lists and objects inside each other': 'リストとオブジェクトの入れ子は最大 {0} 段',
  'one token': '一つのトークン',
  'the JSON around the token': 'トークンの周囲の JSON',
  'the assignment around the token': 'トークンの周囲の代入文',
  'the cookies around the token': 'トークンの周囲の Cookie',
  'the curl command around the token': 'トークンの周囲の curl コマンド',
  'the name of the header': 'ヘッダーの名前',
  'the text around the token': 'トークンの周囲のテキスト',
  'the whole token': 'トークン全体',
  '{} is in milliseconds, where seconds must stand: read so it is thousands of years away.':
    '{0} は秒であるべきところがミリ秒です。秒として読むと数千年先になります。',
  '… or ... in its middle': '途中の … または ...',
  '0 to {} decoys': '0 から {0} 個のダミー',
  '1 or an even number': '1 または偶数',
  'A DPoP proof': 'DPoP プルーフ',
  'A client assertion': 'クライアントアサーション',
  'A colon should stand here': 'ここにはコロンが必要です',
  'A comma or ] should stand here': 'ここにはコンマか ] が必要です',
  'A comma or } should stand here': 'ここにはコンマか } が必要です',
  'A control character stands in a string unescaped': '文字列にエスケープされていない制御文字があります',
  'A copy of the claim aud, readable although the content is encrypted.':
    'クレーム aud の写し。内容が暗号化されていても読めます。',
  'A copy of the claim iss, readable although the content is encrypted.':
    'クレーム iss の写し。内容が暗号化されていても読めます。',
  'A copy of the claim sub, readable although the content is encrypted.':
    'クレーム sub の写し。内容が暗号化されていても読めます。',
  'A disclosure of a member stands for an array element.': 'メンバーの開示情報が配列要素の位置にあります。',
  'A disclosure of an array element stands for a member.': '配列要素の開示情報がメンバーの位置にあります。',
  'A disclosure of the SD-JWT is empty': 'SD-JWT の開示情報が空です',
  'A disclosure writes over {}.': '開示情報が {0} を上書きしています。',
  'A header parameter is in both headers.': '両方のヘッダーに同じパラメーターがあります。',
  'A header parameter is in two headers': '2 つのヘッダーに同じパラメーターがあります',
  'A logout token': 'ログアウトトークン',
  'A logout token must not have a nonce; this may be an ID token.':
    'ログアウトトークンに nonce があってはなりません。ID トークンかもしれません。',
  'A payload that is not encoded (b64: false) must be UTF-8 text to stand in a token':
    'エンコードしないペイロード (b64: false) は UTF-8 テキストでなければトークンに置けません',
  'A public key inside the token. It proves nothing by itself.':
    'トークン内の公開鍵。それだけでは何も証明しません。',
  'A published key set holds a private key or a secret, so that anybody may have signed with it.':
    '公開された鍵セットに秘密鍵または共有シークレットが含まれており、誰でも署名できた可能性があります。',
  'A signature by {} with this key has {} bytes; this one has {}.':
    'この鍵による {0} の署名は {1} バイトですが、これは {2} バイトです。',
  'A signature of the token is no object': 'トークンの署名の一つがオブジェクトではありません',
  'A signed token has three segments between dots, an encrypted one five; this text has {}.':
    '署名済みトークンはドット区切りで 3 つ、暗号化トークンは 5 つの部分を持ちますが、このテキストは {0} です。',
  'A token with alg none has no signature, so there is nothing to verify.':
    'alg が none のトークンには署名がなく、検証するものがありません。',
  'A value that the server chose, against replay.': 'リプレイを防ぐためにサーバーが選んだ値。',
  'A verifiable credential.': '検証可能なクレデンシャル。',
  'A verifiable presentation.': '検証可能なプレゼンテーション。',
  'Accept this algorithm as well, if the issuer is to use it.':
    '発行者が使うべきものなら、このアルゴリズムも許可してください。',
  'Add "crit": ["b64"], so that a reader that does not know b64 refuses the token.':
    '"crit": ["b64"] を追加し、b64 を知らない処理系がトークンを拒否するようにしてください。',
  'Add alg to the header, such as "alg": "ES256".':
    'ヘッダーに alg を追加してください (例: "alg": "ES256")。',
  'Add the algorithm to the issuer’s algorithms, if you trust it.':
    '信頼できるなら、発行者のアルゴリズムに追加してください。',
  'An ID token': 'ID トークン',
  'An access token': 'アクセストークン',
  'An address of certificates. Never fetch it on the token’s word.':
    '証明書のアドレス。トークンに書かれているという理由だけで取得してはいけません。',
  'An address of keys. Never fetch it on the token’s word.':
    '鍵のアドレス。トークンに書かれているという理由だけで取得してはいけません。',
  'An encrypted token has no payload that could stand beside it':
    '暗号化トークンには、外に置けるペイロードがありません',
  'Another payload came beside the one in the token':
    'トークン内のペイロードとは別のペイロードも渡されました',
  'Arrays and objects are nested deeper than {} levels': '配列とオブジェクトの入れ子が {0} 段を超えています',
  'Ask for a new one.': '新しいものを取得してください。',
  'Ask for a token with the expected audience.': '期待される受信者向けのトークンを要求してください。',
  'Ask for the current certificate.': '現在の証明書を入手してください。',
  'Ask the issuer for a signed token, or decrypt it first.':
    '発行者に署名済みトークンを求めるか、先に復号してください。',
  'Ask the issuer for fewer claims, or raise the limit.':
    '発行者にクレームを減らしてもらうか、上限を上げてください。',
  'Ask whom the token is for, to publish a longer key.': '受信者に、より長い鍵の公開を求めてください。',
  'Before this time the token must be refused.': 'この時刻より前はトークンを拒否しなければなりません。',
  'By which methods the person was authenticated.': 'どの方式で本人を認証したか。',
  'Change the claims or the paths.': 'クレームまたはパスを変更してください。',
  'Check that the token is whole and the key is the one it was encrypted for.':
    'トークンが完全であること、暗号化に使われた鍵であることを確認してください。',
  'Check that the token is whole and the key is the one that signed it.':
    'トークンが完全であること、署名した鍵であることを確認してください。',
  'Choose another name.': '別の名前を選んでください。',
  'Choose less; 30 seconds are usual.': 'もっと小さくしてください。通常は 30 秒です。',
  'Choose the algorithm that the key names, or a key that is for encryption.':
    '鍵が指定するアルゴリズムか、暗号化用の鍵を選んでください。',
  'Choose the algorithm that the key names, or another key.':
    '鍵が指定するアルゴリズムか、別の鍵を選んでください。',
  'Choose the flattened form, or move these parameters into the protected header.':
    'flattened 形式を選ぶか、これらを保護ヘッダーに移してください。',
  'Choose the general form for several signatures.': '複数の署名には general 形式を選んでください。',
  'Choose the key by issuer and kid from what you trust already; ignore this parameter.':
    'すでに信頼している鍵の中から発行者と kid で選び、このパラメーターは無視してください。',
  'Choose the key that is for encryption.': '暗号化用の鍵を選んでください。',
  'Choose the key that the issuer publishes for signatures.':
    '発行者が署名用に公開している鍵を選んでください。',
  'Clocks may differ by whole seconds, and not by more than ten minutes.':
    '時計のずれは秒単位で、10 分までです。',
  'Compare the clocks.': '時計を照合してください。',
  'Convert it with its payload.': 'ペイロードと一緒に変換してください。',
  'Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem':
    '変換してください: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem',
  'Convert it: openssl pkey -in key.pem -out key-pkcs8.pem (add -pubin -pubout for a public key).':
    '変換してください: openssl pkey -in key.pem -out key-pkcs8.pem (公開鍵なら -pubin -pubout を追加)。',
  'Convert the token as it is.': 'トークンをそのまま変換してください。',
  'Copy one token only.': 'トークンを 1 つだけコピーしてください。',
  'Copy the token again; characters are missing.': 'トークンをコピーし直してください。文字が欠けています。',
  'Copy the token again; if it is whole, it carries bytes instead of JSON.':
    'トークンをコピーし直してください。完全なら、JSON ではなくバイト列が入っています。',
  'Copy the token again; its end was changed or cut.':
    'トークンをコピーし直してください。末尾が変更されたか切れています。',
  'Copy the whole JSON serialisation, or the compact token alone.':
    'JSON 形式の全体か、コンパクト形式のトークンだけをコピーしてください。',
  'Copy the whole key again, with its first and last line.':
    '最初と最後の行を含め、鍵全体をコピーし直してください。',
  'Copy the whole token; its end is missing.': 'トークン全体をコピーしてください。末尾がありません。',
  'Copy the whole token; the signature is too short or too long.':
    'トークン全体をコピーしてください。署名の長さが正しくありません。',
  'Correct the JSON and sign again.': 'JSON を直して署名し直してください。',
  'Count from 1, in the order of the token.': 'トークン内の順に 1 から数えてください。',
  'DPoP proof': 'DPoP プルーフ',
  'Decrypt it first.': '先に復号してください。',
  'Decrypt it first: openssl pkcs8 -in key.pem -out plain.pem':
    '先に復号してください: openssl pkcs8 -in key.pem -out plain.pem',
  'Detach it first, or leave the other one out.': '先に切り離すか、もう一方を省いてください。',
  'Detach the payload, or leave out b64: false.': 'ペイロードを切り離すか、b64: false を外してください。',
  'Detach the payload, or write the token in a JSON serialisation.':
    'ペイロードを切り離すか、JSON シリアライズ形式で書いてください。',
  'Digests and values are nested deeper than {} levels.': 'ダイジェストと値の入れ子が {0} 段を超えています。',
  'Digests of claims that are disclosed one by one.': '個別に開示されるクレームのダイジェスト。',
  'Disclosure {} is no JSON array of a salt, a name and a value in base64url.':
    '開示情報 {0} は、ソルト、名前、値からなる JSON 配列の base64url ではありません。',
  'Divide by 1000 and round down.': '1000 で割って切り捨ててください。',
  'ES256K is legacy: few verifiers take it.': 'ES256K は旧式で、対応する検証側はわずかです。',
  'ES256K is legacy: verified for inspection only.': 'ES256K は旧式です。検査のためだけに検証しました。',
  'Encrypt with RSA-OAEP-256 or ECDH-ES.': 'RSA-OAEP-256 または ECDH-ES で暗号化してください。',
  'End an SD-JWT without key binding with ~.': '鍵バインディングのない SD-JWT は ~ で終えてください。',
  'Extensions that a reader must understand, or refuse the token.':
    '処理系が理解すべき拡張。理解できなければトークンを拒否します。',
  'From this time on the token must be refused.': 'この時刻以降はトークンを拒否しなければなりません。',
  'Get a new token: refresh it or sign in again.':
    '新しいトークンを取得してください。更新するか、サインインし直します。',
  'Get a token from this issuer; if it changed its keys, wait until they are read again.':
    'この発行者のトークンを取得してください。鍵が変わった場合は、再読み込みされるまで待ってください。',
  'Get the token from the expected issuer; the two must be equal to the letter, slashes included.':
    '期待される発行者のトークンを取得してください。スラッシュも含め、完全に一致する必要があります。',
  'Give a key that is for key agreement: Ed25519 and secp256k1 only sign.':
    '鍵合意用の鍵を指定してください。Ed25519 と secp256k1 は署名専用です。',
  'Give a password.': 'パスワードを入力してください。',
  'Give every signature the same b64.': 'すべての署名で b64 を同じにしてください。',
  'Give the key for which the token was encrypted.': 'トークンの暗号化先の鍵を入力してください。',
  'Give the key set that the issuer publishes now.': '発行者が現在公開している鍵セットを入力してください。',
  'Give the key that was made for this algorithm.': 'このアルゴリズム用の鍵を入力してください。',
  'Give the public key of whom the token is for, or choose the algorithm that this key is for.':
    '受信者の公開鍵を入力するか、この鍵に合うアルゴリズムを選んでください。',
  'Give verifiers the public half only; whoever has this key can sign.':
    '検証側には公開側だけを渡してください。この鍵を持つ人は署名できます。',
  'Have the issuer bind the token: cnf with jkt.':
    '発行者にトークンを鍵に結び付けてもらってください: jkt を含む cnf。',
  'Have the issuer correct the marks of the key, or sign with a key that is meant for it.':
    '発行者に鍵の用途指定を直すか、用途に合う鍵で署名してもらってください。',
  'Have the issuer encrypt with a supported algorithm, such as ECDH-ES+A256KW and A256GCM.':
    '発行者に、ECDH-ES+A256KW と A256GCM など対応するアルゴリズムで暗号化してもらってください。',
  'Have the issuer encrypt without this extension.': '発行者に、この拡張なしで暗号化してもらってください。',
  'Have the issuer give each key of the set a name of its own.':
    '発行者に、セットの各鍵へ固有の名前を付けてもらってください。',
  'Have the issuer leave out crit, or name the extensions it uses.':
    '発行者に、crit を省くか、使う拡張を列挙してもらってください。',
  'Have the issuer make a new key.': '発行者に新しい鍵を作ってもらってください。',
  'Have the issuer name b64 in crit, or leave it out.':
    '発行者に、b64 を crit に含めるか省いてもらってください。',
  'Have the issuer name the algorithm.': '発行者にアルゴリズムを明記してもらってください。',
  'Have the issuer protect them, or write the token in the flattened serialisation.':
    '発行者に、それらを保護するか flattened 形式で書いてもらってください。',
  'Access tokens of Amazon Cognito have no aud. Expect the id of the app client as audience, in the claim client_id: audienceClaim of the issuer, or --audience-claim.':
    'Amazon Cognito のアクセストークンには aud がありません。アプリクライアントの ID を受信者として、クレーム client_id で確認してください：発行者の audienceClaim、または --audience-claim。',
  'a string that is not empty': '空でない文字列',
  'Have the issuer put {} into its tokens.': '発行者に、トークンへ {0} を入れてもらってください。',
  'Have the issuer remove keys that it no longer uses.':
    '発行者に、使っていない鍵を取り除いてもらってください。',
  'Have the issuer replace this key at once and publish only the public half.':
    '発行者にこの鍵を直ちに交換し、公開側だけを公開してもらってください。',
  'Have the issuer send less, or without compression.':
    '発行者に、量を減らすか圧縮せずに送ってもらってください。',
  'Have the issuer set "typ": "{}".': '発行者に "typ": "{0}" を設定してもらってください。',
  'Have the issuer set azp.': '発行者に azp を設定してもらってください。',
  'Have the issuer set exp to minutes from now.': '発行者に、exp を今から数分後に設定してもらってください。',
  'Have the issuer set nbf before exp.': '発行者に、nbf を exp より前に設定してもらってください。',
  'Have the issuer set sid or sub.': '発行者に sid か sub を設定してもらってください。',
  'Have the issuer set {}.': '発行者に {0} を設定してもらってください。',
  'Have the issuer sign with a supported algorithm, such as ES256 or RS256.':
    '発行者に、ES256 や RS256 など対応するアルゴリズムで署名してもらってください。',
  'Have the issuer sign with the algorithm its key is made for.':
    '発行者に、その鍵に合うアルゴリズムで署名してもらってください。',
  'Have the issuer sign with the algorithm of its key, or give the right key.':
    '発行者に鍵に合うアルゴリズムで署名してもらうか、正しい鍵を入力してください。',
  'Have the issuer sign without the b64 option, or check the signature only.':
    '発行者に b64 オプションなしで署名してもらうか、署名だけを検証してください。',
  'Have the issuer sign without the b64 option.': '発行者に、b64 オプションなしで署名してもらってください。',
  'Have the issuer sign without this extension.': '発行者に、この拡張なしで署名してもらってください。',
  'Have the issuer write "alg": "{}", or sign with the algorithm that it names.':
    '発行者に "alg": "{0}" と書くか、指定したアルゴリズムで署名してもらってください。',
  'Have the issuer write "events": {"{}": {}}.': '発行者に "events": {"{0}": {1}} と書いてもらってください。',
  'Have the issuer write "kid": "{}", or publish this key under the name in the token.':
    '発行者に "kid": "{0}" と書くか、トークンにある名前でこの鍵を公開してもらってください。',
  'Have the issuer write each member once.': '発行者に、各メンバーを 1 回だけ書いてもらってください。',
  'Have the issuer write kid as a string.': '発行者に、kid を文字列で書いてもらってください。',
  'Have the issuer write the serialisation as the RFC says.':
    '発行者に、RFC のとおりの形式で書いてもらってください。',
  'Have the issuer write the signature as r and s side by side (RFC 7518 §3.4), not as DER.':
    '発行者に、署名を DER ではなく r と s を並べた形 (RFC 7518 §3.4) で書いてもらってください。',
  'Have the issuer write {} as RFC 7519 says.':
    '発行者に、{0} を RFC 7519 のとおりに書いてもらってください。',
  'Have the issuer write {} as a JSON number.': '発行者に、{0} を JSON の数値で書いてもらってください。',
  'Have the signer convert it: in Java use SHA256withECDSAinP1363Format, in Node dsaEncoding "ieee-p1363".':
    '署名側で変換してもらってください。Java では SHA256withECDSAinP1363Format、Node では dsaEncoding "ieee-p1363" を使います。',
  'Have the wallet set "typ": "kb+jwt".': 'ウォレットに "typ": "kb+jwt" を設定してもらってください。',
  'Have the wallet set {}.': 'ウォレットに {0} を設定してもらってください。',
  'How often the password is hashed; a huge number is an attack.':
    'パスワードをハッシュする回数。極端に大きい値は攻撃です。',
  'How strongly the person was authenticated.': '本人認証の強さ。',
  'How the content was compressed before encryption.': '暗号化の前に内容をどう圧縮したか。',
  'ID token': 'ID トークン',
  'Information about the recipient for the key agreement.': '鍵合意のための受信者の情報。',
  'Information about the sender for the key agreement.': '鍵合意のための送信者の情報。',
  'JWK or JWK set': 'JWK または JWK セット',
  'JWK set': 'JWK セット',
  'Keep the first signature, whose sd_hash they belong to.':
    'それらの sd_hash が属する最初の署名を残してください。',
  'Keep the payload detached.': 'ペイロードは切り離したままにしてください。',
  'Keys that come over an open line can be exchanged on the way.':
    '保護されていない通信で届く鍵は、途中ですり替えられるおそれがあります。',
  'Leave it out unless the reader needs it, and do not log the token.':
    '読み手に必要でなければ省き、トークンをログに残さないでください。',
  'Leave it out, replace what was exposed, and refer to it by an identifier.':
    '省いたうえで、漏れたものを交換し、識別子で参照してください。',
  'Leave one of them out.': 'どちらかを省いてください。',
  'Leave out the byte order mark.': 'バイト順マークを取り除いてください。',
  'Let tokens live for minutes, and renew them with a refresh token.':
    'トークンの寿命は数分とし、リフレッシュトークンで更新してください。',
  'Look keys up in a map by exact kid; never in a file, a query or a command.':
    '鍵は正確な kid で表から引き、ファイル、クエリー、コマンドには決して使わないでください。',
  'Make a new assertion for each request, with an exp of a minute from now.':
    'リクエストごとに、exp を 1 分後とした新しいアサーションを作ってください。',
  'Make a new key, publish it beside this one, and retire this one.':
    '新しい鍵を作り、この鍵と並べて公開し、この鍵を引退させてください。',
  'Make a new proof for each request, with the address that is called.':
    'リクエストごとに、呼び出すアドレスで新しいプルーフを作ってください。',
  'Make a new proof for each request.': 'リクエストごとに新しいプルーフを作ってください。',
  'Make a random secret of 64 bytes: signet key generate --alg HS512 --out FILE':
    '64 バイトのランダムなシークレットを作ってください: signet key generate --alg HS512 --out FILE',
  'Make the proof for the token that it is sent with: base64url of its SHA-256.':
    '一緒に送るトークン用にプルーフを作ってください: その SHA-256 の base64url。',
  'Metadata of the application.': 'アプリケーションのメタデータ。',
  'Microsoft.IdentityModel has neither EdDSA nor ES256K.':
    'Microsoft.IdentityModel には EdDSA も ES256K もありません。',
  'More than one key of the set could be encrypted for.': 'セット内の複数の鍵が暗号化先になり得ます。',
  'More than one key of the set is named {}. The signature verifies with a later one; whoever takes the first refuses the token.':
    'セットに {0} という名前の鍵が複数あります。署名は後の鍵で検証でき、最初の鍵を使う側は拒否します。',
  'Name a known algorithm, such as ES256 or RS256.':
    'ES256 や RS256 など既知のアルゴリズムを指定してください。',
  'Name an algorithm, or ask for an unsigned token by its name.':
    'アルゴリズムを指定するか、未署名トークンを明示的に求めてください。',
  'Name it by hand.': '手で指定してください。',
  'Name its encoding: utf8, base64, base64url or hex.':
    '形式を指定してください: utf8、base64、base64url、hex。',
  'Name one of them.': 'いずれかを指定してください。',
  'Name the algorithm that the issuer signs with, or choose another stack.':
    '発行者の署名アルゴリズムを指定するか、別の環境を選んでください。',
  'Name the asymmetric algorithm of this key, such as RS256 or ES256. A public key as HMAC secret lets anybody sign.':
    'この鍵の非対称アルゴリズム (RS256、ES256 など) を指定してください。公開鍵を HMAC シークレットにすると、誰でも署名できます。',
  'Name the https address of the key set.': '鍵セットの https アドレスを指定してください。',
  'Name the key set or the file with the public key.': '鍵セットか、公開鍵のファイルを指定してください。',
  'Name the one service that is to accept it in aud, and have it check.':
    '受け付けるサービスを aud に 1 つ指定し、そのサービスに確認させてください。',
  'No JSON value begins with this character': 'この文字で始まる JSON の値はありません',
  'No SD-JWT can be made of this.': 'これからは SD-JWT を作れません。',
  'No digest of the token belongs to the disclosure with the digest {}.':
    'ダイジェスト {0} の開示情報に対応するダイジェストがトークンにありません。',
  'No key of the set has the key identifier of the token.': 'トークンの kid を持つ鍵がセットにありません。',
  'No key was given.': '鍵が入力されていません。',
  'No trusted key matches the token.': 'トークンに合う信頼済みの鍵がありません。',
  'Nobody signed this token: anybody can write one like it (RFC 8725 §3.2).':
    'このトークンには署名がなく、誰でも同じものを書けます (RFC 8725 §3.2)。',
  'OAuth access token': 'OAuth アクセストークン',
  'One character is left over: base64url comes in groups of four, or ends with two or three':
    '1 文字余っています。base64url は 4 文字単位で、末尾は 2 文字か 3 文字です',
  'One of {} signatures was found to hold; the others may not.':
    '{0} 個の署名のうち 1 つは正しいと確認できました。他は不明です。',
  'OpenSSH public key': 'OpenSSH 公開鍵',
  'Opening this key would take too long.': 'この鍵を開くには時間がかかりすぎます。',
  'PBES2 with PBKDF2 and AES-CBC': 'PBKDF2 と AES-CBC による PBES2',
  'PEM, encrypted': 'PEM (暗号化)',
  'PRIVATE KEY (PKCS#8) without a password': 'パスワードなしの PRIVATE KEY (PKCS#8)',
  'PUBLIC KEY, PRIVATE KEY or CERTIFICATE': 'PUBLIC KEY、PRIVATE KEY、CERTIFICATE のいずれか',
  'Padding (=) is left out in base64url': 'base64url ではパディング (=) を付けません',
  'Pass the token on byte for byte; do not decode and encode its parts.':
    'トークンはバイト単位でそのまま渡し、各部をデコードして作り直さないでください。',
  'Paste a compact token, or a JSON serialisation with payload and signature.':
    'コンパクト形式のトークンか、ペイロードと署名のある JSON 形式を貼り付けてください。',
  'Paste the token alone.': 'トークンだけを貼り付けてください。',
  'Pin the key to its asymmetric algorithm, and refuse HS* with it.':
    '鍵を非対称アルゴリズムに固定し、HS* での使用を拒否してください。',
  'Prove with the key that the token was asked for with; else somebody else is using the token.':
    'トークンを要求したときの鍵で証明してください。そうでなければ、他人がトークンを使っています。',
  'Put a whole public JWK into the header.': '完全な公開 JWK をヘッダーに入れてください。',
  'Put the public half here; replace the key if anybody else has seen this file.':
    'ここには公開側を入れてください。他人がこのファイルを見たなら、鍵を交換してください。',
  'Put the public key of the client into the header as jwk.':
    'クライアントの公開鍵を jwk としてヘッダーに入れてください。',
  'PyJWT has no ML-DSA, and knows Ed25519 by its name EdDSA alone.':
    'PyJWT には ML-DSA がなく、Ed25519 は EdDSA という名前でのみ使えます。',
  'RSA1_5 is legacy and open to padding attacks (RFC 8725 §3.2): for inspection only.':
    'RSA1_5 は旧式で、パディング攻撃に弱いものです (RFC 8725 §3.2)。検査専用です。',
  'Read the secret from the environment.': 'シークレットは環境変数から読んでください。',
  'Refuse both: the {} belongs to another login.': '両方を拒否してください。{0} は別のログインのものです。',
  'Refuse it: disclosures were added, taken away or put in another order after the holder signed.':
    '拒否してください。保有者の署名後に開示情報が追加、削除、または並べ替えられています。',
  'Refuse the SD-JWT: what the disclosure says is not signed by the issuer.':
    'SD-JWT を拒否してください。開示情報の内容は発行者によって署名されていません。',
  'Refuse the SD-JWT; its issuer or whoever sent it has made a mistake.':
    'SD-JWT を拒否してください。発行者または送信者の誤りです。',
  'Refuse the key binding.': '鍵バインディングを拒否してください。',
  'Refuse the token.': 'トークンを拒否してください。',
  'Refuse the token: it is for another purpose.': 'トークンを拒否してください。別の用途のものです。',
  'Refuse the token: it is for somebody else.': 'トークンを拒否してください。別の相手向けのものです。',
  'Refuse the token: pin the key to its asymmetric algorithm, and do not accept HS* with it.':
    'トークンを拒否してください。鍵を非対称アルゴリズムに固定し、HS* を受け付けないでください。',
  'Replace + by - and / by _.': '+ を - に、/ を _ に置き換えてください。',
  'Replace it at once by random bytes.': '直ちにランダムなバイト列に置き換えてください。',
  'Replace the secret at once by random bytes, as many as the hash has, and sign with it from now on.':
    'シークレットを直ちにハッシュ長と同じ長さのランダムなバイト列に替え、以後それで署名してください。',
  'Say what aud must contain.': 'aud に必要な値を指定してください。',
  'Say what iss must be.': 'iss の値を指定してください。',
  'Say which one to keep, or write the token in the general serialisation.':
    'どれを残すか指定するか、general 形式で書いてください。',
  'Say which one to use.': 'どれを使うか指定してください。',
  'Send each disclosure once.': '開示情報はそれぞれ 1 回だけ送ってください。',
  'Send each member once; readers differ in which of the two they take.':
    '各メンバーは 1 回だけ送ってください。どちらを採るかは処理系で異なります。',
  'Send it in the Authorization header or in the body of a POST request.':
    'Authorization ヘッダーか POST リクエストの本文で送ってください。',
  'Send the access token; an ID token, logout token or proof is for another purpose.':
    'アクセストークンを送ってください。ID トークン、ログアウトトークン、プルーフは別の用途のものです。',
  'Send the disclosures as the issuer made them.': '開示情報は発行者が作ったとおりに送ってください。',
  'Send the public half only, and make a new key: this one is known now.':
    '公開側だけを送り、新しい鍵を作ってください。この鍵は知られてしまいました。',
  'Send the token exactly as it was issued.': 'トークンは発行されたとおりに送ってください。',
  'Send the token exactly as it was issued; paste it into the debugger to see the place.':
    'トークンは発行されたとおりに送ってください。デバッガーに貼り付けると場所がわかります。',
  'Set exp to minutes from iat.': 'exp を iat の数分後に設定してください。',
  'Set iss and sub to the client_id.': 'iss と sub を client_id にしてください。',
  'Set iss, and have verifiers bind each key to its issuer.':
    'iss を設定し、検証側で鍵を発行者に結び付けてください。',
  'Set jti to a random value.': 'jti にランダムな値を設定してください。',
  'Set the clock of the issuer by NTP.': '発行者の時計を NTP で合わせてください。',
  'Set typ, such as at+jwt, and have verifiers expect it.':
    'at+jwt などの typ を設定し、検証側で確認してください。',
  'Sign less.': '署名する量を減らしてください。',
  'Sign the token, and have every verifier pin the algorithm it accepts.':
    'トークンに署名し、検証側で受け付けるアルゴリズムを固定してください。',
  'Sign the token; a verifier that takes this one takes anything.':
    'トークンに署名してください。これを受け付ける検証側は何でも受け付けます。',
  'Sign with an asymmetric algorithm such as ES256.': 'ES256 などの非対称アルゴリズムで署名してください。',
  'Signet’s tests parse this code with Go, but do not run it: keyfunc was not to be had there. Its calls are those of its documentation.':
    'Signet のテストはこのコードを Go で構文解析しますが、実行はしていません (keyfunc が入手できなかったため)。呼び出しはドキュメントに従っています。',
  'Signet’s tests parse this code with Mono’s C# compiler, but do not compile or run it: there was no .NET and no Microsoft.IdentityModel. Its calls are those of its documentation.':
    'Signet のテストはこのコードを Mono の C# コンパイラーで構文解析しますが、コンパイルも実行もしていません (.NET と Microsoft.IdentityModel がなかったため)。呼び出しはドキュメントに従っています。',
  'Signet’s tests parse this code with the Java compiler, but do not run it: Nimbus was not to be had there. Its calls are those of its documentation.':
    'Signet のテストはこのコードを Java コンパイラーで構文解析しますが、実行はしていません (Nimbus が入手できなかったため)。呼び出しはドキュメントに従っています。',
  'Signet’s tests run this code {}, against good and bad tokens.':
    'Signet のテストはこのコードを、正しいトークンと不正なトークンで実行しています ({0})。',
  'Take it out of one of them.': 'どちらか一方から取り除いてください。',
  'Take out line breaks and blanks.': '改行と空白を取り除いてください。',
  'Take out the = signs.': '= を取り除いてください。',
  'Take the character out; it probably came with copying.':
    'この文字を取り除いてください。コピー時に混入したようです。',
  'Take the secret {}, here and wherever the token is verified.':
    'ここでも検証するすべての場所でも、シークレットを{0}使ってください。',
  'Take them out first; they are not signed.': '先に取り除いてください。署名されていません。',
  'Text follows after the end of the JSON value': 'JSON の値の後にテキストが続いています',
  'The HTTP method that this proof is for.': 'このプルーフの対象となる HTTP メソッド。',
  'The JSON serialisation has a member twice: {}.': 'JSON 形式に重複したメンバーがあります: {0}。',
  'The JWT processor of Nimbus has no EdDSA and no ML-DSA, and its ES256K needs a curve that Java no longer has.':
    'Nimbus の JWT プロセッサーには EdDSA も ML-DSA もなく、ES256K には Java から削除された曲線が必要です。',
  'The RSA key can be factored (ROCA, CVE-2017-15361), so that anybody may have signed.':
    'この RSA 鍵は素因数分解でき (ROCA, CVE-2017-15361)、誰でも署名できた可能性があります。',
  'The RSA key has a public exponent with which anybody can forge signatures.':
    'この RSA 鍵の公開指数では、誰でも署名を偽造できます。',
  'The RSA key has {} bits and needs 2048 or more (RFC 7518 §3.3): for inspection only.':
    'RSA 鍵は {0} ビットですが、2048 ビット以上が必要です (RFC 7518 §3.3)。検査専用です。',
  'The RSA key has {} bits and needs 2048 or more (RFC 7518 §4.3): for inspection only.':
    'RSA 鍵は {0} ビットですが、2048 ビット以上が必要です (RFC 7518 §4.3)。検査専用です。',
  'The RSA key has {} bits; {} are the least that is safe.':
    'RSA 鍵は {0} ビットですが、安全なのは {1} ビット以上です。',
  'The SD-JWT has more disclosures than are read': 'SD-JWT の開示情報が読み取れる数を超えています',
  'The SD-JWT has no such disclosure': 'SD-JWT にそのような開示情報はありません',
  'The SHA-1 thumbprint of the certificate.': '証明書の SHA-1 サムプリント。',
  'The SHA-256 thumbprint of the certificate.': '証明書の SHA-256 サムプリント。',
  'The access token is bound to no key (cnf.jkt), so that it works without any proof.':
    'アクセストークンが鍵に結び付いておらず (cnf.jkt)、プルーフなしで使えます。',
  'The access token is bound to the key {}, the proof is made with {}.':
    'アクセストークンは鍵 {0} に結び付いていますが、プルーフは {1} で作られています。',
  'The address of a page about the person.': '本人に関するページのアドレス。',
  'The address of a picture of the person.': '本人の画像のアドレス。',
  'The address of the person’s web site.': '本人のウェブサイトのアドレス。',
  'The address that the message is for.': 'メッセージの宛先アドレス。',
  'The address that this proof is for.': 'このプルーフの対象となるアドレス。',
  'The algorithm of the signature or of the key encryption.': '署名または鍵の暗号化のアルゴリズム。',
  'The algorithm of the token needs {}; this is {}.':
    'トークンのアルゴリズムには{0}が必要ですが、これは{1}です。',
  'The algorithm that encrypts the content.': '内容を暗号化するアルゴリズム。',
  'The application the token was issued to.': 'トークンの発行先のアプリケーション。',
  'The assertion can be used for more than an hour; whoever sees it can be the client.':
    'このアサーションは 1 時間以上使えます。見た人は誰でもクライアントになりすませます。',
  'The audience is not known, so that tokens for other services would pass.':
    '受信者が指定されていないため、他のサービス向けのトークンも通ってしまいます。',
  'The authentication tag of the key encryption.': '鍵の暗号化の認証タグ。',
  'The casual name.': 'ニックネーム。',
  'The certificate begins {}.': '証明書の有効期間の開始: {0}。',
  'The certificate chain of the key.': '鍵の証明書チェーン。',
  'The certificate ended {}.': '証明書の期限切れ: {0}。',
  'The claim {} is not a time.': 'クレーム {0} は時刻ではありません。',
  'The claim {} is not of the kind it must be.': 'クレーム {0} の型が正しくありません。',
  'The compact form has no place for an unprotected header.':
    'コンパクト形式には非保護ヘッダーを置けません。',
  'The compact serialisation has no place for additional authenticated data.':
    'コンパクト形式には追加認証データを置けません。',
  'The compact serialisation holds protected headers only, and this token has another.':
    'コンパクト形式には保護ヘッダーしか置けませんが、このトークンには別のヘッダーがあります。',
  'The compressed content is larger than is read here.':
    '圧縮された内容が、ここで読み取れる大きさを超えています。',
  'The date of birth.': '生年月日。',
  'The disclosures stand beside the first signature': '開示情報は最初の署名の横にあります',
  'The e-mail address; not an identifier, as it may change hands.':
    'メールアドレス。持ち主が変わり得るので、識別子ではありません。',
  'The family names.': '姓。',
  'The full name.': '氏名。',
  'The gender.': '性別。',
  'The given names.': '名。',
  'The groups of the subject.': '主体の所属グループ。',
  'The hash of the SD-JWT is not known here': 'SD-JWT のハッシュはここでは未知です',
  'The hash of the access token that this proof goes with.':
    'このプルーフと対になるアクセストークンのハッシュ。',
  'The hash of the digests, {}, is not known here.': 'ダイジェストのハッシュ {0} はここでは未知です。',
  'The hash of those digests.': 'それらのダイジェストのハッシュ。',
  'The header does not name an algorithm.': 'ヘッダーにアルゴリズムがありません。',
  'The header does not name {}': 'ヘッダーに {0} がありません',
  'The header has no typ, so that the token may be taken for one of another kind.':
    'ヘッダーに typ がなく、別の種類のトークンと取り違えられるおそれがあります。',
  'The header names an algorithm that is not known here.': 'ヘッダーのアルゴリズムはここでは未知です。',
  'The header names an algorithm, but the token is to go without a signature.':
    'ヘッダーにアルゴリズムがありますが、トークンは署名なしの指定です。',
  'The header names no algorithm.': 'ヘッダーにアルゴリズムがありません。',
  'The header promises a signature by {}, but there is none.':
    'ヘッダーは {0} の署名があるとしていますが、署名がありません。',
  'The header says alg {}: anybody can have written this token.':
    'ヘッダーの alg は {0} です。誰でもこのトークンを書けます。',
  'The header says that the token is not signed.': 'ヘッダーによると、トークンは署名されていません。',
  'The initialisation vector of the key encryption.': '鍵の暗号化の初期化ベクトル。',
  'The issuer bound the SD-JWT to another key (cnf) than the one that signed the key binding: a verifier refuses it.':
    '発行者はこの SD-JWT を、鍵バインディングに署名した鍵とは別の鍵（cnf）に結び付けています。検証者はこれを拒否します。',
  'The issuer bound the SD-JWT to no key (cnf), so that the key binding proves nothing.':
    '発行者が SD-JWT を鍵に結び付けておらず (cnf)、鍵バインディングは何も証明しません。',
  'The issuer is not known, so that tokens of any issuer would pass.':
    '発行者が指定されていないため、どの発行者のトークンも通ってしまいます。',
  'The key binding token is not of type kb+jwt.': '鍵バインディングトークンの型が kb+jwt ではありません。',
  'The key binding token needs {}; there is none.':
    '鍵バインディングトークンには {0} が必要ですが、ありません。',
  'The key binding was made for other disclosures: sd_hash is not the hash of what stands before it.':
    '鍵バインディングは別の開示情報のものです。sd_hash が前にある内容のハッシュと異なります。',
  'The key cannot sign with {}.': 'この鍵では {0} で署名できません。',
  'The key identifier in the header is not text.': 'ヘッダーの鍵識別子がテキストではありません。',
  'The key is a public one, and the token asks for {}: as a secret, anybody has it.':
    '鍵は公開鍵ですが、トークンは {0} を求めています。シークレットとしては誰でも持っています。',
  'The key is encrypted in a way that is not read here.': '鍵の暗号化方式に対応していません。',
  'The key is encrypted with RSA1_5, which padding attacks break.':
    '鍵は RSA1_5 で暗号化されており、パディング攻撃で破られます。',
  'The key is for an algorithm that is not accepted here.': 'この鍵のアルゴリズムはここでは受け付けません。',
  'The key is not of the kind that {} needs.': '鍵の種類が {0} に合いません。',
  'The key is too short for {}.': '鍵が {0} には短すぎます。',
  'The key of the proof lacks members.': 'プルーフの鍵にメンバーが足りません。',
  'The key says that it is for another algorithm than the token names.':
    '鍵が指定するアルゴリズムは、トークンのものと異なります。',
  'The key says that it is for another algorithm.': '鍵が別のアルゴリズム用に指定されています。',
  'The key says that it is for something else ({}): for inspection only.':
    '鍵は別の用途 ({0}) だと示しています：調査用のみです。',
  'The key says that it is not for encryption.': '鍵の用途が暗号化ではありません。',
  'The key says that it is not for signatures.': '鍵の用途が署名ではありません。',
  'The key set has no key of this name.': '鍵セットにこの名前の鍵がありません。',
  'The key set holds more keys than are read.': '鍵セットの鍵が読み取れる数を超えています。',
  'The key that whoever presents the token must prove to have.': 'トークンの提示者が、所持を証明すべき鍵。',
  'The key to verify with is the private one.': '検証用の鍵が秘密鍵になっています。',
  'The kid has {} characters, which no key id needs.':
    'kid が {0} 文字あります。鍵の識別子としては長すぎます。',
  'The kid looks like {}, not like the name of a key.': 'kid が鍵の名前ではなく{0}のように見えます。',
  'The kid of the token is not the kid of the key.': 'トークンの kid が鍵の kid と異なります。',
  'The kind of content; JWT means that another token is inside.':
    '内容の種類。JWT なら、中に別のトークンがあります。',
  'The kind of token.': 'トークンの種類。',
  'The language and region.': '言語と地域。',
  'The last character carries bits that belong to no byte, so other texts decode to the same bytes':
    '最後の文字に、どのバイトにも属さないビットがあり、別のテキストからも同じバイト列になります',
  'The list of critical extensions in the header is not one.':
    'ヘッダーのクリティカル拡張のリストが正しくありません。',
  'The member {} is no object': 'メンバー {0} がオブジェクトではありません',
  'The member {} is not text': 'メンバー {0} がテキストではありません',
  'The member {} of the JSON serialisation is not {}.': 'JSON 形式のメンバー {0} が{1}ではありません。',
  'The middle names.': 'ミドルネーム。',
  'The modulus has the fingerprint of ROCA: the private key can be computed from the public one.':
    'モジュラスに ROCA の特徴があり、公開鍵から秘密鍵を計算できます。',
  'The modulus is even, so that it is factored already.':
    'モジュラスが偶数なので、すでに素因数分解されています。',
  'The name of a member should stand here, in double quotes':
    'ここにはメンバー名を二重引用符で囲んで書きます',
  'The name the person likes to be called by; may change.': '本人が望む呼び名。変わることがあります。',
  'The password does not open this key.': 'このパスワードでは鍵を開けません。',
  'The payload is detached already': 'ペイロードはすでに切り離されています',
  'The payload is larger than is signed here.': 'ペイロードが、ここで署名できる大きさを超えています。',
  'The payload is not encoded (b64: false) and holds what a compact token cannot.':
    'ペイロードがエンコードされておらず (b64: false)、コンパクト形式に置けない文字を含みます。',
  'The payload is signed unencoded (b64 false), but crit does not say so: readers will differ.':
    'ペイロードはエンコードせずに署名されています (b64 false) が、crit にありません。処理系によって結果が異なります。',
  'The payload of an SD-JWT stays in it': 'SD-JWT のペイロードは中に残ります',
  'The postal address.': '住所。',
  'The private key is encrypted with a password.': '秘密鍵がパスワードで暗号化されています。',
  'The proof does not bring its public key (jwk).': 'プルーフに公開鍵 (jwk) がありません。',
  'The proof gives its private key away.': 'プルーフが秘密鍵を漏らしています。',
  'The proof is for {}, the request went to {}.': 'プルーフの対象は {0} ですが、リクエスト先は {1} です。',
  'The proof is {} s old.': 'プルーフは {0} 秒前のものです。',
  'The proof was made {} s in the future.': 'プルーフの作成時刻が {0} 秒未来です。',
  'The public exponent is 1 or even: anybody can forge signatures.':
    '公開指数が 1 または偶数です。誰でも署名を偽造できます。',
  'The public exponent is 3, which careless padding checks have fallen to.':
    '公開指数が 3 です。不注意なパディング検査が破られた例があります。',
  'The roles of the subject.': '主体のロール。',
  'The salt for turning a password into a key.': 'パスワードから鍵を作るためのソルト。',
  'The same digest stands in more than one place.': '同じダイジェストが複数の場所にあります。',
  'The same disclosure was sent more than once.': '同じ開示情報が複数回送られています。',
  'The secret has {} bits; HS256 needs {}, HS512 twice as many.':
    'シークレットは {0} ビットですが、HS256 には {1} ビット、HS512 にはその 2 倍が必要です。',
  'The secret has {} bits; {} needs {} or more (RFC 7518 §3.2).':
    'シークレットは {0} ビットですが、{1} には {2} ビット以上が必要です (RFC 7518 §3.2)。',
  'The secret has {} bits; {} needs {} or more.':
    'シークレットは {0} ビットですが、{1} には {2} ビット以上が必要です。',
  'The secret stands in lists that attackers try first.':
    'このシークレットは、攻撃者が最初に試すリストに載っています。',
  'The sender’s public key for this one message.': 'このメッセージ限りの送信者の公開鍵。',
  'The session; ending it ends the token.': 'セッション。終了するとトークンも無効になります。',
  'The signature algorithm is not one that this key may use.':
    'この署名アルゴリズムは、この鍵では使えません。',
  'The signature algorithm of the token is not supported here.':
    'トークンの署名アルゴリズムには対応していません。',
  'The signature does not match the token.': '署名がトークンと一致しません。',
  'The signature is right for the same JSON with other white space: the payload was written anew after signing.':
    '空白の異なる同じ JSON に対しては署名が正しいため、署名後にペイロードが書き直されています。',
  'Copy the token alone: what stood behind it came along.':
    'トークンだけをコピーしてください。後ろにあったものまで付いてきています。',
  'Copy the whole token: its last {} characters are probably missing. Else it was signed with another key or algorithm.':
    'トークン全体をコピーしてください。末尾の {0} 文字が欠けているようです。そうでなければ、別の鍵またはアルゴリズムで署名されています。',
  'Have the signer encode the bytes of the signature, not a text of them.':
    '署名側で、署名のテキスト表現ではなくバイト列をエンコードしてください。',
  'Have the signer write its numbers at full length: libraries for big numbers leave out zeros in front, or add one for the sign.':
    '署名側で数値を全桁で書いてください。多倍長整数のライブラリは先頭のゼロを省いたり、符号用に 1 つ足したりします。',
  'The signature is right as far as it goes, but its end is missing: {} of {} bytes, {} characters.':
    '署名はある部分までは正しいのですが、末尾がありません。{1} バイト中 {0} バイト、{2} 文字が欠けています。',
  'The signature is right in its first {} bytes; {} more stand behind it.':
    '署名は先頭の {0} バイトが正しく、その後ろに {1} バイト余分にあります。',
  'The signature is right once the zeros in front of {} are as many as they must be: it has {} bytes in place of {}.':
    '{0} の前のゼロの数を正しくすれば署名は正しくなります。{2} バイトのところ {1} バイトです。',
  'The signature is right, but written as the text of its {} before it was written as base64url.':
    '署名は正しいのですが、base64url にする前に {0} のテキストとして書かれています。',
  'The token was signed with another key or algorithm, or {} characters were appended to it.':
    'トークンは別の鍵かアルゴリズムで署名されたか、{0} 文字が付け足されています。',
  'the number': '数値',
  'The signature is right, but written as ASN.1 DER where a JWS has its two halves side by side.':
    '署名は正しいのですが、JWS では 2 つの値を並べるべきところが ASN.1 DER になっています。',
  'The signature stands, but a JWT must not use b64: false.':
    '署名は正しいのですが、JWT で b64: false は使えません。',
  'The signature verifies as {}, which is not the algorithm that the header names.':
    '署名は {0} として検証できますが、ヘッダーのアルゴリズムと異なります。',
  'The signature verifies when the secret is taken {}.': 'シークレットを{0}使うと署名を検証できます。',
  'The signature verifies with the key {}, but the token names the key {}.':
    '署名は鍵 {0} で検証できますが、トークンは鍵 {1} を指定しています。',
  'The signature verifies with this key, but the key is marked for something else: {}.':
    '署名はこの鍵で検証できますが、鍵は別の用途に指定されています: {0}。',
  'The signatures disagree about b64.': '署名の間で b64 が一致しません。',
  'The telephone number.': '電話番号。',
  'The text begins like JSON and is none: at character {}, {}.':
    'JSON のように始まりますが、JSON ではありません ({0} 文字目): {1}。',
  'The text ends inside a string': 'テキストが文字列の途中で終わっています',
  'The text ends where a value should stand': '値があるべき場所でテキストが終わっています',
  'The text has {} characters; up to {} are read here.':
    'テキストは {0} 文字ですが、ここで読めるのは {1} 文字までです。',
  'The time zone.': 'タイムゾーン。',
  'The token begins like a JSON serialisation and is none':
    'トークンは JSON シリアライズ形式のように始まりますが、そうではありません',
  'The token brings {}; a verifier that follows it lets anybody sign.':
    'トークンに{0}が含まれています。これに従う検証側では、誰でも署名できてしまいます。',
  'The token came in an address, which ends in logs, histories and Referer headers.':
    'トークンがアドレスに入っていました。アドレスはログ、履歴、Referer ヘッダーに残ります。',
  'The token cannot be decrypted with this key.': 'この鍵ではトークンを復号できません。',
  'The token comes from another issuer.': 'トークンは別の発行者のものです。',
  'The token demands an extension that is not understood here, so it must be refused.':
    'トークンがここでは理解できない拡張を要求しているため、拒否しなければなりません。',
  'The token does not have three segments': 'トークンが 3 つの部分からなっていません',
  'The token does not say who issued it (iss), so that a key of another issuer may fit.':
    'トークンに発行者 (iss) がなく、別の発行者の鍵でも通るおそれがあります。',
  'The token does not say whom it is for (aud), so that every service that trusts the issuer takes it.':
    'トークンに受信者 (aud) がなく、発行者を信頼するすべてのサービスが受け付けます。',
  'The token expired {}.': 'トークンの期限切れ: {0}。',
  'The token has a payload already': 'トークンにはすでにペイロードがあります',
  'The token has expired.': 'トークンの有効期限が切れています。',
  'The token has five segments, so it is encrypted (JWE).':
    'トークンが 5 つの部分からなるので、暗号化されています (JWE)。',
  'The token has members that no serialisation knows, and that would be lost.':
    'トークンに、どの形式にもないメンバーがあり、失われてしまいます。',
  'The token has more {} than are read': 'トークンの {0} が読み取れる数を超えています',
  'The token has no identifier (jti), so that it cannot be revoked or recognised one by one.':
    'トークンに識別子 (jti) がなく、個別に失効させたり見分けたりできません。',
  'The token has no recipient': 'トークンに受信者がありません',
  'The token has no signature.': 'トークンに署名がありません。',
  'The token has no such entry among its {}.': 'トークンの {0} にそのような項目はありません。',
  'The token is encrypted (JWE).': 'トークンは暗号化されています (JWE)。',
  'The token is for several audiences and does not say to which application it was issued (azp).':
    'トークンの受信者が複数あり、どのアプリケーションに発行されたか (azp) が示されていません。',
  'The token is larger than is read here.': 'トークンが、ここで読み取れる大きさを超えています。',
  'The token is meant for another audience.': 'トークンは別の受信者向けです。',
  'The token is neither text nor a JSON object': 'トークンがテキストでも JSON オブジェクトでもありません',
  'The token is never valid: it begins (nbf) after it ends (exp).':
    'トークンは有効になることがありません。開始 (nbf) が終了 (exp) より後です。',
  'The token is no compact JWE': 'トークンがコンパクト形式の JWE ではありません',
  'The token is not signed.': 'トークンは署名されていません。',
  'The token is not valid yet.': 'トークンはまだ有効ではありません。',
  'The token is of another type.': 'トークンの種類が異なります。',
  'The token is signed with a secret that stands in lists: anybody can sign such tokens.':
    'トークンは、リストに載っているシークレットで署名されています。誰でも同じように署名できます。',
  'The token is valid from {} only.': 'トークンが有効になる時刻: {0}。',
  'The token lacks something that its algorithm needs': 'アルゴリズムに必要なものがトークンにありません',
  'The token lacks the claim {}.': 'トークンにクレーム {0} がありません。',
  'The token lives for {}; whoever steals it has it for as long.':
    'トークンの寿命は {0} です。盗んだ人も同じ期間使えます。',
  'The token mixes the flattened and the general form':
    'トークンに flattened 形式と general 形式が混在しています',
  'The token names another algorithm than the one to accept.':
    'トークンのアルゴリズムが、受け付けるものと異なります。',
  'The token names another key management algorithm than the one to accept.':
    'トークンの鍵管理アルゴリズムが、受け付けるものと異なります。',
  'The token names neither a session (sid) nor a subject (sub), so that nobody can be logged out.':
    'トークンにセッション (sid) も主体 (sub) もなく、誰もログアウトできません。',
  'The token never expires: there is no exp.': 'トークンに exp がなく、期限が切れません。',
  'The token says that it is issued {}.': 'トークンに書かれた発行時刻: {0}。',
  'The token says that it is not signed.': 'トークンは署名されていないと示しています。',
  'The token says that it is not signed: anybody can have written it.':
    'トークンは署名されていないと示しています。誰でも書けます。',
  'The token says that its payload is not base64url, and does not say so where it counts.':
    'トークンは、ペイロードが base64url ではないと示していますが、示すべき場所にありません。',
  'The token says that its payload is not base64url, which is not accepted here.':
    'トークンは、ペイロードが base64url ではないと示していますが、ここでは受け付けません。',
  'The token was issued {} s in the future.': 'トークンの発行時刻が {0} 秒未来です。',
  'The token was signed with the text of the public key as a shared secret. Anybody who has that key can do this.':
    'トークンは、公開鍵のテキストを共有シークレットとして署名されています。その鍵を持つ人なら誰でもできます。',
  'The token’s own identifier; the same one twice may be a replay.':
    'トークン自身の識別子。同じものが 2 度現れたら、リプレイの可能性があります。',
  'The transaction that the event belongs to.': 'イベントが属するトランザクション。',
  'The type of a verifiable credential.': '検証可能なクレデンシャルの種類。',
  'The unprotected header is no object': '非保護ヘッダーがオブジェクトではありません',
  'The zip parameter is not protected': 'zip パラメーターが保護されていません',
  'The {} cannot stand in a program: it is empty, too long or holds half a character.':
    '{0} はプログラムに書けません。空か、長すぎるか、不完全な文字を含みます。',
  'The {} has a member twice': 'メンバーが重複しています: {0}',
  'The {} is JSON, but not an object: it is of kind {}.':
    '{0}は JSON ですが、オブジェクトではなく {1} です。',
  'The {} is not JSON': '{0}が JSON ではありません',
  'The {} is not JSON: at character {} of its text, {}.': '{0}が JSON ではありません ({1} 文字目): {2}。',
  'The {} is not UTF-8': '{0}が UTF-8 ではありません',
  'The {} is not a JSON object': '{0}が JSON オブジェクトではありません',
  'The {} is not base64url at character {}: {}.': '{0}が base64url ではありません ({1} 文字目): {2}。',
  'The {} is not canonical base64url': '{0}が正規の base64url ではありません',
  'The {} is not text: byte {} cannot stand there in UTF-8.':
    '{0}がテキストではありません。{1} バイト目は UTF-8 として不正です。',
  'The {} of the token holds more values than are read here.':
    'トークンの {0} には、ここで読み取れる数を超える値があります。',
  'The {} of the token is not supported here, so nothing was decrypted.':
    'トークンの {0} に対応していないため、何も復号していません。',
  'The {} serialisation has room for one of the {} {} of this token.':
    '{0} 形式に置けるのは、このトークンの {1} 個の {2} のうち 1 つだけです。',
  'There are more than {} values': '値が {0} 個を超えています',
  'There is no {}, so that nothing ties the ID token to the {} it came with.':
    '{0} がなく、ID トークンと一緒に届いた{1}との結び付きがありません。',
  'This character is not in the base64url alphabet (A–Z, a–z, 0–9, - and _)':
    'この文字は base64url の文字 (A–Z、a–z、0–9、-、_) ではありません',
  'This escape is not one that JSON knows': 'JSON にないエスケープです',
  'This form of PEM is not read here.': 'この形式の PEM には対応していません。',
  'This form of a token has another number of signatures.': 'この形式のトークンとは署名の数が異なります。',
  'This is JSON, but no token: it has neither a signature nor a ciphertext.':
    'JSON ですが、署名も暗号文もなく、トークンではありません。',
  'The secret is the text of an asymmetric key: whoever has its public half can sign.':
    'このシークレットは非対称鍵のテキストです。公開鍵を持つ者なら誰でも署名できます。',
  'This is a {} file, not a secret.': 'これは {0} ファイルで、シークレットではありません。',
  'This is a public key; decrypting needs the private one.': 'これは公開鍵です。復号には秘密鍵が必要です。',
  'This is a public key; signing needs the private one.': 'これは公開鍵です。署名には秘密鍵が必要です。',
  'This is no SD-JWT': 'これは SD-JWT ではありません',
  'This is no name of an environment variable.': '環境変数の名前ではありません。',
  'This is no {} that can be read.': '{0}として読み取れません。',
  'This is not JSON': 'JSON ではありません',
  'This is plain base64; base64url writes - for + and _ for /':
    'これは通常の base64 です。base64url では + を -、/ を _ と書きます',
  'This key can sign, and stands where a public key belongs.':
    '署名できる鍵が、公開鍵を置くべき場所にあります。',
  'This payload cannot stand in the token as it is.': 'このペイロードはそのままではトークンに置けません。',
  'This runtime cannot encrypt with {}.': 'この実行環境では {0} で暗号化できません。',
  'This runtime cannot make a key for {}.': 'この実行環境では {0} の鍵を作れません。',
  'This runtime cannot sign with {}.': 'この実行環境では {0} で署名できません。',
  'This runtime cannot verify {}, so nothing is said about the signature.':
    'この実行環境では {0} を検証できないため、署名については判断しません。',
  'This runtime does not support what the token needs, so nothing was decrypted.':
    'この実行環境はトークンに必要な機能に対応していないため、何も復号していません。',
  'Ties a key binding token to the disclosed claims.':
    '鍵バインディングトークンを開示されたクレームに結び付けます。',
  'Ties an ID token to a state.': 'ID トークンを state に結び付けます。',
  'Ties an ID token to an access token.': 'ID トークンをアクセストークンに結び付けます。',
  'Ties an ID token to an authorisation code.': 'ID トークンを認可コードに結び付けます。',
  'Ties an ID token to the request that asked for it.':
    'ID トークンを、それを求めたリクエストに結び付けます。',
  'Try the password again, without a line end after it.':
    '末尾の改行を除いて、もう一度パスワードを試してください。',
  'Use 65537 for the next key.': '次の鍵では 65537 を使ってください。',
  'Use a longer key, such as RSA with 2048 bits.': '2048 ビットの RSA など、より長い鍵を使ってください。',
  'Use a newer browser or Node.js, or another key.':
    '新しいブラウザーか Node.js、または別の鍵を使ってください。',
  'Use a newer browser or Node.js.': '新しいブラウザーか Node.js を使ってください。',
  'Use a random secret of {} bytes or more.': '{0} バイト以上のランダムなシークレットを使ってください。',
  'Use a signed token.': '署名済みトークンを使ってください。',
  'Use a token from the issuer; an unsigned one can be written by anybody.':
    '発行者のトークンを使ってください。未署名のものは誰でも書けます。',
  'Use an RSA key of 2048 bits or more.': '2048 ビット以上の RSA 鍵を使ってください。',
  'Use random bytes, at least as many as the hash has.':
    'ハッシュ長以上のランダムなバイト列を使ってください。',
  'Use sha-256.': 'sha-256 を使ってください。',
  'Use the key that belongs to the issuer’s algorithm.': '発行者のアルゴリズムに合う鍵を使ってください。',
  'Use the key that was made for this algorithm, or name the algorithm of this key.':
    'このアルゴリズム用の鍵を使うか、この鍵のアルゴリズムを指定してください。',
  'Use the private half. It is kept by whoever issues the tokens.':
    '秘密鍵を使ってください。トークンの発行者が持っています。',
  'Use the private half. It is kept by whoever the token is for.':
    '秘密鍵を使ってください。トークンの受信者が持っています。',
  'Use the token as it was issued; if it was, it comes from another key than the one named.':
    'トークンを発行されたままの形で使ってください。そのままなら、指定と異なる鍵で署名されています。',
  'Wait until then; if that is now, one of the two clocks is wrong.':
    'その時刻まで待ってください。すでにその時刻なら、どちらかの時計がずれています。',
  'What happened, in a security event token.': 'セキュリティイベントトークンで、何が起きたか。',
  'What stands behind the last ~ is no key binding token':
    '最後の ~ の後が鍵バインディングトークンではありません',
  'What the subject is entitled to.': '主体に与えられた資格。',
  'What the token allows, in detail.': 'トークンが許可する内容の詳細。',
  'What the token allows, separated by spaces.': 'トークンが許可する内容。空白区切り。',
  'When the event happened.': 'イベントが起きた時刻。',
  'When the person last signed in.': '本人が最後にサインインした時刻。',
  'When the profile was last changed.': 'プロフィールの最終更新時刻。',
  'When the token was issued.': 'トークンの発行時刻。',
  'Where to ask whether the token was withdrawn.': 'トークンが失効したかどうかの問い合わせ先。',
  'Whether the issuer has made sure of the e-mail address.': '発行者がメールアドレスを確認済みかどうか。',
  'Whether the issuer has made sure of the telephone number.': '発行者が電話番号を確認済みかどうか。',
  'Whether the payload is base64url; false changes what is signed.':
    'ペイロードが base64url かどうか。false なら署名の対象が変わります。',
  'Which of the issuer’s keys was used.': '発行者のどの鍵を使ったか。',
  'White space stands inside the segment': 'セグメントの中に空白があります',
  'Who acts on behalf of the subject.': '主体に代わって行動する者。',
  'Who issued the token.': 'トークンの発行者。',
  'Who may act on behalf of the subject.': '主体に代わって行動してよい者。',
  'Whom or what the token is about.': 'トークンの対象となる人または物。',
  'Whom the token is meant for; everyone else must refuse it.':
    'トークンの受信者。それ以外は拒否しなければなりません。',
  'Write "alg": "none", or sign with a key.': '"alg": "none" と書くか、鍵で署名してください。',
  'Write aud as a text or a list of texts.': 'aud はテキストかテキストのリストで書いてください。',
  'Write it as a JSON number of seconds.': '秒数を JSON の数値で書いてください。',
  'Write it as a string.': '文字列で書いてください。',
  'Write scope as "read write".': 'scope は "read write" のように書いてください。',
  'Write seconds.': '秒で書いてください。',
  'Write the token in the flattened serialisation.': 'トークンを flattened 形式で書いてください。',
  'Write {} as a JSON number of seconds.': '{0} は秒数を JSON の数値で書いてください。',
  '`{}` again at character {}': '`{0}` が {1} 文字目にもあります',
  'a JSON {}': 'JSON の{0}',
  'a JWK set': 'JWK セット',
  'a JWK, a JWK set, PEM (PUBLIC KEY, PRIVATE KEY or CERTIFICATE) or a secret':
    'JWK、JWK セット、PEM (PUBLIC KEY、PRIVATE KEY、CERTIFICATE)、またはシークレット',
  'a JWK, a JWK set, PEM or {"secret", "encoding"}': 'JWK、JWK セット、PEM、または {"secret", "encoding"}',
  'a JWT with a payload in base64url': 'ペイロードが base64url の JWT',
  'a PEM key': 'PEM の鍵',
  'a byte order mark': 'バイト順マーク',
  'a dot': 'ドット',
  'a key for': '鍵:',
  'a key for {}': '{0} 用の鍵',
  'a key of type {}': '{0} 型の鍵',
  'a key of type {} for {}': '{1} 用の {0} 型の鍵',
  'a key of type {} {}': '{0} {1} 型の鍵',
  'a key on one of {}': '{0} のいずれかの曲線の鍵',
  'a key pair': '鍵ペア',
  'a key with room for the hash': 'ハッシュが収まる長さの鍵',
  'a list with at least one name, or no crit at all': '1 つ以上の名前のリスト、または crit なし',
  'a number from 1 to {}': '1 から {0} までの数',
  'a number of seconds since 1970-01-01T00:00:00Z': '1970-01-01T00:00:00Z からの秒数',
  'a password of one character or more': '1 文字以上のパスワード',
  'a password or secret': 'パスワードまたはシークレット',
  'a path through folders': 'フォルダーのパス',
  'a payload in UTF-8': 'UTF-8 のペイロード',
  'a piece of SQL': 'SQL の断片',
  'a private key': '秘密鍵',
  'a protected header only': '保護ヘッダーのみ',
  'a protected list that names each extension once, each in the protected header':
    '各拡張を 1 回だけ挙げ、すべて保護ヘッダーにある保護されたリスト',
  'a public key': '公開鍵',
  'a public key of type {}': '{0} 型の公開鍵',
  'a public key on the curve {}': '曲線 {0} の公開鍵',
  'a random secret': 'ランダムなシークレット',
  'a secret': '共有シークレット',
  'a secret of one byte or more': '1 バイト以上のシークレット',
  'a secret of {} bytes': '{0} バイトのシークレット',
  'a set of keys for': '鍵セット:',
  'a set of keys for {}': '{0} 用の鍵セット',
  'a shared secret': '共有シークレット',
  'a shell command': 'シェルコマンド',
  'a signature by the {} key that was given': '入力された {0} の鍵による署名',
  'a signature by {}': '{0} による署名',
  'a signature over other bytes or by another key': '別のバイト列または別の鍵による署名',
  'a signed token': '署名済みトークン',
  'a signed token (JWS)': '署名済みトークン (JWS)',
  'a signed token (JWS) of three segments': '3 つの部分からなる署名済みトークン (JWS)',
  'a string': '文字列',
  'a string or a list of strings': '文字列または文字列のリスト',
  'a text that was taken for a secret': 'シークレットと見なされたテキスト',
  'a token for another key, or one that was changed': '別の鍵用のトークン、または変更されたトークン',
  'a token of a trusted key': '信頼済みの鍵によるトークン',
  'a token that was encrypted for the {} key that was given': '入力された {0} の鍵向けに暗号化されたトークン',
  'a token with aad': 'aad のあるトークン',
  'a token with one of them, or the number of the one to keep (1 to {})':
    'そのうち 1 つを持つトークン、または残すものの番号 (1 から {0})',
  'a token without aad': 'aad のないトークン',
  'a trusted {} key': '信頼済みの {0} の鍵',
  'a type that may be used here': 'ここで使える種類',
  'a use before {}': '{0} より前の使用',
  'a use from {} on{}': '{0} 以降の使用{1}',
  'a value that is nested too deep to be shown': '入れ子が深すぎて表示できない値',
  'access token': 'アクセストークン',
  'alg is not protected by the signature (RFC 7515 §10.7).':
    'alg が署名で保護されていません (RFC 7515 §10.7)。',
  'an RSA key of 2048 bits or more': '2048 ビット以上の RSA 鍵',
  'an address': 'アドレス',
  'an address of certificates (x5u)': '証明書のアドレス (x5u)',
  'an address of keys (jku)': '鍵のアドレス (jku)',
  'an algorithm as text': 'テキストで書かれたアルゴリズム',
  'an algorithm that this runtime has': 'この実行環境にあるアルゴリズム',
  'an algorithm to sign with': '署名用のアルゴリズム',
  'an e-mail address': 'メールアドレス',
  'an element that is held back': '開示されていない要素',
  'an empty header': '空のヘッダー',
  'an empty list': '空のリスト',
  'an encrypted token (JWE)': '暗号化トークン (JWE)',
  'an encrypted token (JWE) of five segments': '5 つの部分からなる暗号化トークン (JWE)',
  'an object': 'オブジェクト',
  'an odd exponent of 3 or more, usually 65537': '3 以上の奇数の指数、通常は 65537',
  'an official number of a person': '個人の公的な番号',
  'another key': '別の鍵',
  array: '配列',
  'as base64': 'Base64 として',
  'as base64url': 'Base64url として',
  'as hexadecimal': '16 進として',
  'The RSA modulus is even and so factored already: anybody may have signed.':
    'RSA の法が偶数であり、すでに素因数分解されています。誰でも署名できた可能性があります。',
  'The private half of this RSA key can be computed from the public one, so that anybody may sign.':
    'この RSA 鍵の秘密鍵は公開鍵から計算できるため、誰でも署名できます。',
  'a modulus of two secret primes': '秘密の素数 2 つからなる法',
  'a modulus with the fingerprint of ROCA': 'ROCA の特徴を持つ法',
  'an even modulus': '偶数の法',
  'as text with U+FFFD for what is no UTF-8': 'UTF-8 でない部分を U+FFFD に置き換えたテキストとして',
  'as the bytes of its file': 'ファイルのバイト列として',
  'as the text of its base64': 'その base64 のテキストとして',
  'as the text of its base64url': 'その base64url のテキストとして',
  'the bytes of an asymmetric key': '非対称鍵のバイト列',
  'without the line break at its end': '末尾の改行を除いて',
  'at character {} of the {}: {}': '{1}の {0} 文字目: {2}',
  'at character {}: {}': '{0} 文字目: {1}',
  'at least {} bits': '{0} ビット以上',
  'at most {}': '最大 {0}',
  'at most {} bytes': '最大 {0} バイト',
  'at most {} iterations': '最大 {0} 回の反復',
  'at most {} keys': '最大 {0} 個の鍵',
  'at most {} paths': '最大 {0} 個のパス',
  'at most {} values, lists and objects included': 'リストとオブジェクトを含めて {0} 個までの値',
  'at most {} rounds of PBKDF2': 'PBKDF2 最大 {0} 回',
  'ath is not the hash of the access token that was given.':
    'ath が、入力されたアクセストークンのハッシュと異なります。',
  'aud is {} and does not name {}.': 'aud は {0} で、{1} が含まれていません。',
  'aud is {}, which is neither a text nor a list of texts.':
    'aud は {0} で、テキストでもテキストのリストでもありません。',
  'authorisation code': '認可コード',
  'b64 false': 'b64 false',
  'b64 true or false, and named in crit when false': 'b64 は true か false。false なら crit に記載',
  'base64url without padding or white space': 'パディングも空白もない base64url',
  'claims nested at most {} levels deep': '入れ子が {0} 段以内のクレーム',
  'claims of other names': '別の名前のクレーム',
  'claims: {}': 'クレーム: {0}',
  'client assertion': 'クライアントアサーション',
  'control characters': '制御文字',
  'each member once': '各メンバーは 1 回',
  'each parameter in one of the two headers': '各パラメーターはどちらか一方のヘッダーに',
  'encrypted token (JWE)': '暗号化トークン (JWE)',
  'events does not hold the logout event {} with an object.':
    'events に、オブジェクトを値とするログアウトイベント {0} がありません。',
  'every header parameter in the protected header': 'すべてのパラメーターは保護ヘッダーに',
  'five segments, separated by dots': 'ドットで区切られた 5 つの部分',
  'from {} to {}': '{0} から {1} まで',
  header: 'ヘッダー',
  'htu is {}, which is no address.': 'htu は {0} で、アドレスではありません。',
  'iat is no number.': 'iat が数値ではありません。',
  'in {}': '{0}後',
  'iss is {} and sub is {}; a client speaks for itself, so both are its id.':
    'iss は {0}、sub は {1} です。クライアントは自身について述べるので、両方とも自身の ID になります。',
  'its own certificates (x5c)': '自身の証明書 (x5c)',
  'its own key (jwk)': '自身の鍵 (jwk)',
  key: '鍵',
  'key for {}': '{0} の鍵',
  'key of a kind that JWK knows': 'JWK にある種類の鍵',
  'key of a kind that is known here': '既知の種類の鍵',
  'Give the key alone: one PEM, JWK or key set.':
    '鍵だけを指定してください：PEM、JWK、または鍵セットを 1 つ。',
  'key on {}': '{0} の鍵',
  'key_ops with verify or sign, or none': 'verify か sign を含む key_ops、または指定なし',
  'line breaks and blanks inside the token': 'トークン内の改行と空白',
  literal: 'true、false または null',
  'logout token': 'ログアウトトークン',
  'more than five segments': '6 つ以上の部分',
  'no audience is accepted': '受け付ける受信者なし',
  'no b64 parameter': 'b64 パラメーターなし',
  'no critical extension but b64': 'b64 以外のクリティカル拡張なし',
  'no critical extensions': 'クリティカル拡張なし',
  'no issuer is accepted': '受け付ける発行者なし',
  'no kid': 'kid なし',
  'no typ': 'typ なし',
  'none of {}': '{0} のいずれでもない',
  'not protected: {}': '保護なし: {0}',
  'nothing, or a compact JWS of type kb+jwt': 'なし、または kb+jwt 型のコンパクト JWS',
  now: '現在',
  number: '数値',
  'one key of the holder, in the claims or beside them': '保有者の鍵 1 つ (クレーム内またはその横)',
  'one of {}': '{0} のいずれか',
  'one payload, in the token or beside it': 'ペイロード 1 つ (トークン内またはその横)',
  'one signature; in the general form up to {}': '署名 1 つ。general 形式では最大 {0}',
  'one without kid': 'kid のないもの',
  password: 'パスワード',
  payload: 'ペイロード',
  'percent-encoding': 'パーセントエンコーディング',
  'printable ASCII without a dot': 'ドットを除く印字可能な ASCII',
  'printable ASCII without a full stop': 'ピリオドを除く印字可能な ASCII',
  'private key for {}': '{0} の秘密鍵',
  'private key on {}': '{0} の秘密鍵',
  'public key for {}': '{0} の公開鍵',
  'public keys only': '公開鍵のみ',
  quotes: '引用符',
  'scope is not one text of words with a blank between them.':
    'scope が、空白 1 つで区切られた単語のテキストではありません。',
  secret: 'シークレット',
  'secret in {}': '{0} 形式のシークレット',
  'secret of {} bits': '{0} ビットのシークレット',
  'security event token': 'セキュリティイベントトークン',
  signature: '署名',
  'single key': '単一の鍵',
  'something else': '別のもの',
  string: '文字列',
  'text that is no token': 'トークンではないテキスト',
  'text with a PEM header': 'PEM の見出し行があるテキスト',
  'the address': 'アドレス',
  'the address or parameters around the token': 'トークンの周囲のアドレスまたはパラメーター',
  'the character U+{}': '文字 U+{0}',
  'the claim {}': 'クレーム {0}',
  'the disclosures of an SD-JWT': 'SD-JWT の開示情報',
  'the kid of one of them: {}': 'そのいずれかの kid: {0}',
  'the members of RFC 7515 §7.2 or RFC 7516 §7.2 alone': 'RFC 7515 §7.2 または RFC 7516 §7.2 のメンバーのみ',
  'the name of the Authorization header': 'Authorization ヘッダーの名前',
  'the password that it was encrypted with': '暗号化に使われたパスワード',
  'the path of a claim or an element that is there': '存在するクレームまたは要素のパス',
  'the same b64 in every protected header': 'すべての保護ヘッダーで同じ b64',
  'the signature of another key of the set{}': 'セット内の別の鍵による署名{0}',
  'the token response around the token': 'トークンの周囲のトークンレスポンス',
  'the word Bearer': 'Bearer という語',
  'the word DPoP': 'DPoP という語',
  'there is no typ': 'typ がありません',
  'three segments, separated by dots': 'ドットで区切られた 3 つの部分',
  'three segments: it is signed, not encrypted': '3 つの部分: 署名済みで、暗号化されていません',
  'token without a signature': '署名のないトークン',
  'typ is {}': 'typ は {0} です',
  'typ must be {}; {}.': 'typ は {0} でなければなりません。{1}。',
  unsigned: '署名なし',
  'use enc and key_ops to decrypt, or none': 'use enc と復号用の key_ops、または指定なし',
  'use sig, or none': 'use sig、または指定なし',
  'used at {}': '{0} に使用',
  'what looks like a card number': 'カード番号らしいもの',
  'what looks like an access key of a cloud or code host':
    'クラウドやコードホスティングのアクセスキーらしいもの',
  'white space around the token': 'トークンの前後の空白',
  'with \\n turned into line breaks': '\\n を改行として',
  'with a Windows line break at its end': '末尾に Windows の改行を付けて',
  'with a line break at its end': '末尾に改行を付けて',
  'with its percent-encoding undone': 'パーセントエンコーディングを解いて',
  'without its byte order mark': 'バイト順マークを除いて',
  'without the quotes around it': '引用符を除いて',
  'without the white space around it': '前後の空白を除いて',
  'zip with {}': '{0} の zip',
  '{} (give or take {} s)': '{0} (± {1} 秒)',
  '{} Found: {}.': '{0} 検出: {1}。',
  '{} ago': '{0}前',
  '{} and again {}': '{0} と、さらに {1}',
  '{} and {}': '{0}、{1}',
  '{} and {} more': '{0} ほか {1} 件',
  '{} bits': '{0} ビット',
  '{} bytes': '{0} バイト',
  '{} bytes for {}': '{1} では {0} バイト',
  '{} bytes that begin like ASN.1 DER': 'ASN.1 DER のように始まる {0} バイト',
  '{} day': '{0} 日',
  '{} days': '{0} 日',
  '{} for {}': '{1} 用の{0}',
  '{} h': '{0} 時間',
  '{} holds a number that many programs cannot keep exactly.':
    '{0} に、多くのプログラムでは正確に保持できない数があります。',
  '{} holds {}; a signed token can be read by everybody who sees it.':
    '{0} に{1}があります。署名済みトークンは、見た人なら誰でも読めます。',
  '{} is in milliseconds; read as seconds it is thousands of years away.':
    '{0} はミリ秒です。秒として読むと数千年先になります。',
  '{} is in milliseconds; verifiers read it as seconds, thousands of years away.':
    '{0} はミリ秒です。検証側は秒として読むため、数千年先になります。',
  '{} is no number.': '{0} が数値ではありません。',
  '{} is not a number of seconds, so it is no time.': '{0} は秒数ではないので、時刻ではありません。',
  '{} is not a number, so it is no time.': '{0} は数値ではないので、時刻ではありません。',
  '{} is verified with a public key; a secret is for HS256, HS384 and HS512.':
    '{0} は公開鍵で検証します。シークレットは HS256、HS384、HS512 用です。',
  '{} is {}; of the {} given it is {}.': '{0} は {1} ですが、入力された{2}では {3} になります。',
  '{} is {}; {} is expected.': '{0} は {1} ですが、期待値は {2} です。',
  '{} key {}': '{0} の鍵 {1}',
  '{} keys': '{0} 個の鍵',
  '{} keys that fit': '合う鍵 {0} 個',
  '{} limits the token, and its holder could hold it back (RFC 9901 §9.7).':
    '{0} はトークンを制限するものですが、保有者が開示しないことができます (RFC 9901 §9.7)。',
  '{} min': '{0} 分',
  '{} month': '{0} か月',
  '{} months': '{0} か月',
  '{} needs a secret, which is never published as a key set or as a public key.':
    '{0} には共有シークレットが必要です。鍵セットや公開鍵として公開されることはありません。',
  '{} needs a shared secret, which is not allowed here.':
    '{0} には共有シークレットが必要ですが、ここでは使えません。',
  '{} needs {}; there is none.': '{0}には {1} が必要ですが、ありません。',
  '{} of {} bits': '{0} ({1} ビット)',
  '{} on {}': '{0}、{1}',
  '{} or more segments': '{0} 個以上の部分',
  '{} or {}': '{0}または{1}',
  '{} private key': '{0} 秘密鍵',
  '{} public key': '{0} 公開鍵',
  '{} rounds': '{0} 回',
  '{} s': '{0} 秒',
  '{} s since 1970': '1970 年から {0} 秒',
  '{} segment(s)': '{0} 個の部分',
  '{} segment{}': '{0} 個の部分',
  '{} stands twice; readers differ in which of the two they take.':
    '{0} が 2 回あります。どちらを採るかは処理系で異なります。',
  '{} year': '{0} 年',
  '{} years': '{0} 年',
  '{} {} key{}': '{0} {1} key{2}',
  '{}, or a key that names no algorithm': '{0}、またはアルゴリズムの指定がない鍵',
  'a signature by none of the {} keys that were tried; {} more could fit':
    '試した {0} 個の鍵のどれによるものでもない署名。ほかに {1} 個が合う可能性があります',
  'Have the issuer name its keys with kid, in the key set and in its tokens.':
    '発行者に、鍵セットとトークンの両方で鍵を kid で名付けてもらってください。',
  'Ed25519: ssh-keygen does not convert it, so make a new key: signet key generate --alg EdDSA --out private.jwk – RSA and ECDSA: convert a copy of the file, which is written over: ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY':
    'Ed25519: ssh-keygen は変換しないので、新しい鍵を作成してください: signet key generate --alg EdDSA --out private.jwk – RSA と ECDSA: ファイルのコピーを変換してください (上書きされます): ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY',
  'Convert it, which asks for the password: openssl pkey -in key.pem -out plain.pem':
    '変換してください (パスワードを尋ねられます): openssl pkey -in key.pem -out plain.pem',
  'Convert it: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (add -pubin -pubout for a public key).':
    '変換してください: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (公開鍵には -pubin -pubout を付けます)。',
  'Convert it: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem':
    '変換してください: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem',
  'Convert it: ssh-keygen -i -f key.pub': '変換してください: ssh-keygen -i -f key.pub',
  'Copy the key itself, or give the address of the key set.':
    '鍵そのものをコピーするか、鍵セットのアドレスを指定してください。',
  'EC (explicit parameters)': 'EC (明示パラメーター)',
  'Give a JWK, which has the member kty, or a set of them in the member keys.':
    'メンバー kty を持つ JWK か、メンバー keys に入れたそのセットを指定してください。',
  'Give one of them alone.': 'そのうち一つだけを指定してください。',
  'Give only what stands after =, without quotation marks.': '= の後ろだけを、引用符なしで指定してください。',
  'Give the key that it was signed with, or the issuer’s key set.':
    '署名に使われた鍵か、発行者の鍵セットを指定してください。',
  'Have the keys fetched from there: `--jwks-url` on the command line, “Fetch keys” on the page.':
    'そこから鍵を取得させてください: コマンドラインでは `--jwks-url`、ページでは「鍵を取得」。',
  'Have whoever makes this key write it as RFC 7518 says, or take it from where it was made.':
    'この鍵を作る側に RFC 7518 のとおりに書いてもらうか、作られた場所から取得してください。',
  'RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 or ML-DSA':
    'RSA、P-256、P-384、P-521、secp256k1、Ed25519、Ed448、X25519、X448 または ML-DSA',
  'Take its key out: openssl req -in request.pem -noout -pubkey':
    '鍵を取り出してください: openssl req -in request.pem -noout -pubkey',
  'Take the certificate out: keytool -exportcert -rfc -keystore FILE -alias NAME':
    '証明書を取り出してください: keytool -exportcert -rfc -keystore FILE -alias NAME',
  'Take the certificates out: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem':
    '証明書を取り出してください: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem',
  'Take the key as whoever made it gives it, not as another program shows it.':
    '別のプログラムの表示ではなく、作った側が渡す形のままの鍵を使ってください。',
  'Take the key out: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem':
    '鍵を取り出してください: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem',
  'The key set holds what signs, not the public half alone: whoever reads the set may have signed.':
    '鍵セットに公開側だけでなく署名できるものが含まれています: セットを読める人なら誰でも署名した可能性があります。',
  'The key spells out the parameters of its curve in the place of naming it.':
    '鍵は曲線の名前の代わりにパラメーターを書き出しています。',
  'The member {} of the key is not what it must be.': '鍵のメンバー {0} が正しくありません。',
  'The point of the key is compressed, which is not read here.':
    '鍵の点が圧縮されており、ここでは読み取れません。',
  'The private key is encrypted in the old way of OpenSSL.':
    '秘密鍵は OpenSSL の古い方式で暗号化されています。',
  'This JSON holds several keys.': 'この JSON には複数の鍵があります。',
  'This is JSON, but no key.': 'これは JSON ですが、鍵ではありません。',
  'This is a discovery document: it says where the keys are.':
    'これはディスカバリー文書です: 鍵の場所を示しています。',
  'This is a key store of Java, not a key.': 'これは Java のキーストアであり、鍵ではありません。',
  'This is a line of settings, not a key or secret.':
    'これは設定の行であり、鍵でもシークレットでもありません。',
  'This is a page, not a key.': 'これはページであり、鍵ではありません。',
  'This is a token, not a key.': 'これはトークンであり、鍵ではありません。',
  'This is a {} key, for which there is no algorithm here.':
    'これは {0} の鍵であり、ここには対応するアルゴリズムがありません。',
  'This is an address, not a key.': 'これはアドレスであり、鍵ではありません。',
  'Use a key of a kind that JOSE knows, such as P-256: signet key generate --alg ES256':
    'P-256 など JOSE が知っている種類の鍵を使ってください: signet key generate --alg ES256',
  'a curve': '曲線',
  'a list of texts': '文字列のリスト',
  'a part of it': 'その一部',
  'a type of key': '鍵の種類',
  'an RSASSA-PSS key': 'RSASSA-PSS の鍵',
  'base64url without padding': 'パディングなしの base64url',
  'in a line of settings': '設定の行の中',
  'in base64': 'base64 で',
  'in quotation marks': '引用符の中',
  'inside other JSON': '別の JSON の中',
  'key that cannot be used': '使用できない鍵',
  'other characters, or bits too many': '別の文字、または余分なビット',
  'the name of a curve, such as P-256': 'P-256 などの曲線の名前',
  'under the label {}': 'ラベル {0} の下',
  'with line ends written as \\n': '改行が \\n と書かれている',
  'with other lines around it': '周囲に別の行がある',
  'without its first and last line': '最初と最後の行がない',
  'without its first line': '最初の行がない',
  'without its last line': '最後の行がない',
  'A claim of the issuer’s own, with a web address as its name so that it meets no other.':
    '発行者独自のクレームです。他と重ならないよう、名前がウェブアドレスになっています。',
  'A name to show, not an identifier.': '表示用の名前であり、識別子ではありません。',
  'AWS load balancer': 'AWS ロードバランサー',
  'Access tokens have no aud: check client_id, and token_use for the kind.':
    'アクセストークンには aud がありません。client_id と、種類を示す token_use を確認してください。',
  'Amazon Cognito': 'Amazon Cognito',
  'Cloudflare Access': 'Cloudflare Access',
  'Microsoft Entra ID': 'Microsoft Entra ID',
  'For Microsoft alone.': 'Microsoft 専用です。',
  'How often the workflow has run.': 'ワークフローが実行された回数です。',
  'How often this run was tried.': 'この実行が試行された回数です。',
  'How sure Apple is that this is a person.': 'これが実在の人であると Apple がどの程度確信しているかです。',
  'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.':
    'アプリケーションの本人証明の方法です。0 はなし、1 はシークレット、2 は証明書です。',
  'How the person signed in, with their accounts elsewhere.':
    'サインインの方法と、他サービスのアカウントです。',
  'How the token was asked for, such as client-credentials.':
    'トークンの取得方法です（例: client-credentials）。',
  'It belongs to a service account; bound tokens end with their pod, which only the cluster can tell.':
    'サービスアカウントのトークンです。バインドされたトークンは Pod とともに失効し、それはクラスターだけが知っています。',
  'It comes in the header Cf-Access-Jwt-Assertion; aud is the tag of the application.':
    'Cf-Access-Jwt-Assertion ヘッダーで届きます。aud はアプリケーションのタグです。',
  'It comes in the header x-amzn-oidc-data and is signed with its padding (=): leave the padding in, and check signer.':
    'x-amzn-oidc-data ヘッダーで届き、パディング (=) ごと署名されています。パディングを残し、signer を確認してください。',
  'It does not say that it keeps RFC 9068, the profile for access tokens, which would add {}.':
    'アクセストークンのプロファイル RFC 9068 に従うとは述べていません。従うなら {0} が加わります。',
  'Nothing is to be done, unless who verifies it asks for that profile.':
    '検証側がこのプロファイルを求めない限り、何もする必要はありません。',
  'The AWS role that comes first.': '優先される AWS ロールです。',
  'The AWS roles of the groups of the person.': '所属グループの AWS ロールです。',
  'The accounts elsewhere that the person signed in with.':
    'サインインに使われた他サービスのアカウントです。',
  'The application the person signed in to.': 'サインイン先のアプリケーションです。',
  'The branch or tag that the job runs for.': 'ジョブの対象となるブランチまたはタグです。',
  'The commit that the job runs for.': 'ジョブの対象となるコミットです。',
  'The country that the person signed in from.': 'サインイン元の国です。',
  'The domain of the organisation that the account belongs to.': 'アカウントが属する組織のドメインです。',
  'The environment that the job runs in.': 'ジョブが実行される環境です。',
  'The event that started the run.': '実行のきっかけとなったイベントです。',
  'The event that the token came from.': 'トークンの元となったイベントです。',
  'The file of the workflow, and at which branch or tag.':
    'ワークフローのファイルと、そのブランチまたはタグです。',
  'The group of the project, by the number that stays when it is renamed.':
    'プロジェクトのグループ（名前が変わっても変わらない番号）です。',
  'The group of the project.': 'プロジェクトのグループです。',
  'The groups of the person.': 'この人のグループです。',
  'The job.': 'ジョブです。',
  'The kind of token stands in the claim typ (Bearer, ID, Refresh); roles stand in realm_access and resource_access.':
    'トークンの種類は typ クレーム (Bearer, ID, Refresh) に、ロールは realm_access と resource_access にあります。',
  'The kind of token: Bearer for an access token, ID for an ID token.':
    'トークンの種類です。Bearer はアクセストークン、ID は ID トークンです。',
  'The kind of token: access or id.': 'トークンの種類 (access または id) です。',
  'The kind of token: app for an application, org for the whole team.':
    'トークンの種類です。app はアプリケーション、org はチーム全体です。',
  'The load balancer that signed; check that it is yours.':
    '署名したロードバランサーです。自分のものか確認してください。',
  'The name of that organisation.': 'その組織の名前です。',
  'The name of the service account.': 'サービスアカウントの名前です。',
  'The name of the service token.': 'サービストークンの名前です。',
  'The name of the workflow.': 'ワークフローの名前です。',
  'The namespace of the service account.': 'サービスアカウントの名前空間です。',
  'The namespace, pod and service account that the token is bound to.':
    'トークンがバインドされた名前空間、Pod、サービスアカウントです。',
  'The organisation that the person signed in to.': 'サインイン先の組織です。',
  'The origins that may use the token from a browser.': 'ブラウザーからトークンを使えるオリジンです。',
  'The owner of the repository.': 'リポジトリの所有者です。',
  'The owner, by the number that stays when it is renamed.': '所有者（名前が変わっても変わらない番号）です。',
  'The person or application, the same for every application of the tenant.':
    '人またはアプリケーションです。テナント内のどのアプリでも同じ値です。',
  'The person, by Okta’s own identifier.': 'Okta 独自の識別子による人です。',
  'The person, the same as sub.': '人です。sub と同じです。',
  'The person, while the application changes its owner.':
    'アプリケーションの所有者が変わる間の、人の識別子です。',
  'The project in which the job runs.': 'ジョブが実行されるプロジェクトです。',
  'The project, by the number that stays when it is renamed.':
    'プロジェクト（名前が変わっても変わらない番号）です。',
  'The repository in which the workflow runs.': 'ワークフローが実行されるリポジトリです。',
  'The repository, by the number that stays when it is renamed.':
    'リポジトリ（名前が変わっても変わらない番号）です。',
  'The reusable workflow that the job comes from.': 'ジョブの元となった再利用可能ワークフローです。',
  'The roles of the person in the tenant.': 'テナント内でのロールです。',
  'The roles of the subject in the realm.': 'レルム内での主体のロールです。',
  'The roles of the subject, client by client.': 'クライアントごとの主体のロールです。',
  'The run of the workflow.': 'ワークフローの実行です。',
  'The secret that the token was kept in.': 'トークンが保管されていた Secret です。',
  'The service account, by its identifier.': 'サービスアカウントの識別子です。',
  'The tenant that the person or application belongs to.': '人またはアプリケーションが属するテナントです。',
  'The token’s own identifier.': 'トークン自身の識別子です。',
  'The user name, which may change: not an identifier.':
    'ユーザー名です。変わりうるため識別子ではありません。',
  'The user name.': 'ユーザー名です。',
  'The version of the token.': 'トークンのバージョンです。',
  'Version 1.0 and 2.0 differ in iss and aud; tokens for Microsoft Graph have a nonce in their header and verify at Microsoft alone.':
    'バージョン 1.0 と 2.0 では iss と aud が異なります。Microsoft Graph 用のトークンはヘッダーに nonce があり、Microsoft だけが検証できます。',
  'What a refresh token and all tokens made with it share; revoking it ends them.':
    'リフレッシュトークンとそこから作られたすべてのトークンに共通の値です。取り消すとすべて失効します。',
  'What the subject may do at this API.': 'この API で主体に許されることです。',
  'What the token allows, as a list.': 'トークンが許可することの一覧です。',
  'Where the whole identity can be asked for.': '完全なアイデンティティを問い合わせるための値です。',
  'Whether ref is a branch or a tag.': 'ref がブランチかタグかです。',
  'Whether the branch or tag is protected.': 'ブランチまたはタグが保護されているかです。',
  'Whether the e-mail address only relays.': 'メールアドレスが転送専用かどうかです。',
  'Whether the platform knows nonce; if so, it must be there.':
    'プラットフォームが nonce に対応しているかです。対応していれば nonce が必要です。',
  'Whether the token is for an application (app) or for a person (user).':
    'トークンがアプリケーション (app) 用か人 (user) 用かです。',
  'Who authenticated the person.': '本人を認証した者です。',
  'Who can see the repository.': 'リポジトリを閲覧できる人です。',
  'Who started the run, by the number that stays.': '実行を開始した人（変わらない番号）です。',
  'Who started the run.': '実行を開始した人です。',
  'Whose machine the job runs on.': 'ジョブが誰のマシンで実行されるかです。',
  'aud is the project, and iss ends with it; keys are published as certificates under their kid.':
    'aud はプロジェクトで、iss はそれで終わります。鍵は kid ごとの証明書として公開されます。',
  'email may be an address that only relays; the name of the person is in no token.':
    'email は転送専用アドレスの場合があります。氏名はどのトークンにも含まれません。',
  'iss ends with a slash, which belongs to it; claims of your own have a web address as their name.':
    'iss の末尾のスラッシュは値の一部です。独自のクレームは名前がウェブアドレスです。',
  'iss is written with or without https://; sub is the identifier, a number of up to 21 digits.':
    'iss には https:// が付く場合と付かない場合があります。sub が識別子で、最大 21 桁の数字です。',
  'scp is a list, cid the application; tokens of the org server (iss without /oauth2/) are for Okta alone.':
    'scp は一覧、cid はアプリケーションです。組織サーバーのトークン（iss に /oauth2/ がないもの）は Okta 専用です。',
  'sub names project and branch or tag: check the whole of it, never its beginning alone.':
    'sub はプロジェクトとブランチまたはタグを示します。先頭だけでなく全体を確認してください。',
  'sub names repository and branch or environment: check the whole of it, never its beginning alone.':
    'sub はリポジトリとブランチまたは環境を示します。先頭だけでなく全体を確認してください。',
};
