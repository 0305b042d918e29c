/** Words that people type where a secret is asked for: common passwords, and what tutorials write in code. */
const text = `
secret secretkey secret-key secret_key mysecret my-secret my_secret mysecretkey my-secret-key supersecret
super-secret super_secret topsecret top-secret jwt jwtsecret jwt-secret jwt_secret jwtkey jwt-key token tokensecret
token-secret token_secret key keyboard keyboardcat keyboard-cat privatekey private-key private_key signingkey
signing-key signature hmac hs256 sha256 your-256-bit-secret your_jwt_secret your-secret-key yoursecret
your_secret_key changeme change-me change_me changeit change-this please-change replace-me replaceme placeholder
default example sample test testing tester testsecret test-secret test_secret demo demosecret dev development devsecret
staging production prod local localhost server client backend frontend api apikey api-key api_key apisecret auth
authsecret auth-secret authentication authorize bearer access accesstoken refresh refreshtoken session sessionsecret
cookie cookiesecret express node nodejs django flask rails laravel spring react angular vue next nextauth
nextauthsecret app appsecret app-secret app_secret application website service microservice gateway kubernetes docker
password passwort passw0rd p@ssw0rd p@ssword pass passphrase password1 mypassword admin administrator root user
username guest login welcome letmein qwerty qwertyuiop qwerty123 asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e 1q2w3e4r
1qaz2wsx 123456 1234567 12345678 123456789 1234567890 12345 1234 111111 000000 123123 121212 654321 666666
888888 987654321 abc123 abcdef abcd1234 a1b2c3 aaaaaa iloveyou love loveme lovely princess sunshine monkey dragon
football baseball basketball hockey soccer tennis golf master shadow michael jordan jennifer jessica ashley amanda
daniel david andrew thomas robert joshua matthew anthony charlie george harley hunter ranger buster batman superman
spiderman starwars pokemon pikachu naruto matrix merlin phoenix tiger lion eagle falcon wolf bear panther jaguar
mustang ferrari porsche mercedes corvette yamaha honda toyota summer winter spring-time autumn january february march
april june july august september october november december monday friday saturday sunday morning midnight
cookie-monster chocolate banana orange apple cherry strawberry pepper ginger cheese coffee pizza hello helloworld
hello-world hello_world hallo bonjour hola ciao whatever nothing something anything everything forever trustno1
freedom liberty america london paris berlin madrid tokyo moscow sydney diamond silver golden platinum crystal
purple yellow green blue black white red orange-juice computer internet network security secure crypto bitcoin
blockchain ethereum wallet money dollar business company office manager startup google facebook twitter github
gitlab amazon azure windows linux ubuntu debian macos android iphone samsung nokia sony nintendo playstation xbox
minecraft fortnite killer ninja samurai wizard magic mystery thunder lightning storm rainbow flower butterfly
angel heaven jesus christ god devil lucky seven eleven blink182 metallica nirvana slipknot eminem snoopy mickey
donald goofy garfield simpsons foobar foo bar baz foobarbaz lorem ipsum loremipsum correct-horse qazwsx zaq12wsx
shhh shhhh shhhhh dontshare donotshare hidden private public unknown none null undefined true false empty blank
`;

export const wordList: readonly string[] = [...new Set(text.trim().split(/\s+/))];
