/** Secrets from tutorials, defaults of frameworks and lists of leaked passwords: what an attacker tries first. */
export const wellKnownSecrets: readonly string[] = `
secret secret1 secret123 Secret SECRET secretkey secret-key secret_key secretKey SecretKey SECRET_KEY
mysecret my-secret my_secret mysecretkey my-secret-key my_secret_key MySecretKey my-32-character-ultra-secure-and-ultra-long-secret
supersecret super-secret super_secret supersecretkey super-secret-key super_secret_key SuperSecretKey topsecret top-secret top_secret
yoursecret your-secret your_secret yoursecretkey your-secret-key your_secret_key your-256-bit-secret your-384-bit-secret
your-512-bit-secret your_jwt_secret your-jwt-secret a-string-secret-at-least-256-bits-long
a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long
jwt jwtsecret jwt-secret jwt_secret jwtSecret JWT_SECRET jwtkey jwt-key jwt_key JWT_KEY jwt-secret-key jwt_secret_key
token tokensecret token-secret token_secret accesstoken access_token_secret refresh_token_secret auth authsecret auth-secret
key mykey my-key privatekey private-key private_key publickey sharedsecret shared-secret shared_secret signingkey signing-key
hmackey hmac-secret HS256 hs256-secret HS512 appsecret app-secret app_secret appkey app_key apikey api-key api_key api_secret
password password1 password123 Password passw0rd P@ssw0rd pass passphrase admin admin123 administrator root toor guest user
test test123 testing testsecret test-secret test_secret testkey demo example example_key changeme change-me change_me changeit
default development dev production prod staging local localhost qwerty qwerty123 letmein welcome monkey dragon iloveyou
abc123 abcdef 12345 123456 1234567 12345678 123456789 1234567890 12345678901234567890123456789012 0123456789abcdef 000000 111111
keyboard-cat shhhhh shhhhhhared-secret hello helloworld foo bar foobar foo-bar gravitee django-insecure laravel symfony
AllYourBase thisisasecret thisismysecret this-is-a-secret ThisIsASecretKey somesecret some-secret anysecret verysecret
very-secret very_secret verysecretkey
`
  .trim()
  .split(/\s+/)
  .concat([
    'keyboard cat',
    'top secret',
    'my secret',
    'my secret key',
    'this is a secret',
    'super secret',
    'gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr9C',
    'Yn2kjibddFAWtnPJ2AFlL8WXmohJMCvigQggaEypa5E=',
  ]);

/** Whether these bytes are the text of one of them. */
export function isListedSecret(bytes: Uint8Array): boolean {
  return wellKnownSecrets.includes(new TextDecoder().decode(bytes));
}
