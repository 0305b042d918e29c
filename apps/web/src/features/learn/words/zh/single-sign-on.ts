import { exhibit, heading, type LessonWords, points, steps, text } from '../blocks.ts';

export const words: LessonWords = {
  title: '单点登录',
  lead: '在一处登录一次，许多应用就知道你是谁，却从不接触你的密码。',
  blocks: [
    steps(
      [
        '应用把你送走',
        '送到身份提供方，并带上 `state`、`nonce`，以及专为这次登录生成的机密的散列值（PKCE，RFC 7636 §4.2）。',
      ],
      [
        '你在那里登录',
        '或者你已经登录：身份提供方有自己的会话，保存在自己的 Cookie 里。单点登录的奥妙就在于此。',
      ],
      ['你带着授权码回来', '它有效期短，只能用一次，没有第一步的机密就毫无用处。'],
      ['应用用它兑换', '通过直接调用，换取 ID 令牌和访问令牌（RFC 6749 §4.1.3）。'],
    ),
    heading('两个令牌，两个读者'),
    points(
      ['ID 令牌', '给应用看：谁登录了，何时，用什么方式。`aud` 是该应用。它只读一次，绝不发给 API。'],
      [
        '访问令牌',
        '给 API 看：可以做什么。`aud` 是该 API，`typ` 是 `at+jwt`（RFC 9068 §2.1）。对应用来说，它只是一段不透明的文本。',
      ],
    ),
    text(
      '这是一个 ID 令牌。`nonce` 把它与请求关联起来，盗来的令牌无法混入；`auth_time` 说明用户上次登录的时间。',
    ),
    exhibit('anatomy'),
    text(
      'API 如果把 ID 令牌当作访问令牌，任何应用就都能冒充其用户。检查 `aud` 和 `typ` 可以防止这种情况（RFC 8725 §3.11，RFC 8725 §3.12）。',
    ),
  ],
};
