import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: '结构',
  lead: 'JSON Web Token 是一封签了名的短信：三段文本，中间用点分隔。',
  blocks: [
    text(
      '下面的令牌是刚刚在本页面内签发的。选择一个部分，取出来读一读。其中没有任何机密：拿到令牌的人都能读取，因为 base64url 只是一种写法，不是加密（RFC 7515 §2）。',
    ),
    exhibit('anatomy'),
    heading('各部分的用途'),
    points(
      [
        '头部',
        '令牌如何签名：算法 `alg`、令牌类型 `typ`，以及用哪个密钥 `kid`。它最先被读取，却最后才可相信（RFC 7515 §4）。',
      ],
      ['载荷', '令牌的内容。在 JWT 中，它是由声明组成的 JSON 对象（RFC 7519 §4）。'],
      ['签名', '按原样对头部、点和载荷计算得出。任何一处改动一个字符，签名就不再相符（RFC 7515 §5.1）。'],
    ),
    heading('它的亲属'),
    points(
      ['JWS', '签名的形式，就是你在这里看到的（RFC 7515 §3）。JWT 几乎都是 JWS。'],
      ['JWE', '加密的形式，分为五段。传递令牌的人不得读取内容时使用（RFC 7516 §3）。'],
      ['JWK', '用 JSON 写成的密钥，一组 JWK 就是 JWKS：签发者以此公布密钥（RFC 7517 §4，RFC 7517 §5）。'],
    ),
  ],
};
