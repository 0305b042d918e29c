import { describe, expect, it } from 'vitest';
import { findPasswordWeakness } from './password-rules.ts';

const owner = { username: 'ada.lovelace', issuer: 'https://login.example' };
const common = /a common one/;
const name = /made from the username/;
const service = /made from the name of this service/;
const keyboard = /side by side on a keyboard/;
const row = /a row such as/;
const repeats = /repeats the same/;
const date = /a date or a year/;

describe('a new password is refused', () => {
  it.each([
    ['nine char', /too short/],
    ['x1y2'.repeat(100), /too long/],
    ['P@ssw0rd123', common],
    ['p@$$w0rd2026', common],
    ['Pa55word2026', common],
    ['MyP@ssw0rd!!', common],
    ['Password123', common],
    ['password-123!!', common],
    ['p-a-s-s-w-o-r-d', common],
    ['drowssap2026', common],
    ['Ｐａｓｓｗｏｒｄ１２３', common],
    ['Summer2026!', common],
    ['Winter2025!!', common],
    ['Spring2026#', common],
    ['Monday2026!', common],
    ['N0vember2026', common],
    ['Welcome2024!', common],
    ['Letmein2026', common],
    ['Admin12345!', common],
    ['administrator1', common],
    ['changeme123!', common],
    ['Company2026!', common],
    ['Liverpool2026!', common],
    ['Berlin2026!', common],
    ['Michael1990!', common],
    ['iloveyou2020', common],
    ['Dragon123456', common],
    ['letmeinplease', common],
    ['Qwerty123!', common],
    ['!QAZ2wsx#EDC', common],
    ['1q2w3e4r5t6y', common],
    ['Passwort123!', common],
    ['Frühling2026!', common],
    ['Contraseña1!', common],
    ['Пароль2026!', common],
    ['йцукенгшщз1', common],
    ['パスワード12345', common],
    ['correcthorsebatterystaple', common],
    ['Correct-Horse-Battery-Staple!', common],
    ['to be or not to be', common],
    ['qwertyuiop[]', keyboard],
    ['1234567890-=', keyboard],
    ['!@#$%^&*()', keyboard],
    ['abcdefghijk', row],
    ['9876543210', row],
    ['abcabcabcabc', repeats],
    ['passwordpassword', repeats],
    ['trustno1trustno1', repeats],
    ['aaaaaaaaaaaabbb', repeats],
    ['password'.repeat(30), repeats],
    ['2026-01-01!', date],
    ['12/31/1999aa', date],
    ['Ada.Lovelace!', name],
    ['AdaLovelace1', name],
    ['lovelace2026!', name],
    ['4d4l0v3l4c3!!', name],
    ['Signet2026!', service],
    ['S1gn3t2026!', service],
    ['ilovesignet', service],
    ['Welcome to Signet', service],
    ['login.example1', service],
  ])('where it is %j', async (password, sentence) => {
    expect(await findPasswordWeakness(password, owner)).toMatchObject({
      code: 'password_too_weak',
      sentence: expect.stringMatching(sentence),
    });
  });

  it('without being repeated', async () => {
    for (const password of ['Password123', 'lovelace2026!', 'qwertyuiop[]']) {
      const refusal = JSON.stringify(await findPasswordWeakness(password, owner)).toLowerCase();
      expect(refusal).not.toContain(password.toLowerCase());
      expect(refusal).not.toContain('lovelace');
    }
  });
});

describe('a new password is taken', () => {
  it.each([
    'otter lamp gravel',
    'correct stapler bakes turtles',
    'purple monkey dishwasher sings',
    'velvet-anchor-mosaic',
    'bronze.kettle.walrus',
    'lantern42orchid',
    'vixen plumb oxide',
    'my cat eats blue socks',
    'seven quiet rivers bend north',
    'thimble harvest cobalt',
    'Marmalade on the north stairs',
    'ada keeps nine grey herons',
    'tr0ub4dor&3-lamp-river',
    'k3wm-0v7x-9q2d-hh4t-81zz',
    'Xq7!vLp2#rTz',
    'Zk4vW9pQx2',
    'gH7$kLm9@Qz',
    'mUf9kexa-Rudo',
    'vT3-hN8-qW5-zR1',
    '9f8e7d6c5b4a39281706',
    'd41d8cd98f00b204e980',
    'wj%8Kq!zB4^nT',
    'Yb6rN0wGx3mJ',
    'eHq2ZxTn7VdK5sWb',
    'rufEXi-wokjo9-dibsow',
    'q7Rk-Lw2n-Xz9c',
    '4cf1b7d09e2a4c6d8f35',
    'H$8vq_Zt2m',
    'Übergrößenträger im Regen',
    'drei müde Dachse kochen',
    'el zorro come tejas azules',
    'la lune mange du papier',
    'jäätelö sulaa hiljaa',
    'пурпурный якорь мозаика',
    'тихий ёж читает ноты',
    'τριαντάφυλλο στο φεγγάρι',
    'كتاب أزرق على النافذة',
    'ינשוף סגול מנגן בגשם',
    '파란 고래가 노래한다',
    '山椒魚は夜に静かに歌う橋',
    '紫色的大象慢慢走过旧石桥',
    'नीला मोर छत पर गाता है',
    'นกสีม่วงร้องเพลงบนสะพาน',
    `${'a'.repeat(40)} otter lamp gravel mosaic`,
  ])('where it is %j', async (password) => {
    expect(await findPasswordWeakness(password, owner)).toBeUndefined();
  });
});
