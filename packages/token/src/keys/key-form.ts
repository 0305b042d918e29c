/** What the bytes of an asymmetric key are; `DER` also where they are written as base64 or hexadecimal digits. */
export type KeyForm = 'PEM' | 'DER' | 'JWK' | 'OpenSSH';
