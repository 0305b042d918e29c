/**
 * Text from outside, such as claims of a forged token, without what would steer a terminal: control characters
 * (C0, DEL, C1) and marks that change the direction of writing are shown as `\u…`.
 */
export function safeText(text: string): string {
  return text.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const steering = /(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
