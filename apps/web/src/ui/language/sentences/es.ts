import type { Sentences } from '../translate.ts';

/** The sentences of the token room, in the order of the English ones. A table: its length is its purpose. */
export const words: Sentences = {
  'Ask the issuer for claims that are less nested.': 'Pide al emisor claims menos anidados.',
  'Copy the token from where it stands whole; what is left out cannot be brought back.':
    'Copia el token de donde esté entero; lo que falta no se puede recuperar.',
  'Do not verify it: it is for Microsoft Graph. Ask for a token for your own API, by its scope.':
    'No lo verifiques: es para Microsoft Graph. Pide un token para tu propia API, por su scope.',
  'Leave the = in, and verify header and payload as they came: strict readers refuse such a token.':
    'Deja los = y verifica cabecera y contenido tal como llegaron: los lectores estrictos rechazan un token así.',
  'Send one of them alone.': 'Envía solo uno de ellos.',
  'The claim {} is in milliseconds.': 'El claim {0} está en milisegundos.',
  'The signature is right for a header whose nonce is hashed: Microsoft makes tokens for its own APIs so.':
    'La firma es correcta para una cabecera cuyo nonce está resumido: así hace Microsoft los tokens de sus propias API.',
  'The signature is right for the text with its padding (=), which a JWS leaves out: AWS load balancers sign so.':
    'La firma es correcta para el texto con su relleno (=), que un JWS omite: así firman los balanceadores de AWS.',
  'The token was shortened for showing: a part of it is left out.':
    'El token se acortó para mostrarlo: falta una parte.',
  'The {} nests deeper than {} levels, which is not read here; it is shown as text.':
    'La parte {0} se anida más de {1} niveles, lo que aquí no se lee; se muestra como texto.',
  'The {} of the token nests deeper than is read here.':
    'La parte {0} del token se anida más de lo que aquí se lee.',
  'Two tokens stand one behind the other.': 'Hay dos tokens uno tras otro.',
  'another token behind it': 'otro token detrás',
  'at most {} levels of lists and objects inside each other':
    'como máximo {0} niveles de listas y objetos anidados',
  'one token': 'un token',
  'the JSON around the token': 'el JSON alrededor del token',
  'the assignment around the token': 'la asignación alrededor del token',
  'the cookies around the token': 'las cookies alrededor del token',
  'the curl command around the token': 'el comando curl alrededor del token',
  'the name of the header': 'el nombre de la cabecera',
  'the text around the token': 'el texto alrededor del token',
  'the whole token': 'el token entero',
  '{} is in milliseconds, where seconds must stand: read so it is thousands of years away.':
    '{0} está en milisegundos donde debe haber segundos: leído así queda a miles de años.',
  '… or ... in its middle': '… o ... en medio',
  '0 to {} decoys': 'de 0 a {0} señuelos',
  '1 or an even number': '1 o un número par',
  'A DPoP proof': 'Una prueba DPoP',
  'A client assertion': 'Una aserción de cliente',
  'A colon should stand here': 'Aquí debería haber dos puntos',
  'A comma or ] should stand here': 'Aquí debería haber una coma o ]',
  'A comma or } should stand here': 'Aquí debería haber una coma o }',
  'A control character stands in a string unescaped': 'Hay un carácter de control sin escapar en una cadena',
  'A copy of the claim aud, readable although the content is encrypted.':
    'Una copia del claim aud, legible aunque el contenido esté cifrado.',
  'A copy of the claim iss, readable although the content is encrypted.':
    'Una copia del claim iss, legible aunque el contenido esté cifrado.',
  'A copy of the claim sub, readable although the content is encrypted.':
    'Una copia del claim sub, legible aunque el contenido esté cifrado.',
  'A disclosure of a member stands for an array element.':
    'Una divulgación de un miembro ocupa el lugar de un elemento de array.',
  'A disclosure of an array element stands for a member.':
    'Una divulgación de un elemento de array ocupa el lugar de un miembro.',
  'A disclosure of the SD-JWT is empty': 'Una divulgación del SD-JWT está vacía',
  'A disclosure writes over {}.': 'Una divulgación sobrescribe {0}.',
  'A header parameter is in both headers.': 'Un parámetro de cabecera está en ambas cabeceras.',
  'A header parameter is in two headers': 'Un parámetro de cabecera está en dos cabeceras',
  'A logout token': 'Un token de cierre de sesión',
  'A logout token must not have a nonce; this may be an ID token.':
    'Un token de cierre de sesión no debe tener nonce; este puede ser un token de ID.',
  'A payload that is not encoded (b64: false) must be UTF-8 text to stand in a token':
    'Un contenido sin codificar (b64: false) debe ser texto UTF-8 para estar en un token',
  'A public key inside the token. It proves nothing by itself.':
    'Una clave pública dentro del token. Por sí sola no prueba nada.',
  'A published key set holds a private key or a secret, so that anybody may have signed with it.':
    'Un conjunto de claves publicado contiene una clave privada o un secreto; cualquiera puede haber firmado con ella.',
  'A signature by {} with this key has {} bytes; this one has {}.':
    'Una firma {0} con esta clave tiene {1} bytes; esta tiene {2}.',
  'A signature of the token is no object': 'Una firma del token no es un objeto',
  'A signed token has three segments between dots, an encrypted one five; this text has {}.':
    'Un token firmado tiene tres segmentos entre puntos y uno cifrado, cinco; este texto tiene {0}.',
  'A token with alg none has no signature, so there is nothing to verify.':
    'Un token con alg none no tiene firma, así que no hay nada que verificar.',
  'A value that the server chose, against replay.': 'Un valor elegido por el servidor, contra la repetición.',
  'A verifiable credential.': 'Una credencial verificable.',
  'A verifiable presentation.': 'Una presentación verificable.',
  'Accept this algorithm as well, if the issuer is to use it.':
    'Acepta también este algoritmo si el emisor debe usarlo.',
  'Add "crit": ["b64"], so that a reader that does not know b64 refuses the token.':
    'Añade "crit": ["b64"], para que un lector que no conozca b64 rechace el token.',
  'Add alg to the header, such as "alg": "ES256".': 'Añade alg a la cabecera, por ejemplo "alg": "ES256".',
  'Add the algorithm to the issuer’s algorithms, if you trust it.':
    'Añade el algoritmo a los del emisor, si confías en él.',
  'An ID token': 'Un token de ID',
  'An access token': 'Un token de acceso',
  'An address of certificates. Never fetch it on the token’s word.':
    'Una dirección de certificados. No la consultes solo porque lo diga el token.',
  'An address of keys. Never fetch it on the token’s word.':
    'Una dirección de claves. No la consultes solo porque lo diga el token.',
  'An encrypted token has no payload that could stand beside it':
    'Un token cifrado no tiene un contenido que pueda ir aparte',
  'Another payload came beside the one in the token': 'Junto al contenido del token llegó otro contenido',
  'Arrays and objects are nested deeper than {} levels':
    'Los arrays y objetos están anidados a más de {0} niveles',
  'Ask for a new one.': 'Pide uno nuevo.',
  'Ask for a token with the expected audience.': 'Pide un token con el destinatario esperado.',
  'Ask for the current certificate.': 'Pide el certificado actual.',
  'Ask the issuer for a signed token, or decrypt it first.':
    'Pide al emisor un token firmado, o descífralo primero.',
  'Ask the issuer for fewer claims, or raise the limit.': 'Pide al emisor menos claims, o sube el límite.',
  'Ask whom the token is for, to publish a longer key.':
    'Pide al destinatario que publique una clave más larga.',
  'Before this time the token must be refused.': 'Antes de este momento el token debe rechazarse.',
  'By which methods the person was authenticated.': 'Con qué métodos se autenticó la persona.',
  'Change the claims or the paths.': 'Cambia los claims o las rutas.',
  'Check that the token is whole and the key is the one it was encrypted for.':
    'Comprueba que el token está completo y que la clave es la del cifrado.',
  'Check that the token is whole and the key is the one that signed it.':
    'Comprueba que el token está completo y que la clave es la que lo firmó.',
  'Choose another name.': 'Elige otro nombre.',
  'Choose less; 30 seconds are usual.': 'Elige menos; lo usual son 30 segundos.',
  'Choose the algorithm that the key names, or a key that is for encryption.':
    'Elige el algoritmo que indica la clave, o una clave para cifrar.',
  'Choose the algorithm that the key names, or another key.':
    'Elige el algoritmo que indica la clave, u otra clave.',
  'Choose the flattened form, or move these parameters into the protected header.':
    'Elige la forma aplanada, o pasa estos parámetros a la cabecera protegida.',
  'Choose the general form for several signatures.': 'Para varias firmas, elige la forma general.',
  'Choose the key by issuer and kid from what you trust already; ignore this parameter.':
    'Elige la clave por emisor y kid entre las que ya son de confianza; ignora este parámetro.',
  'Choose the key that is for encryption.': 'Elige la clave destinada al cifrado.',
  'Choose the key that the issuer publishes for signatures.':
    'Elige la clave que el emisor publica para firmas.',
  'Clocks may differ by whole seconds, and not by more than ten minutes.':
    'Los relojes pueden diferir en segundos enteros, y no más de diez minutos.',
  'Compare the clocks.': 'Compara los relojes.',
  'Convert it with its payload.': 'Conviértelo con su contenido.',
  'Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem':
    'Conviértela: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem',
  'Convert it: openssl pkey -in key.pem -out key-pkcs8.pem (add -pubin -pubout for a public key).':
    'Conviértela: openssl pkey -in key.pem -out key-pkcs8.pem (añade -pubin -pubout para una clave pública).',
  'Convert the token as it is.': 'Convierte el token tal como está.',
  'Copy one token only.': 'Copia un solo token.',
  'Copy the token again; characters are missing.': 'Copia el token de nuevo; faltan caracteres.',
  'Copy the token again; if it is whole, it carries bytes instead of JSON.':
    'Copia el token de nuevo; si está completo, lleva bytes en lugar de JSON.',
  'Copy the token again; its end was changed or cut.':
    'Copia el token de nuevo; su final fue modificado o cortado.',
  'Copy the whole JSON serialisation, or the compact token alone.':
    'Copia la serialización JSON entera, o solo el token compacto.',
  'Copy the whole key again, with its first and last line.':
    'Copia de nuevo la clave entera, con su primera y última línea.',
  'Copy the whole token; its end is missing.': 'Copia el token entero; falta el final.',
  'Copy the whole token; the signature is too short or too long.':
    'Copia el token entero; la firma es demasiado corta o larga.',
  'Correct the JSON and sign again.': 'Corrige el JSON y firma de nuevo.',
  'Count from 1, in the order of the token.': 'Cuenta desde 1, en el orden del token.',
  'DPoP proof': 'prueba DPoP',
  'Decrypt it first.': 'Descífralo primero.',
  'Decrypt it first: openssl pkcs8 -in key.pem -out plain.pem':
    'Descífrala primero: openssl pkcs8 -in key.pem -out plain.pem',
  'Detach it first, or leave the other one out.': 'Sepáralo primero, o deja fuera el otro.',
  'Detach the payload, or leave out b64: false.': 'Separa el contenido, o quita b64: false.',
  'Detach the payload, or write the token in a JSON serialisation.':
    'Separa el contenido, o escribe el token en una serialización JSON.',
  'Digests and values are nested deeper than {} levels.':
    'Los resúmenes y valores están anidados a más de {0} niveles.',
  'Digests of claims that are disclosed one by one.': 'Resúmenes de claims que se divulgan uno a uno.',
  'Disclosure {} is no JSON array of a salt, a name and a value in base64url.':
    'La divulgación {0} no es un array JSON de sal, nombre y valor en base64url.',
  'Divide by 1000 and round down.': 'Divide entre 1000 y redondea hacia abajo.',
  'ES256K is legacy: few verifiers take it.': 'ES256K es antiguo: pocos verificadores lo aceptan.',
  'ES256K is legacy: verified for inspection only.': 'ES256K es antiguo: verificado solo para inspección.',
  'Encrypt with RSA-OAEP-256 or ECDH-ES.': 'Cifra con RSA-OAEP-256 o ECDH-ES.',
  'End an SD-JWT without key binding with ~.': 'Termina con ~ un SD-JWT sin vinculación de clave.',
  'Extensions that a reader must understand, or refuse the token.':
    'Extensiones que el lector debe entender, o rechazar el token.',
  'From this time on the token must be refused.': 'Desde este momento el token debe rechazarse.',
  'Get a new token: refresh it or sign in again.':
    'Obtén un token nuevo: renuévalo o inicia sesión otra vez.',
  'Get a token from this issuer; if it changed its keys, wait until they are read again.':
    'Obtén un token de este emisor; si cambió sus claves, espera a que se lean de nuevo.',
  'Get the token from the expected issuer; the two must be equal to the letter, slashes included.':
    'Obtén el token del emisor esperado; ambos deben coincidir letra por letra, barras incluidas.',
  'Give a key that is for key agreement: Ed25519 and secp256k1 only sign.':
    'Indica una clave de acuerdo de claves: Ed25519 y secp256k1 solo firman.',
  'Give a password.': 'Indica una contraseña.',
  'Give every signature the same b64.': 'Da a todas las firmas el mismo b64.',
  'Give the key for which the token was encrypted.': 'Indica la clave para la que se cifró el token.',
  'Give the key set that the issuer publishes now.':
    'Indica el conjunto de claves que el emisor publica ahora.',
  'Give the key that was made for this algorithm.': 'Indica la clave creada para este algoritmo.',
  'Give the public key of whom the token is for, or choose the algorithm that this key is for.':
    'Indica la clave pública del destinatario, o elige el algoritmo de esta clave.',
  'Give verifiers the public half only; whoever has this key can sign.':
    'Da a los verificadores solo la mitad pública; quien tiene esta clave puede firmar.',
  'Have the issuer bind the token: cnf with jkt.': 'Que el emisor vincule el token: cnf con jkt.',
  'Have the issuer correct the marks of the key, or sign with a key that is meant for it.':
    'Que el emisor corrija las marcas de la clave, o firme con una destinada a ello.',
  'Have the issuer encrypt with a supported algorithm, such as ECDH-ES+A256KW and A256GCM.':
    'Que el emisor cifre con un algoritmo admitido, como ECDH-ES+A256KW y A256GCM.',
  'Have the issuer encrypt without this extension.': 'Que el emisor cifre sin esta extensión.',
  'Have the issuer give each key of the set a name of its own.':
    'Que el emisor dé a cada clave del conjunto un nombre propio.',
  'Have the issuer leave out crit, or name the extensions it uses.':
    'Que el emisor omita crit, o nombre las extensiones que usa.',
  'Have the issuer make a new key.': 'Que el emisor cree una clave nueva.',
  'Have the issuer name b64 in crit, or leave it out.': 'Que el emisor nombre b64 en crit, o lo omita.',
  'Have the issuer name the algorithm.': 'Que el emisor indique el algoritmo.',
  'Have the issuer protect them, or write the token in the flattened serialisation.':
    'Que el emisor los proteja, o use la serialización aplanada.',
  'Access tokens of Amazon Cognito have no aud. Expect the id of the app client as audience, in the claim client_id: audienceClaim of the issuer, or --audience-claim.':
    'Los access tokens de Amazon Cognito no tienen aud. Espera el id del app client como destinatario, en el claim client_id: audienceClaim del emisor, o --audience-claim.',
  'a string that is not empty': 'un texto que no esté vacío',
  'Have the issuer put {} into its tokens.': 'Que el emisor ponga {0} en sus tokens.',
  'Have the issuer remove keys that it no longer uses.': 'Que el emisor quite las claves que ya no usa.',
  'Have the issuer replace this key at once and publish only the public half.':
    'Que el emisor sustituya esta clave de inmediato y publique solo la mitad pública.',
  'Have the issuer send less, or without compression.': 'Que el emisor envíe menos, o sin compresión.',
  'Have the issuer set "typ": "{}".': 'Que el emisor ponga "typ": "{0}".',
  'Have the issuer set azp.': 'Que el emisor ponga azp.',
  'Have the issuer set exp to minutes from now.': 'Que el emisor ponga exp a unos minutos de ahora.',
  'Have the issuer set nbf before exp.': 'Que el emisor ponga nbf antes de exp.',
  'Have the issuer set sid or sub.': 'Que el emisor ponga sid o sub.',
  'Have the issuer set {}.': 'Que el emisor ponga {0}.',
  'Have the issuer sign with a supported algorithm, such as ES256 or RS256.':
    'Que el emisor firme con un algoritmo admitido, como ES256 o RS256.',
  'Have the issuer sign with the algorithm its key is made for.':
    'Que el emisor firme con el algoritmo para el que se hizo su clave.',
  'Have the issuer sign with the algorithm of its key, or give the right key.':
    'Que el emisor firme con el algoritmo de su clave, o indica la clave correcta.',
  'Have the issuer sign without the b64 option, or check the signature only.':
    'Que el emisor firme sin la opción b64, o comprueba solo la firma.',
  'Have the issuer sign without the b64 option.': 'Que el emisor firme sin la opción b64.',
  'Have the issuer sign without this extension.': 'Que el emisor firme sin esta extensión.',
  'Have the issuer write "alg": "{}", or sign with the algorithm that it names.':
    'Que el emisor escriba "alg": "{0}", o firme con el algoritmo que indica.',
  'Have the issuer write "events": {"{}": {}}.': 'Que el emisor escriba "events": {"{0}": {1}}.',
  'Have the issuer write "kid": "{}", or publish this key under the name in the token.':
    'Que el emisor escriba "kid": "{0}", o publique esta clave con el nombre del token.',
  'Have the issuer write each member once.': 'Que el emisor escriba cada miembro una vez.',
  'Have the issuer write kid as a string.': 'Que el emisor escriba kid como cadena.',
  'Have the issuer write the serialisation as the RFC says.':
    'Que el emisor escriba la serialización como dice el RFC.',
  'Have the issuer write the signature as r and s side by side (RFC 7518 §3.4), not as DER.':
    'Que el emisor escriba la firma como r y s seguidos (RFC 7518 §3.4), no como DER.',
  'Have the issuer write {} as RFC 7519 says.': 'Que el emisor escriba {0} como dice RFC 7519.',
  'Have the issuer write {} as a JSON number.': 'Que el emisor escriba {0} como número JSON.',
  'Have the signer convert it: in Java use SHA256withECDSAinP1363Format, in Node dsaEncoding "ieee-p1363".':
    'Que quien firma la convierta: en Java con SHA256withECDSAinP1363Format, en Node con dsaEncoding "ieee-p1363".',
  'Have the wallet set "typ": "kb+jwt".': 'Que el monedero ponga "typ": "kb+jwt".',
  'Have the wallet set {}.': 'Que el monedero ponga {0}.',
  'How often the password is hashed; a huge number is an attack.':
    'Cuántas veces se aplica el hash a la contraseña; un número enorme es un ataque.',
  'How strongly the person was authenticated.': 'Con qué fuerza se autenticó la persona.',
  'How the content was compressed before encryption.': 'Cómo se comprimió el contenido antes de cifrarlo.',
  'ID token': 'token de ID',
  'Information about the recipient for the key agreement.':
    'Información sobre el destinatario para el acuerdo de claves.',
  'Information about the sender for the key agreement.':
    'Información sobre el remitente para el acuerdo de claves.',
  'JWK or JWK set': 'JWK o conjunto JWK',
  'JWK set': 'conjunto JWK',
  'Keep the first signature, whose sd_hash they belong to.':
    'Conserva la primera firma, a cuyo sd_hash pertenecen.',
  'Keep the payload detached.': 'Deja el contenido separado.',
  'Keys that come over an open line can be exchanged on the way.':
    'Las claves que llegan por una línea abierta pueden cambiarse por el camino.',
  'Leave it out unless the reader needs it, and do not log the token.':
    'Omítelo si el lector no lo necesita, y no registres el token.',
  'Leave it out, replace what was exposed, and refer to it by an identifier.':
    'Omítelo, sustituye lo expuesto y haz referencia con un identificador.',
  'Leave one of them out.': 'Quita uno de los dos.',
  'Leave out the byte order mark.': 'Quita la marca de orden de bytes.',
  'Let tokens live for minutes, and renew them with a refresh token.':
    'Que los tokens vivan minutos, y renuévalos con un token de actualización.',
  'Look keys up in a map by exact kid; never in a file, a query or a command.':
    'Busca las claves en una tabla por kid exacto; nunca en un archivo, consulta u orden.',
  'Make a new assertion for each request, with an exp of a minute from now.':
    'Crea una aserción nueva en cada petición, con exp a un minuto.',
  'Make a new key, publish it beside this one, and retire this one.':
    'Crea una clave nueva, publícala junto a esta y retira esta.',
  'Make a new proof for each request, with the address that is called.':
    'Crea una prueba nueva en cada petición, con la dirección llamada.',
  'Make a new proof for each request.': 'Crea una prueba nueva en cada petición.',
  'Make a random secret of 64 bytes: signet key generate --alg HS512 --out FILE':
    'Crea un secreto aleatorio de 64 bytes: signet key generate --alg HS512 --out FILE',
  'Make the proof for the token that it is sent with: base64url of its SHA-256.':
    'Haz la prueba para el token con el que se envía: base64url de su SHA-256.',
  'Metadata of the application.': 'Metadatos de la aplicación.',
  'Microsoft.IdentityModel has neither EdDSA nor ES256K.':
    'Microsoft.IdentityModel no tiene EdDSA ni ES256K.',
  'More than one key of the set could be encrypted for.':
    'Más de una clave del conjunto podría servir para cifrar.',
  'More than one key of the set is named {}. The signature verifies with a later one; whoever takes the first refuses the token.':
    'Más de una clave del conjunto se llama {0}. La firma es correcta con una posterior; quien toma la primera rechaza el token.',
  'Name a known algorithm, such as ES256 or RS256.': 'Indica un algoritmo conocido, como ES256 o RS256.',
  'Name an algorithm, or ask for an unsigned token by its name.':
    'Indica un algoritmo, o pide por su nombre un token sin firmar.',
  'Name it by hand.': 'Indícalo a mano.',
  'Name its encoding: utf8, base64, base64url or hex.':
    'Indica su codificación: utf8, base64, base64url o hex.',
  'Name one of them.': 'Indica uno de ellos.',
  'Name the algorithm that the issuer signs with, or choose another stack.':
    'Indica el algoritmo con el que firma el emisor, o elige otra plataforma.',
  'Name the asymmetric algorithm of this key, such as RS256 or ES256. A public key as HMAC secret lets anybody sign.':
    'Indica el algoritmo asimétrico de esta clave, como RS256 o ES256. Una clave pública como secreto HMAC permite firmar a cualquiera.',
  'Name the https address of the key set.': 'Indica la dirección https del conjunto de claves.',
  'Name the key set or the file with the public key.':
    'Indica el conjunto de claves o el archivo con la clave pública.',
  'Name the one service that is to accept it in aud, and have it check.':
    'Indica en aud el único servicio que debe aceptarlo, y que lo compruebe.',
  'No JSON value begins with this character': 'Ningún valor JSON empieza con este carácter',
  'No SD-JWT can be made of this.': 'Con esto no se puede hacer un SD-JWT.',
  'No digest of the token belongs to the disclosure with the digest {}.':
    'Ningún resumen del token corresponde a la divulgación con el resumen {0}.',
  'No key of the set has the key identifier of the token.':
    'Ninguna clave del conjunto tiene el identificador del token.',
  'No key was given.': 'No se indicó ninguna clave.',
  'No trusted key matches the token.': 'Ninguna clave de confianza corresponde al token.',
  'Nobody signed this token: anybody can write one like it (RFC 8725 §3.2).':
    'Nadie firmó este token: cualquiera puede escribir uno igual (RFC 8725 §3.2).',
  'OAuth access token': 'token de acceso OAuth',
  'One character is left over: base64url comes in groups of four, or ends with two or three':
    'Sobra un carácter: base64url va en grupos de cuatro, o termina con dos o tres',
  'One of {} signatures was found to hold; the others may not.':
    'Se comprobó una de {0} firmas; las demás pueden no ser válidas.',
  'OpenSSH public key': 'clave pública OpenSSH',
  'Opening this key would take too long.': 'Abrir esta clave tardaría demasiado.',
  'PBES2 with PBKDF2 and AES-CBC': 'PBES2 con PBKDF2 y AES-CBC',
  'PEM, encrypted': 'PEM, cifrado',
  'PRIVATE KEY (PKCS#8) without a password': 'PRIVATE KEY (PKCS#8) sin contraseña',
  'PUBLIC KEY, PRIVATE KEY or CERTIFICATE': 'PUBLIC KEY, PRIVATE KEY o CERTIFICATE',
  'Padding (=) is left out in base64url': 'En base64url se omite el relleno (=)',
  'Pass the token on byte for byte; do not decode and encode its parts.':
    'Pasa el token byte a byte; no decodifiques ni codifiques sus partes.',
  'Paste a compact token, or a JSON serialisation with payload and signature.':
    'Pega un token compacto, o una serialización JSON con contenido y firma.',
  'Paste the token alone.': 'Pega solo el token.',
  'Pin the key to its asymmetric algorithm, and refuse HS* with it.':
    'Fija la clave a su algoritmo asimétrico y rechaza HS* con ella.',
  'Prove with the key that the token was asked for with; else somebody else is using the token.':
    'Prueba con la clave con la que se pidió el token; si no, otro está usando el token.',
  'Put a whole public JWK into the header.': 'Pon un JWK público completo en la cabecera.',
  'Put the public half here; replace the key if anybody else has seen this file.':
    'Pon aquí la mitad pública; sustituye la clave si alguien más ha visto este archivo.',
  'Put the public key of the client into the header as jwk.':
    'Pon la clave pública del cliente en la cabecera como jwk.',
  'PyJWT has no ML-DSA, and knows Ed25519 by its name EdDSA alone.':
    'PyJWT no tiene ML-DSA, y conoce Ed25519 solo por el nombre EdDSA.',
  'RSA1_5 is legacy and open to padding attacks (RFC 8725 §3.2): for inspection only.':
    'RSA1_5 es antiguo y vulnerable a ataques de relleno (RFC 8725 §3.2): solo para inspección.',
  'Read the secret from the environment.': 'Lee el secreto del entorno.',
  'Refuse both: the {} belongs to another login.': 'Rechaza ambos: {0} pertenece a otro inicio de sesión.',
  'Refuse it: disclosures were added, taken away or put in another order after the holder signed.':
    'Recházalo: tras la firma del titular se añadieron, quitaron o reordenaron divulgaciones.',
  'Refuse the SD-JWT: what the disclosure says is not signed by the issuer.':
    'Rechaza el SD-JWT: lo que dice la divulgación no está firmado por el emisor.',
  'Refuse the SD-JWT; its issuer or whoever sent it has made a mistake.':
    'Rechaza el SD-JWT; su emisor o quien lo envió cometió un error.',
  'Refuse the key binding.': 'Rechaza la vinculación de clave.',
  'Refuse the token.': 'Rechaza el token.',
  'Refuse the token: it is for another purpose.': 'Rechaza el token: es para otro propósito.',
  'Refuse the token: it is for somebody else.': 'Rechaza el token: es para otra parte.',
  'Refuse the token: pin the key to its asymmetric algorithm, and do not accept HS* with it.':
    'Rechaza el token: fija la clave a su algoritmo asimétrico y no aceptes HS* con ella.',
  'Replace + by - and / by _.': 'Sustituye + por - y / por _.',
  'Replace it at once by random bytes.': 'Sustitúyelo de inmediato por bytes aleatorios.',
  'Replace the secret at once by random bytes, as many as the hash has, and sign with it from now on.':
    'Sustituye de inmediato el secreto por bytes aleatorios, tantos como tenga el hash, y firma con ellos.',
  'Say what aud must contain.': 'Indica qué debe contener aud.',
  'Say what iss must be.': 'Indica qué debe ser iss.',
  'Say which one to keep, or write the token in the general serialisation.':
    'Indica cuál conservar, o escribe el token en la serialización general.',
  'Say which one to use.': 'Indica cuál usar.',
  'Send each disclosure once.': 'Envía cada divulgación una vez.',
  'Send each member once; readers differ in which of the two they take.':
    'Envía cada miembro una vez; los lectores difieren en cuál toman.',
  'Send it in the Authorization header or in the body of a POST request.':
    'Envíalo en la cabecera Authorization o en el cuerpo de una petición POST.',
  'Send the access token; an ID token, logout token or proof is for another purpose.':
    'Envía el token de acceso; un token de ID, de cierre de sesión o una prueba sirve para otra cosa.',
  'Send the disclosures as the issuer made them.': 'Envía las divulgaciones tal como las hizo el emisor.',
  'Send the public half only, and make a new key: this one is known now.':
    'Envía solo la mitad pública, y crea una clave nueva: esta ya se conoce.',
  'Send the token exactly as it was issued.': 'Envía el token exactamente como se emitió.',
  'Send the token exactly as it was issued; paste it into the debugger to see the place.':
    'Envía el token exactamente como se emitió; pégalo en el depurador para ver el lugar.',
  'Set exp to minutes from iat.': 'Pon exp a unos minutos de iat.',
  'Set iss and sub to the client_id.': 'Pon iss y sub con el client_id.',
  'Set iss, and have verifiers bind each key to its issuer.':
    'Pon iss, y que los verificadores vinculen cada clave a su emisor.',
  'Set jti to a random value.': 'Pon en jti un valor aleatorio.',
  'Set the clock of the issuer by NTP.': 'Ajusta el reloj del emisor por NTP.',
  'Set typ, such as at+jwt, and have verifiers expect it.':
    'Pon typ, como at+jwt, y que los verificadores lo exijan.',
  'Sign less.': 'Firma menos.',
  'Sign the token, and have every verifier pin the algorithm it accepts.':
    'Firma el token, y que cada verificador fije el algoritmo que acepta.',
  'Sign the token; a verifier that takes this one takes anything.':
    'Firma el token; un verificador que acepte este acepta cualquier cosa.',
  'Sign with an asymmetric algorithm such as ES256.': 'Firma con un algoritmo asimétrico como ES256.',
  'Signet’s tests parse this code with Go, but do not run it: keyfunc was not to be had there. Its calls are those of its documentation.':
    'Las pruebas de Signet analizan este código con Go, pero no lo ejecutan: keyfunc no estaba disponible. Sus llamadas son las de su documentación.',
  'Signet’s tests parse this code with Mono’s C# compiler, but do not compile or run it: there was no .NET and no Microsoft.IdentityModel. Its calls are those of its documentation.':
    'Las pruebas de Signet analizan este código con el compilador de C# de Mono, pero no lo compilan ni ejecutan: faltaban .NET y Microsoft.IdentityModel. Sus llamadas son las de su documentación.',
  'Signet’s tests parse this code with the Java compiler, but do not run it: Nimbus was not to be had there. Its calls are those of its documentation.':
    'Las pruebas de Signet analizan este código con el compilador de Java, pero no lo ejecutan: Nimbus no estaba disponible. Sus llamadas son las de su documentación.',
  'Signet’s tests run this code {}, against good and bad tokens.':
    'Las pruebas de Signet ejecutan este código con tokens buenos y malos ({0}).',
  'Take it out of one of them.': 'Quítalo de uno de los dos.',
  'Take out line breaks and blanks.': 'Quita los saltos de línea y espacios.',
  'Take out the = signs.': 'Quita los signos =.',
  'Take the character out; it probably came with copying.':
    'Quita el carácter; probablemente vino al copiar.',
  'Take the secret {}, here and wherever the token is verified.':
    'Toma el secreto {0}, aquí y donde se verifique el token.',
  'Take them out first; they are not signed.': 'Quítalos primero; no están firmados.',
  'Text follows after the end of the JSON value': 'Sigue texto tras el final del valor JSON',
  'The HTTP method that this proof is for.': 'El método HTTP para el que vale esta prueba.',
  'The JSON serialisation has a member twice: {}.': 'La serialización JSON tiene un miembro repetido: {0}.',
  'The JWT processor of Nimbus has no EdDSA and no ML-DSA, and its ES256K needs a curve that Java no longer has.':
    'El procesador JWT de Nimbus no tiene EdDSA ni ML-DSA, y su ES256K necesita una curva que Java ya no tiene.',
  'The RSA key can be factored (ROCA, CVE-2017-15361), so that anybody may have signed.':
    'La clave RSA se puede factorizar (ROCA, CVE-2017-15361); cualquiera puede haber firmado.',
  'The RSA key has a public exponent with which anybody can forge signatures.':
    'La clave RSA tiene un exponente público con el que cualquiera puede falsificar firmas.',
  'The RSA key has {} bits and needs 2048 or more (RFC 7518 §3.3): for inspection only.':
    'La clave RSA tiene {0} bits y necesita 2048 o más (RFC 7518 §3.3): solo para inspección.',
  'The RSA key has {} bits and needs 2048 or more (RFC 7518 §4.3): for inspection only.':
    'La clave RSA tiene {0} bits y necesita 2048 o más (RFC 7518 §4.3): solo para inspección.',
  'The RSA key has {} bits; {} are the least that is safe.':
    'La clave RSA tiene {0} bits; lo mínimo seguro son {1}.',
  'The SD-JWT has more disclosures than are read': 'El SD-JWT tiene más divulgaciones de las que se leen',
  'The SD-JWT has no such disclosure': 'El SD-JWT no tiene tal divulgación',
  'The SHA-1 thumbprint of the certificate.': 'La huella SHA-1 del certificado.',
  'The SHA-256 thumbprint of the certificate.': 'La huella SHA-256 del certificado.',
  'The access token is bound to no key (cnf.jkt), so that it works without any proof.':
    'El token de acceso no está vinculado a ninguna clave (cnf.jkt), así que vale sin prueba.',
  'The access token is bound to the key {}, the proof is made with {}.':
    'El token de acceso está vinculado a la clave {0}, la prueba se hizo con {1}.',
  'The address of a page about the person.': 'La dirección de una página sobre la persona.',
  'The address of a picture of the person.': 'La dirección de una imagen de la persona.',
  'The address of the person’s web site.': 'La dirección del sitio web de la persona.',
  'The address that the message is for.': 'La dirección a la que va el mensaje.',
  'The address that this proof is for.': 'La dirección para la que vale esta prueba.',
  'The algorithm of the signature or of the key encryption.':
    'El algoritmo de la firma o del cifrado de la clave.',
  'The algorithm of the token needs {}; this is {}.': 'El algoritmo del token necesita {0}; esto es {1}.',
  'The algorithm that encrypts the content.': 'El algoritmo que cifra el contenido.',
  'The application the token was issued to.': 'La aplicación a la que se emitió el token.',
  'The assertion can be used for more than an hour; whoever sees it can be the client.':
    'La aserción sirve durante más de una hora; quien la vea puede ser el cliente.',
  'The audience is not known, so that tokens for other services would pass.':
    'No se conoce el destinatario, así que pasarían tokens de otros servicios.',
  'The authentication tag of the key encryption.': 'La etiqueta de autenticación del cifrado de la clave.',
  'The casual name.': 'El apodo.',
  'The certificate begins {}.': 'El certificado empieza {0}.',
  'The certificate chain of the key.': 'La cadena de certificados de la clave.',
  'The certificate ended {}.': 'El certificado terminó {0}.',
  'The claim {} is not a time.': 'El claim {0} no es un tiempo.',
  'The claim {} is not of the kind it must be.': 'El claim {0} no es del tipo debido.',
  'The compact form has no place for an unprotected header.':
    'La forma compacta no tiene lugar para una cabecera no protegida.',
  'The compact serialisation has no place for additional authenticated data.':
    'La serialización compacta no tiene lugar para datos autenticados adicionales.',
  'The compact serialisation holds protected headers only, and this token has another.':
    'La serialización compacta solo lleva cabeceras protegidas, y este token tiene otra.',
  'The compressed content is larger than is read here.':
    'El contenido comprimido es mayor de lo que se lee aquí.',
  'The date of birth.': 'La fecha de nacimiento.',
  'The disclosures stand beside the first signature': 'Las divulgaciones están junto a la primera firma',
  'The e-mail address; not an identifier, as it may change hands.':
    'El correo electrónico; no es un identificador, pues puede cambiar de dueño.',
  'The family names.': 'Los apellidos.',
  'The full name.': 'El nombre completo.',
  'The gender.': 'El género.',
  'The given names.': 'Los nombres de pila.',
  'The groups of the subject.': 'Los grupos del sujeto.',
  'The hash of the SD-JWT is not known here': 'El hash del SD-JWT no se conoce aquí',
  'The hash of the access token that this proof goes with.':
    'El hash del token de acceso que acompaña a esta prueba.',
  'The hash of the digests, {}, is not known here.': 'El hash de los resúmenes, {0}, no se conoce aquí.',
  'The hash of those digests.': 'El hash de esos resúmenes.',
  'The header does not name an algorithm.': 'La cabecera no indica un algoritmo.',
  'The header does not name {}': 'La cabecera no indica {0}',
  'The header has no typ, so that the token may be taken for one of another kind.':
    'La cabecera no tiene typ, así que el token puede tomarse por otro tipo.',
  'The header names an algorithm that is not known here.':
    'La cabecera indica un algoritmo que no se conoce aquí.',
  'The header names an algorithm, but the token is to go without a signature.':
    'La cabecera indica un algoritmo, pero el token va sin firma.',
  'The header names no algorithm.': 'La cabecera no indica ningún algoritmo.',
  'The header promises a signature by {}, but there is none.':
    'La cabecera promete una firma {0}, pero no la hay.',
  'The header says alg {}: anybody can have written this token.':
    'La cabecera dice alg {0}: cualquiera puede haber escrito este token.',
  'The header says that the token is not signed.': 'La cabecera dice que el token no está firmado.',
  'The initialisation vector of the key encryption.': 'El vector de inicialización del cifrado de la clave.',
  'The issuer bound the SD-JWT to another key (cnf) than the one that signed the key binding: a verifier refuses it.':
    'El emisor vinculó el SD-JWT a otra clave (cnf) que la que firmó la vinculación de clave: un verificador la rechaza.',
  'The issuer bound the SD-JWT to no key (cnf), so that the key binding proves nothing.':
    'El emisor no vinculó el SD-JWT a ninguna clave (cnf), así que la vinculación no prueba nada.',
  'The issuer is not known, so that tokens of any issuer would pass.':
    'No se conoce el emisor, así que pasarían tokens de cualquiera.',
  'The key binding token is not of type kb+jwt.': 'El token de vinculación no es de tipo kb+jwt.',
  'The key binding token needs {}; there is none.': 'El token de vinculación necesita {0}; no está.',
  'The key binding was made for other disclosures: sd_hash is not the hash of what stands before it.':
    'La vinculación se hizo para otras divulgaciones: sd_hash no es el hash de lo que la precede.',
  'The key cannot sign with {}.': 'La clave no puede firmar con {0}.',
  'The key identifier in the header is not text.': 'El identificador de clave de la cabecera no es texto.',
  'The key is a public one, and the token asks for {}: as a secret, anybody has it.':
    'La clave es pública y el token pide {0}: como secreto, cualquiera la tiene.',
  'The key is encrypted in a way that is not read here.':
    'La clave está cifrada de un modo que no se lee aquí.',
  'The key is encrypted with RSA1_5, which padding attacks break.':
    'La clave está cifrada con RSA1_5, que los ataques de relleno rompen.',
  'The key is for an algorithm that is not accepted here.':
    'La clave es para un algoritmo que no se acepta aquí.',
  'The key is not of the kind that {} needs.': 'La clave no es del tipo que {0} necesita.',
  'The key is too short for {}.': 'La clave es demasiado corta para {0}.',
  'The key of the proof lacks members.': 'A la clave de la prueba le faltan miembros.',
  'The key says that it is for another algorithm than the token names.':
    'La clave dice ser para un algoritmo distinto del que indica el token.',
  'The key says that it is for another algorithm.': 'La clave dice ser para otro algoritmo.',
  'The key says that it is for something else ({}): for inspection only.':
    'La clave dice que es para otra cosa ({0}): solo para inspeccionar.',
  'The key says that it is not for encryption.': 'La clave dice no ser para cifrar.',
  'The key says that it is not for signatures.': 'La clave dice no ser para firmas.',
  'The key set has no key of this name.': 'El conjunto no tiene ninguna clave con este nombre.',
  'The key set holds more keys than are read.': 'El conjunto tiene más claves de las que se leen.',
  'The key that whoever presents the token must prove to have.':
    'La clave que debe probar tener quien presenta el token.',
  'The key to verify with is the private one.': 'La clave para verificar es la privada.',
  'The kid has {} characters, which no key id needs.':
    'El kid tiene {0} caracteres, que ningún identificador necesita.',
  'The kid looks like {}, not like the name of a key.': 'El kid parece {0}, no el nombre de una clave.',
  'The kid of the token is not the kid of the key.': 'El kid del token no es el kid de la clave.',
  'The kind of content; JWT means that another token is inside.':
    'El tipo de contenido; JWT significa que dentro hay otro token.',
  'The kind of token.': 'El tipo de token.',
  'The language and region.': 'El idioma y la región.',
  'The last character carries bits that belong to no byte, so other texts decode to the same bytes':
    'El último carácter lleva bits que no pertenecen a ningún byte; otros textos dan los mismos bytes',
  'The list of critical extensions in the header is not one.':
    'La lista de extensiones críticas de la cabecera no lo es.',
  'The member {} is no object': 'El miembro {0} no es un objeto',
  'The member {} is not text': 'El miembro {0} no es texto',
  'The member {} of the JSON serialisation is not {}.': 'El miembro {0} de la serialización JSON no es {1}.',
  'The middle names.': 'Los segundos nombres.',
  'The modulus has the fingerprint of ROCA: the private key can be computed from the public one.':
    'El módulo tiene la huella de ROCA: la clave privada puede calcularse a partir de la pública.',
  'The modulus is even, so that it is factored already.': 'El módulo es par, así que ya está factorizado.',
  'The name of a member should stand here, in double quotes':
    'Aquí debería estar el nombre de un miembro, entre comillas dobles',
  'The name the person likes to be called by; may change.':
    'El nombre por el que la persona prefiere que la llamen; puede cambiar.',
  'The password does not open this key.': 'La contraseña no abre esta clave.',
  'The payload is detached already': 'El contenido ya está separado',
  'The payload is larger than is signed here.': 'El contenido es mayor de lo que se firma aquí.',
  'The payload is not encoded (b64: false) and holds what a compact token cannot.':
    'El contenido no está codificado (b64: false) y tiene lo que un token compacto no admite.',
  'The payload is signed unencoded (b64 false), but crit does not say so: readers will differ.':
    'El contenido se firmó sin codificar (b64 false), pero crit no lo dice: los lectores diferirán.',
  'The payload of an SD-JWT stays in it': 'El contenido de un SD-JWT se queda en él',
  'The postal address.': 'La dirección postal.',
  'The private key is encrypted with a password.': 'La clave privada está cifrada con una contraseña.',
  'The proof does not bring its public key (jwk).': 'La prueba no trae su clave pública (jwk).',
  'The proof gives its private key away.': 'La prueba revela su clave privada.',
  'The proof is for {}, the request went to {}.': 'La prueba es para {0}, la petición fue a {1}.',
  'The proof is {} s old.': 'La prueba tiene {0} s de antigüedad.',
  'The proof was made {} s in the future.': 'La prueba se hizo {0} s en el futuro.',
  'The public exponent is 1 or even: anybody can forge signatures.':
    'El exponente público es 1 o par: cualquiera puede falsificar firmas.',
  'The public exponent is 3, which careless padding checks have fallen to.':
    'El exponente público es 3, con el que cayeron comprobaciones de relleno descuidadas.',
  'The roles of the subject.': 'Los roles del sujeto.',
  'The salt for turning a password into a key.': 'La sal para convertir una contraseña en clave.',
  'The same digest stands in more than one place.': 'El mismo resumen está en más de un lugar.',
  'The same disclosure was sent more than once.': 'La misma divulgación se envió más de una vez.',
  'The secret has {} bits; HS256 needs {}, HS512 twice as many.':
    'El secreto tiene {0} bits; HS256 necesita {1}, HS512 el doble.',
  'The secret has {} bits; {} needs {} or more (RFC 7518 §3.2).':
    'El secreto tiene {0} bits; {1} necesita {2} o más (RFC 7518 §3.2).',
  'The secret has {} bits; {} needs {} or more.': 'El secreto tiene {0} bits; {1} necesita {2} o más.',
  'The secret stands in lists that attackers try first.':
    'El secreto está en las listas que los atacantes prueban primero.',
  'The sender’s public key for this one message.': 'La clave pública del remitente para este único mensaje.',
  'The session; ending it ends the token.': 'La sesión; al terminar, termina el token.',
  'The signature algorithm is not one that this key may use.':
    'El algoritmo de firma no es uno que esta clave pueda usar.',
  'The signature algorithm of the token is not supported here.':
    'El algoritmo de firma del token no se admite aquí.',
  'The signature does not match the token.': 'La firma no corresponde al token.',
  'The signature is right for the same JSON with other white space: the payload was written anew after signing.':
    'La firma es correcta para el mismo JSON con otros espacios: el contenido se reescribió tras firmar.',
  'Copy the token alone: what stood behind it came along.':
    'Copia solo el token: lo que había detrás vino con él.',
  'Copy the whole token: its last {} characters are probably missing. Else it was signed with another key or algorithm.':
    'Copia el token entero: probablemente faltan sus últimos {0} caracteres. Si no, se firmó con otra clave o algoritmo.',
  'Have the signer encode the bytes of the signature, not a text of them.':
    'Haz que quien firma codifique los bytes de la firma, no un texto de ellos.',
  'Have the signer write its numbers at full length: libraries for big numbers leave out zeros in front, or add one for the sign.':
    'Haz que quien firma escriba sus números con toda su longitud: las bibliotecas de números grandes omiten ceros iniciales o añaden uno por el signo.',
  'The signature is right as far as it goes, but its end is missing: {} of {} bytes, {} characters.':
    'La firma es correcta hasta donde llega, pero le falta el final: {0} de {1} bytes, {2} caracteres.',
  'The signature is right in its first {} bytes; {} more stand behind it.':
    'La firma es correcta en sus primeros {0} bytes; detrás hay {1} más.',
  'The signature is right once the zeros in front of {} are as many as they must be: it has {} bytes in place of {}.':
    'La firma es correcta en cuanto hay delante de {0} tantos ceros como debe: tiene {1} bytes en lugar de {2}.',
  'The signature is right, but written as the text of its {} before it was written as base64url.':
    'La firma es correcta, pero se escribió como texto en {0} antes de pasarla a base64url.',
  'The token was signed with another key or algorithm, or {} characters were appended to it.':
    'El token se firmó con otra clave o algoritmo, o se le añadieron {0} caracteres.',
  'the number': 'el número',
  'The signature is right, but written as ASN.1 DER where a JWS has its two halves side by side.':
    'La firma es correcta, pero escrita en ASN.1 DER donde un JWS tiene sus dos mitades seguidas.',
  'The signature stands, but a JWT must not use b64: false.':
    'La firma es correcta, pero un JWT no debe usar b64: false.',
  'The signature verifies as {}, which is not the algorithm that the header names.':
    'La firma es correcta como {0}, que no es el algoritmo que indica la cabecera.',
  'The signature verifies when the secret is taken {}.': 'La firma es correcta si el secreto se toma {0}.',
  'The signature verifies with the key {}, but the token names the key {}.':
    'La firma es correcta con la clave {0}, pero el token indica la clave {1}.',
  'The signature verifies with this key, but the key is marked for something else: {}.':
    'La firma es correcta con esta clave, pero está marcada para otra cosa: {0}.',
  'The signatures disagree about b64.': 'Las firmas no coinciden en b64.',
  'The telephone number.': 'El número de teléfono.',
  'The text begins like JSON and is none: at character {}, {}.':
    'El texto empieza como JSON y no lo es: en el carácter {0}: {1}.',
  'The text ends inside a string': 'El texto termina dentro de una cadena',
  'The text ends where a value should stand': 'El texto termina donde debería haber un valor',
  'The text has {} characters; up to {} are read here.':
    'El texto tiene {0} caracteres; aquí se leen hasta {1}.',
  'The time zone.': 'La zona horaria.',
  'The token begins like a JSON serialisation and is none':
    'El token empieza como una serialización JSON y no lo es',
  'The token brings {}; a verifier that follows it lets anybody sign.':
    'El token trae {0}; un verificador que lo siga deja firmar a cualquiera.',
  'The token came in an address, which ends in logs, histories and Referer headers.':
    'El token llegó en una dirección, que acaba en registros, historiales y cabeceras Referer.',
  'The token cannot be decrypted with this key.': 'El token no se puede descifrar con esta clave.',
  'The token comes from another issuer.': 'El token viene de otro emisor.',
  'The token demands an extension that is not understood here, so it must be refused.':
    'El token exige una extensión que aquí no se entiende, así que debe rechazarse.',
  'The token does not have three segments': 'El token no tiene tres segmentos',
  'The token does not say who issued it (iss), so that a key of another issuer may fit.':
    'El token no dice quién lo emitió (iss), así que podría servir la clave de otro emisor.',
  'The token does not say whom it is for (aud), so that every service that trusts the issuer takes it.':
    'El token no dice para quién es (aud), así que lo acepta todo servicio que confíe en el emisor.',
  'The token expired {}.': 'El token caducó {0}.',
  'The token has a payload already': 'El token ya tiene un contenido',
  'The token has expired.': 'El token ha caducado.',
  'The token has five segments, so it is encrypted (JWE).':
    'El token tiene cinco segmentos, así que está cifrado (JWE).',
  'The token has members that no serialisation knows, and that would be lost.':
    'El token tiene miembros que ninguna serialización conoce y que se perderían.',
  'The token has more {} than are read': 'El token tiene más {0} de lo que se lee',
  'The token has no identifier (jti), so that it cannot be revoked or recognised one by one.':
    'El token no tiene identificador (jti), así que no se puede revocar ni reconocer uno a uno.',
  'The token has no recipient': 'El token no tiene destinatario',
  'The token has no signature.': 'El token no tiene firma.',
  'The token has no such entry among its {}.': 'El token no tiene tal entrada entre {0}.',
  'The token is encrypted (JWE).': 'El token está cifrado (JWE).',
  'The token is for several audiences and does not say to which application it was issued (azp).':
    'El token es para varios destinatarios y no dice a qué aplicación se emitió (azp).',
  'The token is larger than is read here.': 'El token es mayor de lo que se lee aquí.',
  'The token is meant for another audience.': 'El token es para otro destinatario.',
  'The token is neither text nor a JSON object': 'El token no es texto ni un objeto JSON',
  'The token is never valid: it begins (nbf) after it ends (exp).':
    'El token nunca es válido: empieza (nbf) después de terminar (exp).',
  'The token is no compact JWE': 'El token no es un JWE compacto',
  'The token is not signed.': 'El token no está firmado.',
  'The token is not valid yet.': 'El token aún no es válido.',
  'The token is of another type.': 'El token es de otro tipo.',
  'The token is signed with a secret that stands in lists: anybody can sign such tokens.':
    'El token está firmado con un secreto que figura en listas: cualquiera puede firmar tokens así.',
  'The token is valid from {} only.': 'El token solo es válido desde {0}.',
  'The token lacks something that its algorithm needs': 'Al token le falta algo que su algoritmo necesita',
  'The token lacks the claim {}.': 'Al token le falta el claim {0}.',
  'The token lives for {}; whoever steals it has it for as long.':
    'El token vive {0}; quien lo robe lo tiene igual de tiempo.',
  'The token mixes the flattened and the general form': 'El token mezcla la forma aplanada y la general',
  'The token names another algorithm than the one to accept.':
    'El token indica un algoritmo distinto del que se acepta.',
  'The token names another key management algorithm than the one to accept.':
    'El token indica otro algoritmo de gestión de claves que el que se acepta.',
  'The token names neither a session (sid) nor a subject (sub), so that nobody can be logged out.':
    'El token no indica sesión (sid) ni sujeto (sub), así que no se puede cerrar la sesión de nadie.',
  'The token never expires: there is no exp.': 'El token no caduca nunca: no tiene exp.',
  'The token says that it is issued {}.': 'El token dice que se emite {0}.',
  'The token says that it is not signed.': 'El token dice que no está firmado.',
  'The token says that it is not signed: anybody can have written it.':
    'El token dice que no está firmado: cualquiera puede haberlo escrito.',
  'The token says that its payload is not base64url, and does not say so where it counts.':
    'El token dice que su contenido no es base64url, pero no lo dice donde cuenta.',
  'The token says that its payload is not base64url, which is not accepted here.':
    'El token dice que su contenido no es base64url, lo que aquí no se acepta.',
  'The token was issued {} s in the future.': 'El token se emitió {0} s en el futuro.',
  'The token was signed with the text of the public key as a shared secret. Anybody who has that key can do this.':
    'El token se firmó con el texto de la clave pública como secreto compartido. Puede hacerlo cualquiera que la tenga.',
  'The token’s own identifier; the same one twice may be a replay.':
    'El identificador propio del token; repetido puede ser una reutilización.',
  'The transaction that the event belongs to.': 'La transacción a la que pertenece el evento.',
  'The type of a verifiable credential.': 'El tipo de una credencial verificable.',
  'The unprotected header is no object': 'La cabecera no protegida no es un objeto',
  'The zip parameter is not protected': 'El parámetro zip no está protegido',
  'The {} cannot stand in a program: it is empty, too long or holds half a character.':
    '{0} no puede estar en un programa: está vacío, es demasiado largo o tiene medio carácter.',
  'The {} has a member twice': 'Miembro repetido, parte: {0}',
  'The {} is JSON, but not an object: it is of kind {}.': 'JSON, pero no un objeto, parte: {0}; tipo: {1}.',
  'The {} is not JSON': 'No es JSON, parte: {0}',
  'The {} is not JSON: at character {} of its text, {}.':
    'No es JSON, parte: {0}, carácter {1} de su texto: {2}.',
  'The {} is not UTF-8': 'No es UTF-8, parte: {0}',
  'The {} is not a JSON object': 'No es un objeto JSON, parte: {0}',
  'The {} is not base64url at character {}: {}.': 'No es base64url, parte: {0}, carácter {1}: {2}.',
  'The {} is not canonical base64url': 'No es base64url canónico, parte: {0}',
  'The {} is not text: byte {} cannot stand there in UTF-8.':
    'No es texto, parte: {0}; el byte {1} no puede estar ahí en UTF-8.',
  'The {} of the token holds more values than are read here.':
    '{0} del token contiene más valores de los que aquí se leen.',
  'The {} of the token is not supported here, so nothing was decrypted.':
    '{0} del token no se admite aquí, así que no se descifró nada.',
  'The {} serialisation has room for one of the {} {} of this token.':
    'La serialización «{0}» tiene lugar para uno de los {1} {2} de este token.',
  'There are more than {} values': 'Hay más de {0} valores',
  'There is no {}, so that nothing ties the ID token to the {} it came with.':
    'No hay {0}, así que nada une el token de ID con lo que llegó con él: {1}.',
  'This character is not in the base64url alphabet (A–Z, a–z, 0–9, - and _)':
    'Este carácter no está en el alfabeto base64url (A–Z, a–z, 0–9, - y _)',
  'This escape is not one that JSON knows': 'JSON no conoce este escape',
  'This form of PEM is not read here.': 'Esta forma de PEM no se lee aquí.',
  'This form of a token has another number of signatures.':
    'Esta forma de token tiene otro número de firmas.',
  'This is JSON, but no token: it has neither a signature nor a ciphertext.':
    'Esto es JSON, pero no un token: no tiene firma ni texto cifrado.',
  'The secret is the text of an asymmetric key: whoever has its public half can sign.':
    'El secreto es el texto de una clave asimétrica: quien tenga su mitad pública puede firmar.',
  'This is a {} file, not a secret.': 'Esto es un archivo {0}, no un secreto.',
  'This is a public key; decrypting needs the private one.':
    'Esta es una clave pública; para descifrar hace falta la privada.',
  'This is a public key; signing needs the private one.':
    'Esta es una clave pública; para firmar hace falta la privada.',
  'This is no SD-JWT': 'Esto no es un SD-JWT',
  'This is no name of an environment variable.': 'Esto no es un nombre de variable de entorno.',
  'This is no {} that can be read.': 'No se puede leer como: {0}.',
  'This is not JSON': 'Esto no es JSON',
  'This is plain base64; base64url writes - for + and _ for /':
    'Esto es base64 corriente; base64url escribe - por + y _ por /',
  'This key can sign, and stands where a public key belongs.':
    'Esta clave puede firmar y está donde debe ir una pública.',
  'This payload cannot stand in the token as it is.': 'Este contenido no puede estar así en el token.',
  'This runtime cannot encrypt with {}.': 'Este entorno no puede cifrar con {0}.',
  'This runtime cannot make a key for {}.': 'Este entorno no puede crear una clave para {0}.',
  'This runtime cannot sign with {}.': 'Este entorno no puede firmar con {0}.',
  'This runtime cannot verify {}, so nothing is said about the signature.':
    'Este entorno no puede verificar {0}, así que no se dice nada de la firma.',
  'This runtime does not support what the token needs, so nothing was decrypted.':
    'Este entorno no admite lo que el token necesita, así que no se descifró nada.',
  'Ties a key binding token to the disclosed claims.': 'Une un token de vinculación a los claims divulgados.',
  'Ties an ID token to a state.': 'Une un token de ID a un state.',
  'Ties an ID token to an access token.': 'Une un token de ID a un token de acceso.',
  'Ties an ID token to an authorisation code.': 'Une un token de ID a un código de autorización.',
  'Ties an ID token to the request that asked for it.': 'Une un token de ID a la petición que lo pidió.',
  'Try the password again, without a line end after it.':
    'Prueba de nuevo la contraseña, sin fin de línea detrás.',
  'Use 65537 for the next key.': 'Usa 65537 para la próxima clave.',
  'Use a longer key, such as RSA with 2048 bits.': 'Usa una clave más larga, como RSA de 2048 bits.',
  'Use a newer browser or Node.js, or another key.': 'Usa un navegador o Node.js más reciente, u otra clave.',
  'Use a newer browser or Node.js.': 'Usa un navegador o Node.js más reciente.',
  'Use a random secret of {} bytes or more.': 'Usa un secreto aleatorio de {0} bytes o más.',
  'Use a signed token.': 'Usa un token firmado.',
  'Use a token from the issuer; an unsigned one can be written by anybody.':
    'Usa un token del emisor; uno sin firmar lo puede escribir cualquiera.',
  'Use an RSA key of 2048 bits or more.': 'Usa una clave RSA de 2048 bits o más.',
  'Use random bytes, at least as many as the hash has.':
    'Usa bytes aleatorios, al menos tantos como el hash.',
  'Use sha-256.': 'Usa sha-256.',
  'Use the key that belongs to the issuer’s algorithm.':
    'Usa la clave que corresponde al algoritmo del emisor.',
  'Use the key that was made for this algorithm, or name the algorithm of this key.':
    'Usa la clave hecha para este algoritmo, o indica el algoritmo de esta clave.',
  'Use the private half. It is kept by whoever issues the tokens.':
    'Usa la mitad privada. La guarda quien emite los tokens.',
  'Use the private half. It is kept by whoever the token is for.':
    'Usa la mitad privada. La guarda el destinatario del token.',
  'Use the token as it was issued; if it was, it comes from another key than the one named.':
    'Usa el token tal como se emitió; si lo es, viene de otra clave que la indicada.',
  'Wait until then; if that is now, one of the two clocks is wrong.':
    'Espera hasta entonces; si es ahora, uno de los dos relojes va mal.',
  'What happened, in a security event token.': 'Lo ocurrido, en un token de evento de seguridad.',
  'What stands behind the last ~ is no key binding token':
    'Lo que sigue al último ~ no es un token de vinculación de clave',
  'What the subject is entitled to.': 'A qué tiene derecho el sujeto.',
  'What the token allows, in detail.': 'Lo que permite el token, en detalle.',
  'What the token allows, separated by spaces.': 'Lo que permite el token, separado por espacios.',
  'When the event happened.': 'Cuándo ocurrió el evento.',
  'When the person last signed in.': 'Cuándo inició sesión la persona por última vez.',
  'When the profile was last changed.': 'Cuándo se cambió el perfil por última vez.',
  'When the token was issued.': 'Cuándo se emitió el token.',
  'Where to ask whether the token was withdrawn.': 'Dónde preguntar si el token fue retirado.',
  'Whether the issuer has made sure of the e-mail address.':
    'Si el emisor ha comprobado el correo electrónico.',
  'Whether the issuer has made sure of the telephone number.':
    'Si el emisor ha comprobado el número de teléfono.',
  'Whether the payload is base64url; false changes what is signed.':
    'Si el contenido es base64url; false cambia lo que se firma.',
  'Which of the issuer’s keys was used.': 'Cuál de las claves del emisor se usó.',
  'White space stands inside the segment': 'Hay espacios dentro del segmento',
  'Who acts on behalf of the subject.': 'Quién actúa en nombre del sujeto.',
  'Who issued the token.': 'Quién emitió el token.',
  'Who may act on behalf of the subject.': 'Quién puede actuar en nombre del sujeto.',
  'Whom or what the token is about.': 'De quién o de qué trata el token.',
  'Whom the token is meant for; everyone else must refuse it.':
    'Para quién es el token; los demás deben rechazarlo.',
  'Write "alg": "none", or sign with a key.': 'Escribe "alg": "none", o firma con una clave.',
  'Write aud as a text or a list of texts.': 'Escribe aud como texto o lista de textos.',
  'Write it as a JSON number of seconds.': 'Escríbelo como número JSON de segundos.',
  'Write it as a string.': 'Escríbelo como cadena.',
  'Write scope as "read write".': 'Escribe scope como "read write".',
  'Write seconds.': 'Escribe segundos.',
  'Write the token in the flattened serialisation.': 'Escribe el token en la serialización aplanada.',
  'Write {} as a JSON number of seconds.': 'Escribe {0} como número JSON de segundos.',
  '`{}` again at character {}': '`{0}` otra vez en el carácter {1}',
  'a JSON {}': 'JSON, tipo: {0}',
  'a JWK set': 'un conjunto JWK',
  'a JWK, a JWK set, PEM (PUBLIC KEY, PRIVATE KEY or CERTIFICATE) or a secret':
    'un JWK, un conjunto JWK, PEM (PUBLIC KEY, PRIVATE KEY o CERTIFICATE) o un secreto',
  'a JWK, a JWK set, PEM or {"secret", "encoding"}': 'un JWK, un conjunto JWK, PEM o {"secret", "encoding"}',
  'a JWT with a payload in base64url': 'un JWT con un contenido en base64url',
  'a PEM key': 'una clave PEM',
  'a byte order mark': 'una marca de orden de bytes',
  'a dot': 'un punto',
  'a key for': 'una clave para',
  'a key for {}': 'una clave para {0}',
  'a key of type {}': 'una clave de tipo {0}',
  'a key of type {} for {}': 'una clave de tipo {0} para {1}',
  'a key of type {} {}': 'una clave de tipo {0} {1}',
  'a key on one of {}': 'una clave en una de {0}',
  'a key pair': 'un par de claves',
  'a key with room for the hash': 'una clave con lugar para el hash',
  'a list with at least one name, or no crit at all': 'una lista con al menos un nombre, o ningún crit',
  'a number from 1 to {}': 'un número de 1 a {0}',
  'a number of seconds since 1970-01-01T00:00:00Z': 'un número de segundos desde 1970-01-01T00:00:00Z',
  'a password of one character or more': 'una contraseña de un carácter o más',
  'a password or secret': 'una contraseña o un secreto',
  'a path through folders': 'una ruta de carpetas',
  'a payload in UTF-8': 'un contenido en UTF-8',
  'a piece of SQL': 'un fragmento de SQL',
  'a private key': 'una clave privada',
  'a protected header only': 'solo una cabecera protegida',
  'a protected list that names each extension once, each in the protected header':
    'una lista protegida que nombre cada extensión una vez, todas en la cabecera protegida',
  'a public key': 'una clave pública',
  'a public key of type {}': 'una clave pública de tipo {0}',
  'a public key on the curve {}': 'una clave pública en la curva {0}',
  'a random secret': 'un secreto aleatorio',
  'a secret': 'un secreto',
  'a secret of one byte or more': 'un secreto de un byte o más',
  'a secret of {} bytes': 'un secreto de {0} bytes',
  'a set of keys for': 'un conjunto de claves para',
  'a set of keys for {}': 'un conjunto de claves para {0}',
  'a shared secret': 'un secreto compartido',
  'a shell command': 'una orden de shell',
  'a signature by the {} key that was given': 'una firma con la clave {0} indicada',
  'a signature by {}': 'una firma de {0}',
  'a signature over other bytes or by another key': 'una firma de otros bytes o con otra clave',
  'a signed token': 'un token firmado',
  'a signed token (JWS)': 'un token firmado (JWS)',
  'a signed token (JWS) of three segments': 'un token firmado (JWS) de tres segmentos',
  'a string': 'una cadena',
  'a string or a list of strings': 'una cadena o una lista de cadenas',
  'a text that was taken for a secret': 'un texto que se tomó como secreto',
  'a token for another key, or one that was changed': 'un token para otra clave, o modificado',
  'a token of a trusted key': 'un token de una clave de confianza',
  'a token that was encrypted for the {} key that was given': 'un token cifrado para la clave {0} indicada',
  'a token with aad': 'un token con aad',
  'a token with one of them, or the number of the one to keep (1 to {})':
    'un token con una de ellas, o el número de la que se conserva (1 a {0})',
  'a token without aad': 'un token sin aad',
  'a trusted {} key': 'una clave {0} de confianza',
  'a type that may be used here': 'un tipo que se puede usar aquí',
  'a use before {}': 'uso antes de {0}',
  'a use from {} on{}': 'uso desde {0}{1}',
  'a value that is nested too deep to be shown': 'un valor anidado demasiado hondo para mostrarse',
  'access token': 'token de acceso',
  'alg is not protected by the signature (RFC 7515 §10.7).':
    'alg no está protegido por la firma (RFC 7515 §10.7).',
  'an RSA key of 2048 bits or more': 'una clave RSA de 2048 bits o más',
  'an address': 'una dirección',
  'an address of certificates (x5u)': 'una dirección de certificados (x5u)',
  'an address of keys (jku)': 'una dirección de claves (jku)',
  'an algorithm as text': 'un algoritmo como texto',
  'an algorithm that this runtime has': 'un algoritmo que tenga este entorno',
  'an algorithm to sign with': 'un algoritmo para firmar',
  'an e-mail address': 'un correo electrónico',
  'an element that is held back': 'un elemento retenido',
  'an empty header': 'una cabecera vacía',
  'an empty list': 'una lista vacía',
  'an encrypted token (JWE)': 'un token cifrado (JWE)',
  'an encrypted token (JWE) of five segments': 'un token cifrado (JWE) de cinco segmentos',
  'an object': 'un objeto',
  'an odd exponent of 3 or more, usually 65537': 'un exponente impar de 3 o más, normalmente 65537',
  'an official number of a person': 'un número oficial de una persona',
  'another key': 'otra clave',
  array: 'array',
  'as base64': 'como base64',
  'as base64url': 'como base64url',
  'as hexadecimal': 'como hexadecimal',
  'The RSA modulus is even and so factored already: anybody may have signed.':
    'El módulo RSA es par y por tanto ya está factorizado: cualquiera puede haber firmado.',
  'The private half of this RSA key can be computed from the public one, so that anybody may sign.':
    'La mitad privada de esta clave RSA se puede calcular a partir de la pública, de modo que cualquiera puede firmar.',
  'a modulus of two secret primes': 'un módulo de dos primos secretos',
  'a modulus with the fingerprint of ROCA': 'un módulo con la huella de ROCA',
  'an even modulus': 'un módulo par',
  'as text with U+FFFD for what is no UTF-8': 'como texto con U+FFFD en lugar de lo que no es UTF-8',
  'as the bytes of its file': 'como los bytes de su archivo',
  'as the text of its base64': 'como el texto de su base64',
  'as the text of its base64url': 'como el texto de su base64url',
  'the bytes of an asymmetric key': 'los bytes de una clave asimétrica',
  'without the line break at its end': 'sin el salto de línea final',
  'at character {} of the {}: {}': 'en el carácter {0}, parte {1}: {2}',
  'at character {}: {}': 'en el carácter {0}: {1}',
  'at least {} bits': 'al menos {0} bits',
  'at most {}': 'como máximo {0}',
  'at most {} bytes': 'como máximo {0} bytes',
  'at most {} iterations': 'como máximo {0} iteraciones',
  'at most {} keys': 'como máximo {0} claves',
  'at most {} paths': 'como máximo {0} rutas',
  'at most {} values, lists and objects included': 'como máximo {0} valores, listas y objetos incluidos',
  'at most {} rounds of PBKDF2': 'como máximo {0} rondas de PBKDF2',
  'ath is not the hash of the access token that was given.':
    'ath no es el hash del token de acceso indicado.',
  'aud is {} and does not name {}.': 'aud es {0} y no nombra {1}.',
  'aud is {}, which is neither a text nor a list of texts.':
    'aud es {0}, que no es texto ni lista de textos.',
  'authorisation code': 'código de autorización',
  'b64 false': 'b64 false',
  'b64 true or false, and named in crit when false': 'b64 true o false, y nombrado en crit si es false',
  'base64url without padding or white space': 'base64url sin relleno ni espacios',
  'claims nested at most {} levels deep': 'claims anidados como máximo a {0} niveles',
  'claims of other names': 'claims con otros nombres',
  'claims: {}': 'claims: {0}',
  'client assertion': 'aserción de cliente',
  'control characters': 'caracteres de control',
  'each member once': 'cada miembro una vez',
  'each parameter in one of the two headers': 'cada parámetro en una de las dos cabeceras',
  'encrypted token (JWE)': 'token cifrado (JWE)',
  'events does not hold the logout event {} with an object.':
    'events no contiene el evento de cierre {0} con un objeto.',
  'every header parameter in the protected header': 'cada parámetro en la cabecera protegida',
  'five segments, separated by dots': 'cinco segmentos separados por puntos',
  'from {} to {}': 'de {0} a {1}',
  header: 'cabecera',
  'htu is {}, which is no address.': 'htu es {0}, que no es una dirección.',
  'iat is no number.': 'iat no es un número.',
  'in {}': 'dentro de {0}',
  'iss is {} and sub is {}; a client speaks for itself, so both are its id.':
    'iss es {0} y sub es {1}; un cliente habla por sí mismo, así que ambos son su id.',
  'its own certificates (x5c)': 'sus propios certificados (x5c)',
  'its own key (jwk)': 'su propia clave (jwk)',
  key: 'clave',
  'key for {}': 'clave para {0}',
  'key of a kind that JWK knows': 'clave de un tipo que JWK conoce',
  'key of a kind that is known here': 'clave de un tipo conocido aquí',
  'Give the key alone: one PEM, JWK or key set.': 'Da solo la clave: un PEM, un JWK o un conjunto de claves.',
  'key on {}': 'clave en {0}',
  'key_ops with verify or sign, or none': 'key_ops con verify o sign, o ninguno',
  'line breaks and blanks inside the token': 'saltos de línea y espacios dentro del token',
  literal: 'true, false o null',
  'logout token': 'token de cierre de sesión',
  'more than five segments': 'más de cinco segmentos',
  'no audience is accepted': 'no se acepta ningún destinatario',
  'no b64 parameter': 'sin parámetro b64',
  'no critical extension but b64': 'ninguna extensión crítica salvo b64',
  'no critical extensions': 'ninguna extensión crítica',
  'no issuer is accepted': 'no se acepta ningún emisor',
  'no kid': 'sin kid',
  'no typ': 'sin typ',
  'none of {}': 'ninguno de {0}',
  'not protected: {}': 'no protegido: {0}',
  'nothing, or a compact JWS of type kb+jwt': 'nada, o un JWS compacto de tipo kb+jwt',
  now: 'ahora',
  number: 'número',
  'one key of the holder, in the claims or beside them':
    'una clave del titular, en los claims o junto a ellos',
  'one of {}': 'uno de {0}',
  'one payload, in the token or beside it': 'un contenido, en el token o junto a él',
  'one signature; in the general form up to {}': 'una firma; en la forma general hasta {0}',
  'one without kid': 'una sin kid',
  password: 'contraseña',
  payload: 'contenido',
  'percent-encoding': 'codificación por ciento',
  'printable ASCII without a dot': 'ASCII imprimible sin punto',
  'printable ASCII without a full stop': 'ASCII imprimible sin punto',
  'private key for {}': 'clave privada para {0}',
  'private key on {}': 'clave privada en {0}',
  'public key for {}': 'clave pública para {0}',
  'public keys only': 'solo claves públicas',
  quotes: 'comillas',
  'scope is not one text of words with a blank between them.':
    'scope no es un texto de palabras con un espacio entre ellas.',
  secret: 'secreto',
  'secret in {}': 'secreto en {0}',
  'secret of {} bits': 'secreto de {0} bits',
  'security event token': 'token de evento de seguridad',
  signature: 'firma',
  'single key': 'clave única',
  'something else': 'otra cosa',
  string: 'cadena',
  'text that is no token': 'texto que no es un token',
  'text with a PEM header': 'texto con una cabecera PEM',
  'the address': 'la dirección',
  'the address or parameters around the token': 'la dirección o los parámetros en torno al token',
  'the character U+{}': 'el carácter U+{0}',
  'the claim {}': 'el claim {0}',
  'the disclosures of an SD-JWT': 'las divulgaciones de un SD-JWT',
  'the kid of one of them: {}': 'el kid de uno de ellos: {0}',
  'the members of RFC 7515 §7.2 or RFC 7516 §7.2 alone': 'solo los miembros de RFC 7515 §7.2 o RFC 7516 §7.2',
  'the name of the Authorization header': 'el nombre de la cabecera Authorization',
  'the password that it was encrypted with': 'la contraseña con la que se cifró',
  'the path of a claim or an element that is there': 'la ruta de un claim o elemento que exista',
  'the same b64 in every protected header': 'el mismo b64 en cada cabecera protegida',
  'the signature of another key of the set{}': 'la firma de otra clave del conjunto{0}',
  'the token response around the token': 'la respuesta en torno al token',
  'the word Bearer': 'la palabra Bearer',
  'the word DPoP': 'la palabra DPoP',
  'there is no typ': 'no hay typ',
  'three segments, separated by dots': 'tres segmentos separados por puntos',
  'three segments: it is signed, not encrypted': 'tres segmentos: está firmado, no cifrado',
  'token without a signature': 'token sin firma',
  'typ is {}': 'typ es {0}',
  'typ must be {}; {}.': 'typ debe ser {0}; {1}.',
  unsigned: 'sin firma',
  'use enc and key_ops to decrypt, or none': 'use enc y key_ops para descifrar, o ninguno',
  'use sig, or none': 'use sig, o ninguno',
  'used at {}': 'usado a las {0}',
  'what looks like a card number': 'lo que parece un número de tarjeta',
  'what looks like an access key of a cloud or code host':
    'lo que parece una clave de acceso de una nube o un alojamiento de código',
  'white space around the token': 'espacios en torno al token',
  'with \\n turned into line breaks': 'con \\n como saltos de línea',
  'with a Windows line break at its end': 'con un salto de línea de Windows al final',
  'with a line break at its end': 'con un salto de línea al final',
  'with its percent-encoding undone': 'sin su codificación por ciento',
  'without its byte order mark': 'sin su marca de orden de bytes',
  'without the quotes around it': 'sin las comillas que lo rodean',
  'without the white space around it': 'sin los espacios que lo rodean',
  'zip with {}': 'zip con {0}',
  '{} (give or take {} s)': '{0} (± {1} s)',
  '{} Found: {}.': '{0} Encontrado: {1}.',
  '{} ago': 'hace {0}',
  '{} and again {}': '{0} y de nuevo {1}',
  '{} and {}': '{0} y {1}',
  '{} and {} more': '{0} y {1} más',
  '{} bits': '{0} bits',
  '{} bytes': '{0} bytes',
  '{} bytes for {}': '{0} bytes para {1}',
  '{} bytes that begin like ASN.1 DER': '{0} bytes que empiezan como ASN.1 DER',
  '{} day': '{0} día',
  '{} days': '{0} días',
  '{} for {}': '{0} para {1}',
  '{} h': '{0} h',
  '{} holds a number that many programs cannot keep exactly.':
    '{0} tiene un número que muchos programas no pueden conservar con exactitud.',
  '{} holds {}; a signed token can be read by everybody who sees it.':
    '{0} contiene {1}; un token firmado lo puede leer quien lo vea.',
  '{} is in milliseconds; read as seconds it is thousands of years away.':
    '{0} está en milisegundos; leído en segundos queda a miles de años.',
  '{} is in milliseconds; verifiers read it as seconds, thousands of years away.':
    '{0} está en milisegundos; los verificadores lo leen en segundos, a miles de años.',
  '{} is no number.': '{0} no es un número.',
  '{} is not a number of seconds, so it is no time.':
    '{0} no es un número de segundos, así que no es un tiempo.',
  '{} is not a number, so it is no time.': '{0} no es un número, así que no es un tiempo.',
  '{} is verified with a public key; a secret is for HS256, HS384 and HS512.':
    '{0} se verifica con una clave pública; un secreto es para HS256, HS384 y HS512.',
  '{} is {}; of the {} given it is {}.': '{0} es {1}; de {2} indicado sería {3}.',
  '{} is {}; {} is expected.': '{0} es {1}; se espera {2}.',
  '{} key {}': 'clave {0} {1}',
  '{} keys': '{0} claves',
  '{} keys that fit': '{0} claves que sirven',
  '{} limits the token, and its holder could hold it back (RFC 9901 §9.7).':
    '{0} limita el token, y su titular podría retenerlo (RFC 9901 §9.7).',
  '{} min': '{0} min',
  '{} month': '{0} mes',
  '{} months': '{0} meses',
  '{} needs a secret, which is never published as a key set or as a public key.':
    '{0} necesita un secreto, que nunca se publica como conjunto de claves ni como clave pública.',
  '{} needs a shared secret, which is not allowed here.':
    '{0} necesita un secreto compartido, que aquí no se permite.',
  '{} needs {}; there is none.': '{0} necesita {1}; no está.',
  '{} of {} bits': '{0} de {1} bits',
  '{} on {}': '{0} en {1}',
  '{} or more segments': '{0} o más segmentos',
  '{} or {}': '{0} o {1}',
  '{} private key': 'clave privada {0}',
  '{} public key': 'clave pública {0}',
  '{} rounds': '{0} rondas',
  '{} s': '{0} s',
  '{} s since 1970': '{0} s desde 1970',
  '{} segment(s)': '{0} segmentos',
  '{} segment{}': '{0} segmento(s)',
  '{} stands twice; readers differ in which of the two they take.':
    '{0} está dos veces; los lectores difieren en cuál toman.',
  '{} year': '{0} año',
  '{} years': '{0} años',
  '{} {} key{}': '{0} {1} key{2}',
  '{}, or a key that names no algorithm': '{0}, o una clave que no indique algoritmo',
  'a signature by none of the {} keys that were tried; {} more could fit':
    'una firma de ninguna de las {0} claves que se probaron; otras {1} podrían encajar',
  'Have the issuer name its keys with kid, in the key set and in its tokens.':
    'Haz que el emisor nombre sus claves con kid, en el conjunto de claves y en sus tokens.',
  'Ed25519: ssh-keygen does not convert it, so make a new key: signet key generate --alg EdDSA --out private.jwk – RSA and ECDSA: convert a copy of the file, which is written over: ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY':
    'Ed25519: ssh-keygen no la convierte, así que crea una clave nueva: signet key generate --alg EdDSA --out private.jwk – RSA y ECDSA: convierte una copia del archivo, que se sobrescribe: ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY',
  'Convert it, which asks for the password: openssl pkey -in key.pem -out plain.pem':
    'Conviértela; se pedirá la contraseña: openssl pkey -in key.pem -out plain.pem',
  'Convert it: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (add -pubin -pubout for a public key).':
    'Conviértela: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (añade -pubin -pubout para una clave pública).',
  'Convert it: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem':
    'Conviértela: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem',
  'Convert it: ssh-keygen -i -f key.pub': 'Conviértela: ssh-keygen -i -f key.pub',
  'Copy the key itself, or give the address of the key set.':
    'Copia la clave misma o indica la dirección del conjunto de claves.',
  'EC (explicit parameters)': 'EC (parámetros explícitos)',
  'Give a JWK, which has the member kty, or a set of them in the member keys.':
    'Da un JWK, que tiene el miembro kty, o un conjunto de ellos en el miembro keys.',
  'Give one of them alone.': 'Da solo una de ellas.',
  'Give only what stands after =, without quotation marks.':
    'Da solo lo que está después de =, sin comillas.',
  'Give the key that it was signed with, or the issuer’s key set.':
    'Da la clave con la que se firmó o el conjunto de claves del emisor.',
  'Have the keys fetched from there: `--jwks-url` on the command line, “Fetch keys” on the page.':
    'Haz que se obtengan las claves de ahí: `--jwks-url` en la línea de comandos, «Obtener claves» en la página.',
  'Have whoever makes this key write it as RFC 7518 says, or take it from where it was made.':
    'Haz que quien crea esta clave la escriba como dice RFC 7518, o tómala de donde se creó.',
  'RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 or ML-DSA':
    'RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 o ML-DSA',
  'Take its key out: openssl req -in request.pem -noout -pubkey':
    'Extrae su clave: openssl req -in request.pem -noout -pubkey',
  'Take the certificate out: keytool -exportcert -rfc -keystore FILE -alias NAME':
    'Extrae el certificado: keytool -exportcert -rfc -keystore FILE -alias NAME',
  'Take the certificates out: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem':
    'Extrae los certificados: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem',
  'Take the key as whoever made it gives it, not as another program shows it.':
    'Toma la clave tal como la da quien la creó, no como la muestra otro programa.',
  'Take the key out: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem':
    'Extrae la clave: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem',
  'The key set holds what signs, not the public half alone: whoever reads the set may have signed.':
    'El conjunto de claves contiene lo que firma, no solo la mitad pública: quien lo lea puede haber firmado.',
  'The key spells out the parameters of its curve in the place of naming it.':
    'La clave escribe los parámetros de su curva en lugar de nombrarla.',
  'The member {} of the key is not what it must be.': 'El miembro {0} de la clave no es lo que debe ser.',
  'The point of the key is compressed, which is not read here.':
    'El punto de la clave está comprimido, lo que aquí no se lee.',
  'The private key is encrypted in the old way of OpenSSL.':
    'La clave privada está cifrada a la manera antigua de OpenSSL.',
  'This JSON holds several keys.': 'Este JSON contiene varias claves.',
  'This is JSON, but no key.': 'Esto es JSON, pero no una clave.',
  'This is a discovery document: it says where the keys are.':
    'Esto es un documento de descubrimiento: dice dónde están las claves.',
  'This is a key store of Java, not a key.': 'Esto es un almacén de claves de Java, no una clave.',
  'This is a line of settings, not a key or secret.':
    'Esto es una línea de configuración, no una clave ni un secreto.',
  'This is a page, not a key.': 'Esto es una página, no una clave.',
  'This is a token, not a key.': 'Esto es un token, no una clave.',
  'This is a {} key, for which there is no algorithm here.':
    'Esta es una clave {0}, para la que aquí no hay algoritmo.',
  'This is an address, not a key.': 'Esto es una dirección, no una clave.',
  'Use a key of a kind that JOSE knows, such as P-256: signet key generate --alg ES256':
    'Usa una clave de un tipo que JOSE conozca, como P-256: signet key generate --alg ES256',
  'a curve': 'una curva',
  'a list of texts': 'una lista de textos',
  'a part of it': 'una parte',
  'a type of key': 'un tipo de clave',
  'an RSASSA-PSS key': 'una clave RSASSA-PSS',
  'base64url without padding': 'base64url sin relleno',
  'in a line of settings': 'en una línea de configuración',
  'in base64': 'en base64',
  'in quotation marks': 'entre comillas',
  'inside other JSON': 'dentro de otro JSON',
  'key that cannot be used': 'clave que no se puede usar',
  'other characters, or bits too many': 'otros caracteres o bits de más',
  'the name of a curve, such as P-256': 'el nombre de una curva, como P-256',
  'under the label {}': 'bajo la etiqueta {0}',
  'with line ends written as \\n': 'con finales de línea escritos como \\n',
  'with other lines around it': 'con otras líneas alrededor',
  'without its first and last line': 'sin su primera y última línea',
  'without its first line': 'sin su primera línea',
  'without its last line': 'sin su última línea',
  'A claim of the issuer’s own, with a web address as its name so that it meets no other.':
    'Un claim propio del emisor, con una dirección web como nombre para no coincidir con otro.',
  'A name to show, not an identifier.': 'Un nombre para mostrar, no un identificador.',
  'AWS load balancer': 'Balanceador de carga de AWS',
  'Access tokens have no aud: check client_id, and token_use for the kind.':
    'Los tokens de acceso no tienen aud: comprueba client_id, y token_use para el tipo.',
  'Amazon Cognito': 'Amazon Cognito',
  'Cloudflare Access': 'Cloudflare Access',
  'Microsoft Entra ID': 'Microsoft Entra ID',
  'For Microsoft alone.': 'Solo para Microsoft.',
  'How often the workflow has run.': 'Cuántas veces se ha ejecutado el flujo de trabajo.',
  'How often this run was tried.': 'Cuántas veces se intentó esta ejecución.',
  'How sure Apple is that this is a person.': 'Cuán segura está Apple de que es una persona.',
  'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.':
    'Cómo demostró la aplicación quién es: 0 de ningún modo, 1 con un secreto, 2 con un certificado.',
  'How the person signed in, with their accounts elsewhere.':
    'Cómo inició sesión la persona, con sus cuentas en otros sitios.',
  'How the token was asked for, such as client-credentials.':
    'Cómo se pidió el token, por ejemplo client-credentials.',
  'It belongs to a service account; bound tokens end with their pod, which only the cluster can tell.':
    'Pertenece a una cuenta de servicio; los tokens ligados acaban con su pod, lo que solo sabe el clúster.',
  'It comes in the header Cf-Access-Jwt-Assertion; aud is the tag of the application.':
    'Llega en la cabecera Cf-Access-Jwt-Assertion; aud es la etiqueta de la aplicación.',
  'It comes in the header x-amzn-oidc-data and is signed with its padding (=): leave the padding in, and check signer.':
    'Llega en la cabecera x-amzn-oidc-data y se firma con su relleno (=): deja el relleno y comprueba signer.',
  'It does not say that it keeps RFC 9068, the profile for access tokens, which would add {}.':
    'No dice que siga RFC 9068, el perfil de los tokens de acceso, que añadiría {0}.',
  'Nothing is to be done, unless who verifies it asks for that profile.':
    'No hay que hacer nada, salvo que quien lo verifica exija ese perfil.',
  'The AWS role that comes first.': 'El rol de AWS preferente.',
  'The AWS roles of the groups of the person.': 'Los roles de AWS de los grupos de la persona.',
  'The accounts elsewhere that the person signed in with.':
    'Las cuentas de otros sitios con las que la persona inició sesión.',
  'The application the person signed in to.': 'La aplicación en la que la persona inició sesión.',
  'The branch or tag that the job runs for.': 'La rama o etiqueta para la que se ejecuta el trabajo.',
  'The commit that the job runs for.': 'El commit para el que se ejecuta el trabajo.',
  'The country that the person signed in from.': 'El país desde el que la persona inició sesión.',
  'The domain of the organisation that the account belongs to.':
    'El dominio de la organización a la que pertenece la cuenta.',
  'The environment that the job runs in.': 'El entorno en el que se ejecuta el trabajo.',
  'The event that started the run.': 'El evento que inició la ejecución.',
  'The event that the token came from.': 'El evento del que procede el token.',
  'The file of the workflow, and at which branch or tag.':
    'El archivo del flujo de trabajo, y en qué rama o etiqueta.',
  'The group of the project, by the number that stays when it is renamed.':
    'El grupo del proyecto, por el número que queda al renombrarlo.',
  'The group of the project.': 'El grupo del proyecto.',
  'The groups of the person.': 'Los grupos de la persona.',
  'The job.': 'El trabajo.',
  'The kind of token stands in the claim typ (Bearer, ID, Refresh); roles stand in realm_access and resource_access.':
    'El tipo de token está en el claim typ (Bearer, ID, Refresh); los roles, en realm_access y resource_access.',
  'The kind of token: Bearer for an access token, ID for an ID token.':
    'El tipo de token: Bearer para un token de acceso, ID para un token de identidad.',
  'The kind of token: access or id.': 'El tipo de token: access o id.',
  'The kind of token: app for an application, org for the whole team.':
    'El tipo de token: app para una aplicación, org para todo el equipo.',
  'The load balancer that signed; check that it is yours.':
    'El balanceador que firmó; comprueba que es el tuyo.',
  'The name of that organisation.': 'El nombre de esa organización.',
  'The name of the service account.': 'El nombre de la cuenta de servicio.',
  'The name of the service token.': 'El nombre del token de servicio.',
  'The name of the workflow.': 'El nombre del flujo de trabajo.',
  'The namespace of the service account.': 'El espacio de nombres de la cuenta de servicio.',
  'The namespace, pod and service account that the token is bound to.':
    'El espacio de nombres, el pod y la cuenta de servicio a los que está ligado el token.',
  'The organisation that the person signed in to.': 'La organización en la que la persona inició sesión.',
  'The origins that may use the token from a browser.':
    'Los orígenes que pueden usar el token desde un navegador.',
  'The owner of the repository.': 'El propietario del repositorio.',
  'The owner, by the number that stays when it is renamed.':
    'El propietario, por el número que queda al renombrarlo.',
  'The person or application, the same for every application of the tenant.':
    'La persona o aplicación, la misma para todas las aplicaciones del inquilino.',
  'The person, by Okta’s own identifier.': 'La persona, por el identificador propio de Okta.',
  'The person, the same as sub.': 'La persona, lo mismo que sub.',
  'The person, while the application changes its owner.':
    'La persona, mientras la aplicación cambia de propietario.',
  'The project in which the job runs.': 'El proyecto en el que se ejecuta el trabajo.',
  'The project, by the number that stays when it is renamed.':
    'El proyecto, por el número que queda al renombrarlo.',
  'The repository in which the workflow runs.': 'El repositorio en el que se ejecuta el flujo de trabajo.',
  'The repository, by the number that stays when it is renamed.':
    'El repositorio, por el número que queda al renombrarlo.',
  'The reusable workflow that the job comes from.':
    'El flujo de trabajo reutilizable del que procede el trabajo.',
  'The roles of the person in the tenant.': 'Los roles de la persona en el inquilino.',
  'The roles of the subject in the realm.': 'Los roles del sujeto en el realm.',
  'The roles of the subject, client by client.': 'Los roles del sujeto, cliente por cliente.',
  'The run of the workflow.': 'La ejecución del flujo de trabajo.',
  'The secret that the token was kept in.': 'El secreto en el que se guardaba el token.',
  'The service account, by its identifier.': 'La cuenta de servicio, por su identificador.',
  'The tenant that the person or application belongs to.':
    'El inquilino al que pertenece la persona o aplicación.',
  'The token’s own identifier.': 'El identificador propio del token.',
  'The user name, which may change: not an identifier.':
    'El nombre de usuario, que puede cambiar: no es un identificador.',
  'The user name.': 'El nombre de usuario.',
  'The version of the token.': 'La versión del token.',
  'Version 1.0 and 2.0 differ in iss and aud; tokens for Microsoft Graph have a nonce in their header and verify at Microsoft alone.':
    'Las versiones 1.0 y 2.0 difieren en iss y aud; los tokens para Microsoft Graph llevan un nonce en la cabecera y solo Microsoft los verifica.',
  'What a refresh token and all tokens made with it share; revoking it ends them.':
    'Lo que comparten un token de refresco y los tokens hechos con él; revocarlo acaba con ellos.',
  'What the subject may do at this API.': 'Lo que el sujeto puede hacer en esta API.',
  'What the token allows, as a list.': 'Lo que permite el token, como lista.',
  'Where the whole identity can be asked for.': 'Dónde se puede pedir la identidad completa.',
  'Whether ref is a branch or a tag.': 'Si ref es una rama o una etiqueta.',
  'Whether the branch or tag is protected.': 'Si la rama o etiqueta está protegida.',
  'Whether the e-mail address only relays.': 'Si la dirección de correo solo reenvía.',
  'Whether the platform knows nonce; if so, it must be there.':
    'Si la plataforma conoce nonce; en ese caso debe estar.',
  'Whether the token is for an application (app) or for a person (user).':
    'Si el token es para una aplicación (app) o una persona (user).',
  'Who authenticated the person.': 'Quién autenticó a la persona.',
  'Who can see the repository.': 'Quién puede ver el repositorio.',
  'Who started the run, by the number that stays.': 'Quién inició la ejecución, por el número que no cambia.',
  'Who started the run.': 'Quién inició la ejecución.',
  'Whose machine the job runs on.': 'En la máquina de quién se ejecuta el trabajo.',
  'aud is the project, and iss ends with it; keys are published as certificates under their kid.':
    'aud es el proyecto, e iss acaba con él; las claves se publican como certificados bajo su kid.',
  'email may be an address that only relays; the name of the person is in no token.':
    'email puede ser una dirección que solo reenvía; el nombre de la persona no está en ningún token.',
  'iss ends with a slash, which belongs to it; claims of your own have a web address as their name.':
    'iss acaba con una barra que forma parte de él; los claims propios llevan una dirección web como nombre.',
  'iss is written with or without https://; sub is the identifier, a number of up to 21 digits.':
    'iss se escribe con o sin https://; sub es el identificador, un número de hasta 21 cifras.',
  'scp is a list, cid the application; tokens of the org server (iss without /oauth2/) are for Okta alone.':
    'scp es una lista, cid la aplicación; los tokens del servidor de la organización (iss sin /oauth2/) son solo para Okta.',
  'sub names project and branch or tag: check the whole of it, never its beginning alone.':
    'sub nombra proyecto y rama o etiqueta: compruébalo entero, nunca solo el principio.',
  'sub names repository and branch or environment: check the whole of it, never its beginning alone.':
    'sub nombra repositorio y rama o entorno: compruébalo entero, nunca solo el principio.',
};
