import type { Sentences } from '../translate.ts';

/** The sentences of the token room, in the order of the English ones. A table: its length is its purpose. */
export const words: Sentences = {
  'Ask the issuer for claims that are less nested.': 'Bitte den Aussteller um weniger verschachtelte Claims.',
  'Copy the token from where it stands whole; what is left out cannot be brought back.':
    'Kopiere das Token von dort, wo es ganz steht; was fehlt, lässt sich nicht wiederherstellen.',
  'Do not verify it: it is for Microsoft Graph. Ask for a token for your own API, by its scope.':
    'Prüfe es nicht: Es ist für Microsoft Graph. Fordere ein Token für deine eigene API an, über ihren Scope.',
  'Leave the = in, and verify header and payload as they came: strict readers refuse such a token.':
    'Lass die = stehen und prüfe Header und Payload so, wie sie kamen: Strenge Leser lehnen ein solches Token ab.',
  'Send one of them alone.': 'Sende nur eines davon.',
  'The claim {} is in milliseconds.': 'Der Claim {0} ist in Millisekunden.',
  'The signature is right for a header whose nonce is hashed: Microsoft makes tokens for its own APIs so.':
    'Die Signatur stimmt für einen Header, dessen nonce gehasht ist: So macht Microsoft Tokens für die eigenen APIs.',
  'The signature is right for the text with its padding (=), which a JWS leaves out: AWS load balancers sign so.':
    'Die Signatur stimmt für den Text samt Padding (=), das eine JWS weglässt: So signieren AWS-Load-Balancer.',
  'The token was shortened for showing: a part of it is left out.':
    'Das Token wurde zum Anzeigen gekürzt: Ein Teil davon fehlt.',
  'The {} nests deeper than {} levels, which is not read here; it is shown as text.':
    'Der Teil {0} ist tiefer als {1} Ebenen verschachtelt, was hier nicht gelesen wird; er steht als Text da.',
  'The {} of the token nests deeper than is read here.':
    'Der Teil {0} des Tokens ist tiefer verschachtelt, als hier gelesen wird.',
  'Two tokens stand one behind the other.': 'Zwei Tokens stehen hintereinander.',
  'another token behind it': 'ein weiteres Token dahinter',
  'at most {} levels of lists and objects inside each other':
    'höchstens {0} Ebenen ineinander stehender Listen und Objekte',
  'one token': 'ein Token',
  'the JSON around the token': 'das JSON um das Token',
  'the assignment around the token': 'die Zuweisung um das Token',
  'the cookies around the token': 'die Cookies um das Token',
  'the curl command around the token': 'der curl-Befehl um das Token',
  'the name of the header': 'der Name des Headers',
  'the text around the token': 'der Text um das Token',
  'the whole token': 'das ganze Token',
  '{} is in milliseconds, where seconds must stand: read so it is thousands of years away.':
    '{0} ist in Millisekunden, wo Sekunden stehen müssen: So gelesen ist es Jahrtausende entfernt.',
  '… or ... in its middle': '… oder ... in der Mitte',
  '0 to {} decoys': '0 bis {0} Attrappen',
  '1 or an even number': '1 oder eine gerade Zahl',
  'A DPoP proof': 'Ein DPoP-Proof',
  'A client assertion': 'Eine Client-Assertion',
  'A colon should stand here': 'Hier sollte ein Doppelpunkt stehen',
  'A comma or ] should stand here': 'Hier sollte ein Komma oder ] stehen',
  'A comma or } should stand here': 'Hier sollte ein Komma oder } stehen',
  'A control character stands in a string unescaped':
    'Ein Steuerzeichen steht ohne Escape in einer Zeichenkette',
  'A copy of the claim aud, readable although the content is encrypted.':
    'Eine Kopie des Claims aud, lesbar, obwohl der Inhalt verschlüsselt ist.',
  'A copy of the claim iss, readable although the content is encrypted.':
    'Eine Kopie des Claims iss, lesbar, obwohl der Inhalt verschlüsselt ist.',
  'A copy of the claim sub, readable although the content is encrypted.':
    'Eine Kopie des Claims sub, lesbar, obwohl der Inhalt verschlüsselt ist.',
  'A disclosure of a member stands for an array element.':
    'Eine Disclosure eines Members steht für ein Array-Element.',
  'A disclosure of an array element stands for a member.':
    'Eine Disclosure eines Array-Elements steht für einen Member.',
  'A disclosure of the SD-JWT is empty': 'Eine Disclosure des SD-JWT ist leer',
  'A disclosure writes over {}.': 'Eine Disclosure überschreibt {0}.',
  'A header parameter is in both headers.': 'Ein Header-Parameter steht in beiden Headern.',
  'A header parameter is in two headers': 'Ein Header-Parameter steht in zwei Headern',
  'A logout token': 'Ein Logout-Token',
  'A logout token must not have a nonce; this may be an ID token.':
    'Ein Logout-Token darf keine nonce haben; dies könnte ein ID-Token sein.',
  'A payload that is not encoded (b64: false) must be UTF-8 text to stand in a token':
    'Eine nicht kodierte Payload (b64: false) muss UTF-8-Text sein, um in einem Token zu stehen',
  'A public key inside the token. It proves nothing by itself.':
    'Ein öffentlicher Schlüssel im Token. Er beweist für sich nichts.',
  'A published key set holds a private key or a secret, so that anybody may have signed with it.':
    'Ein veröffentlichter Schlüsselsatz enthält einen privaten Schlüssel oder ein Geheimnis; jeder kann damit signiert haben.',
  'A signature by {} with this key has {} bytes; this one has {}.':
    'Eine Signatur mit {0} und diesem Schlüssel hat {1} Bytes; diese hat {2}.',
  'A signature of the token is no object': 'Eine Signatur des Tokens ist kein Objekt',
  'A signed token has three segments between dots, an encrypted one five; this text has {}.':
    'Ein signiertes Token hat drei durch Punkte getrennte Segmente, ein verschlüsseltes fünf; dieser Text hat {0}.',
  'A token with alg none has no signature, so there is nothing to verify.':
    'Ein Token mit alg none hat keine Signatur; es gibt nichts zu prüfen.',
  'A value that the server chose, against replay.': 'Ein vom Server gewählter Wert gegen Wiederholung.',
  'A verifiable credential.': 'Ein überprüfbarer Nachweis.',
  'A verifiable presentation.': 'Eine überprüfbare Präsentation.',
  'Accept this algorithm as well, if the issuer is to use it.':
    'Lass auch diesen Algorithmus zu, wenn der Aussteller ihn benutzen soll.',
  'Add "crit": ["b64"], so that a reader that does not know b64 refuses the token.':
    'Ergänze "crit": ["b64"], damit ein Leser, der b64 nicht kennt, das Token ablehnt.',
  'Add alg to the header, such as "alg": "ES256".': 'Ergänze alg im Header, etwa "alg": "ES256".',
  'Add the algorithm to the issuer’s algorithms, if you trust it.':
    'Nimm den Algorithmus in die Algorithmen des Ausstellers auf, wenn du ihm vertraust.',
  'An ID token': 'Ein ID-Token',
  'An access token': 'Ein Access-Token',
  'An address of certificates. Never fetch it on the token’s word.':
    'Eine Adresse von Zertifikaten. Rufe sie nie ab, nur weil das Token sie nennt.',
  'An address of keys. Never fetch it on the token’s word.':
    'Eine Adresse von Schlüsseln. Rufe sie nie ab, nur weil das Token sie nennt.',
  'An encrypted token has no payload that could stand beside it':
    'Ein verschlüsseltes Token hat keine Payload, die daneben stehen könnte',
  'Another payload came beside the one in the token': 'Neben dem Token kam eine weitere Payload zu der darin',
  'Arrays and objects are nested deeper than {} levels':
    'Arrays und Objekte sind tiefer als {0} Ebenen verschachtelt',
  'Ask for a new one.': 'Fordere ein neues an.',
  'Ask for a token with the expected audience.': 'Fordere ein Token mit dem erwarteten Empfänger an.',
  'Ask for the current certificate.': 'Fordere das aktuelle Zertifikat an.',
  'Ask the issuer for a signed token, or decrypt it first.':
    'Bitte den Aussteller um ein signiertes Token, oder entschlüssle es zuerst.',
  'Ask the issuer for fewer claims, or raise the limit.':
    'Bitte den Aussteller um weniger Claims, oder erhöhe die Grenze.',
  'Ask whom the token is for, to publish a longer key.':
    'Bitte den Empfänger, einen längeren Schlüssel zu veröffentlichen.',
  'Before this time the token must be refused.': 'Vor dieser Zeit ist das Token abzulehnen.',
  'By which methods the person was authenticated.': 'Mit welchen Verfahren die Person authentifiziert wurde.',
  'Change the claims or the paths.': 'Ändere die Claims oder die Pfade.',
  'Check that the token is whole and the key is the one it was encrypted for.':
    'Prüfe, ob das Token vollständig ist und für diesen Schlüssel verschlüsselt wurde.',
  'Check that the token is whole and the key is the one that signed it.':
    'Prüfe, ob das Token vollständig ist und der Schlüssel der ist, der es signiert hat.',
  'Choose another name.': 'Wähle einen anderen Namen.',
  'Choose less; 30 seconds are usual.': 'Wähle weniger; üblich sind 30 Sekunden.',
  'Choose the algorithm that the key names, or a key that is for encryption.':
    'Wähle den Algorithmus, den der Schlüssel nennt, oder einen Schlüssel zum Verschlüsseln.',
  'Choose the algorithm that the key names, or another key.':
    'Wähle den Algorithmus, den der Schlüssel nennt, oder einen anderen Schlüssel.',
  'Choose the flattened form, or move these parameters into the protected header.':
    'Wähle die flache Form, oder verschiebe diese Parameter in den geschützten Header.',
  'Choose the general form for several signatures.': 'Wähle für mehrere Signaturen die allgemeine Form.',
  'Choose the key by issuer and kid from what you trust already; ignore this parameter.':
    'Wähle den Schlüssel nach Aussteller und kid aus dem, dem du schon vertraust; beachte diesen Parameter nicht.',
  'Choose the key that is for encryption.': 'Wähle den Schlüssel zum Verschlüsseln.',
  'Choose the key that the issuer publishes for signatures.':
    'Wähle den Schlüssel, den der Aussteller für Signaturen veröffentlicht.',
  'Clocks may differ by whole seconds, and not by more than ten minutes.':
    'Uhren dürfen um ganze Sekunden abweichen, höchstens um zehn Minuten.',
  'Compare the clocks.': 'Vergleiche die Uhren.',
  'Convert it with its payload.': 'Wandle es mit seiner Payload um.',
  'Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem':
    'Wandle ihn um: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out new.pem',
  'Convert it: openssl pkey -in key.pem -out key-pkcs8.pem (add -pubin -pubout for a public key).':
    'Wandle ihn um: openssl pkey -in key.pem -out key-pkcs8.pem (mit -pubin -pubout bei einem öffentlichen Schlüssel).',
  'Convert the token as it is.': 'Wandle das Token um, wie es ist.',
  'Copy one token only.': 'Kopiere nur ein Token.',
  'Copy the token again; characters are missing.': 'Kopiere das Token noch einmal; es fehlen Zeichen.',
  'Copy the token again; if it is whole, it carries bytes instead of JSON.':
    'Kopiere das Token noch einmal; ist es vollständig, trägt es Bytes statt JSON.',
  'Copy the token again; its end was changed or cut.':
    'Kopiere das Token noch einmal; sein Ende wurde verändert oder abgeschnitten.',
  'Copy the whole JSON serialisation, or the compact token alone.':
    'Kopiere die ganze JSON-Serialisierung oder nur das kompakte Token.',
  'Copy the whole key again, with its first and last line.':
    'Kopiere den ganzen Schlüssel noch einmal, mit erster und letzter Zeile.',
  'Copy the whole token; its end is missing.': 'Kopiere das ganze Token; sein Ende fehlt.',
  'Copy the whole token; the signature is too short or too long.':
    'Kopiere das ganze Token; die Signatur ist zu kurz oder zu lang.',
  'Correct the JSON and sign again.': 'Korrigiere das JSON und signiere neu.',
  'Count from 1, in the order of the token.': 'Zähle ab 1, in der Reihenfolge des Tokens.',
  'DPoP proof': 'DPoP-Proof',
  'Decrypt it first.': 'Entschlüssle es zuerst.',
  'Decrypt it first: openssl pkcs8 -in key.pem -out plain.pem':
    'Entschlüssle ihn zuerst: openssl pkcs8 -in key.pem -out plain.pem',
  'Detach it first, or leave the other one out.': 'Trenne sie zuerst ab, oder lass die andere weg.',
  'Detach the payload, or leave out b64: false.': 'Trenne die Payload ab, oder lass b64: false weg.',
  'Detach the payload, or write the token in a JSON serialisation.':
    'Trenne die Payload ab, oder schreibe das Token als JSON-Serialisierung.',
  'Digests and values are nested deeper than {} levels.':
    'Digests und Werte sind tiefer als {0} Ebenen verschachtelt.',
  'Digests of claims that are disclosed one by one.': 'Digests von Claims, die einzeln offengelegt werden.',
  'Disclosure {} is no JSON array of a salt, a name and a value in base64url.':
    'Disclosure {0} ist kein JSON-Array aus Salt, Name und Wert in Base64url.',
  'Divide by 1000 and round down.': 'Teile durch 1000 und runde ab.',
  'ES256K is legacy: few verifiers take it.': 'ES256K ist veraltet: Wenige Prüfer nehmen es an.',
  'ES256K is legacy: verified for inspection only.': 'ES256K ist veraltet: nur zur Ansicht geprüft.',
  'Encrypt with RSA-OAEP-256 or ECDH-ES.': 'Verschlüssle mit RSA-OAEP-256 oder ECDH-ES.',
  'End an SD-JWT without key binding with ~.': 'Beende ein SD-JWT ohne Key Binding mit ~.',
  'Extensions that a reader must understand, or refuse the token.':
    'Erweiterungen, die ein Leser verstehen muss, sonst ist das Token abzulehnen.',
  'From this time on the token must be refused.': 'Ab dieser Zeit ist das Token abzulehnen.',
  'Get a new token: refresh it or sign in again.':
    'Hole ein neues Token: erneuere es oder melde dich neu an.',
  'Get a token from this issuer; if it changed its keys, wait until they are read again.':
    'Hole ein Token von diesem Aussteller; hat er seine Schlüssel gewechselt, warte, bis sie neu gelesen sind.',
  'Get the token from the expected issuer; the two must be equal to the letter, slashes included.':
    'Hole das Token vom erwarteten Aussteller; beide müssen buchstabengetreu gleich sein, auch die Schrägstriche.',
  'Give a key that is for key agreement: Ed25519 and secp256k1 only sign.':
    'Gib einen Schlüssel zur Schlüsselvereinbarung an: Ed25519 und secp256k1 signieren nur.',
  'Give a password.': 'Gib ein Passwort an.',
  'Give every signature the same b64.': 'Gib jeder Signatur dasselbe b64.',
  'Give the key for which the token was encrypted.':
    'Gib den Schlüssel an, für den das Token verschlüsselt wurde.',
  'Give the key set that the issuer publishes now.':
    'Gib den Schlüsselsatz an, den der Aussteller jetzt veröffentlicht.',
  'Give the key that was made for this algorithm.':
    'Gib den Schlüssel an, der für diesen Algorithmus gemacht ist.',
  'Give the public key of whom the token is for, or choose the algorithm that this key is for.':
    'Gib den öffentlichen Schlüssel des Empfängers an, oder wähle den Algorithmus, für den dieser Schlüssel ist.',
  'Give verifiers the public half only; whoever has this key can sign.':
    'Gib Prüfern nur die öffentliche Hälfte; wer diesen Schlüssel hat, kann signieren.',
  'Have the issuer bind the token: cnf with jkt.': 'Der Aussteller soll das Token binden: cnf mit jkt.',
  'Have the issuer correct the marks of the key, or sign with a key that is meant for it.':
    'Der Aussteller soll die Kennzeichen des Schlüssels berichtigen oder mit einem dafür bestimmten Schlüssel signieren.',
  'Have the issuer encrypt with a supported algorithm, such as ECDH-ES+A256KW and A256GCM.':
    'Der Aussteller soll mit einem unterstützten Algorithmus verschlüsseln, etwa ECDH-ES+A256KW und A256GCM.',
  'Have the issuer encrypt without this extension.':
    'Der Aussteller soll ohne diese Erweiterung verschlüsseln.',
  'Have the issuer give each key of the set a name of its own.':
    'Der Aussteller soll jedem Schlüssel des Satzes einen eigenen Namen geben.',
  'Have the issuer leave out crit, or name the extensions it uses.':
    'Der Aussteller soll crit weglassen oder die benutzten Erweiterungen nennen.',
  'Have the issuer make a new key.': 'Der Aussteller soll einen neuen Schlüssel erzeugen.',
  'Have the issuer name b64 in crit, or leave it out.':
    'Der Aussteller soll b64 in crit nennen oder weglassen.',
  'Have the issuer name the algorithm.': 'Der Aussteller soll den Algorithmus nennen.',
  'Have the issuer protect them, or write the token in the flattened serialisation.':
    'Der Aussteller soll sie schützen oder das Token flach serialisieren.',
  'Access tokens of Amazon Cognito have no aud. Expect the id of the app client as audience, in the claim client_id: audienceClaim of the issuer, or --audience-claim.':
    'Access-Token von Amazon Cognito haben kein aud. Erwarte die ID des App-Clients als Empfänger, im Claim client_id: audienceClaim des Ausstellers, oder --audience-claim.',
  'a string that is not empty': 'ein nicht leerer Text',
  'Have the issuer put {} into its tokens.': 'Der Aussteller soll {0} in seine Token schreiben.',
  'Have the issuer remove keys that it no longer uses.':
    'Der Aussteller soll Schlüssel entfernen, die er nicht mehr benutzt.',
  'Have the issuer replace this key at once and publish only the public half.':
    'Der Aussteller soll diesen Schlüssel sofort ersetzen und nur die öffentliche Hälfte veröffentlichen.',
  'Have the issuer send less, or without compression.':
    'Der Aussteller soll weniger senden oder nicht komprimieren.',
  'Have the issuer set "typ": "{}".': 'Der Aussteller soll "typ": "{0}" setzen.',
  'Have the issuer set azp.': 'Der Aussteller soll azp setzen.',
  'Have the issuer set exp to minutes from now.':
    'Der Aussteller soll exp auf wenige Minuten ab jetzt setzen.',
  'Have the issuer set nbf before exp.': 'Der Aussteller soll nbf vor exp setzen.',
  'Have the issuer set sid or sub.': 'Der Aussteller soll sid oder sub setzen.',
  'Have the issuer set {}.': 'Der Aussteller soll {0} setzen.',
  'Have the issuer sign with a supported algorithm, such as ES256 or RS256.':
    'Der Aussteller soll mit einem unterstützten Algorithmus signieren, etwa ES256 oder RS256.',
  'Have the issuer sign with the algorithm its key is made for.':
    'Der Aussteller soll mit dem Algorithmus signieren, für den sein Schlüssel gemacht ist.',
  'Have the issuer sign with the algorithm of its key, or give the right key.':
    'Der Aussteller soll mit dem Algorithmus seines Schlüssels signieren, oder gib den richtigen Schlüssel an.',
  'Have the issuer sign without the b64 option, or check the signature only.':
    'Der Aussteller soll ohne die Option b64 signieren, oder prüfe nur die Signatur.',
  'Have the issuer sign without the b64 option.': 'Der Aussteller soll ohne die Option b64 signieren.',
  'Have the issuer sign without this extension.': 'Der Aussteller soll ohne diese Erweiterung signieren.',
  'Have the issuer write "alg": "{}", or sign with the algorithm that it names.':
    'Der Aussteller soll "alg": "{0}" schreiben oder mit dem genannten Algorithmus signieren.',
  'Have the issuer write "events": {"{}": {}}.': 'Der Aussteller soll "events": {"{0}": {1}} schreiben.',
  'Have the issuer write "kid": "{}", or publish this key under the name in the token.':
    'Der Aussteller soll "kid": "{0}" schreiben oder diesen Schlüssel unter dem Namen im Token veröffentlichen.',
  'Have the issuer write each member once.': 'Der Aussteller soll jeden Member einmal schreiben.',
  'Have the issuer write kid as a string.': 'Der Aussteller soll kid als Zeichenkette schreiben.',
  'Have the issuer write the serialisation as the RFC says.':
    'Der Aussteller soll die Serialisierung schreiben, wie die RFC es sagt.',
  'Have the issuer write the signature as r and s side by side (RFC 7518 §3.4), not as DER.':
    'Der Aussteller soll die Signatur als r und s nebeneinander schreiben (RFC 7518 §3.4), nicht als DER.',
  'Have the issuer write {} as RFC 7519 says.': 'Der Aussteller soll {0} schreiben, wie RFC 7519 es sagt.',
  'Have the issuer write {} as a JSON number.': 'Der Aussteller soll {0} als JSON-Zahl schreiben.',
  'Have the signer convert it: in Java use SHA256withECDSAinP1363Format, in Node dsaEncoding "ieee-p1363".':
    'Der Signierende soll sie umwandeln: in Java mit SHA256withECDSAinP1363Format, in Node mit dsaEncoding "ieee-p1363".',
  'Have the wallet set "typ": "kb+jwt".': 'Die Wallet soll "typ": "kb+jwt" setzen.',
  'Have the wallet set {}.': 'Die Wallet soll {0} setzen.',
  'How often the password is hashed; a huge number is an attack.':
    'Wie oft das Passwort gehasht wird; eine riesige Zahl ist ein Angriff.',
  'How strongly the person was authenticated.': 'Wie stark die Person authentifiziert wurde.',
  'How the content was compressed before encryption.':
    'Wie der Inhalt vor dem Verschlüsseln komprimiert wurde.',
  'ID token': 'ID-Token',
  'Information about the recipient for the key agreement.':
    'Angaben zum Empfänger für die Schlüsselvereinbarung.',
  'Information about the sender for the key agreement.':
    'Angaben zum Absender für die Schlüsselvereinbarung.',
  'JWK or JWK set': 'JWK oder JWK-Satz',
  'JWK set': 'JWK-Satz',
  'Keep the first signature, whose sd_hash they belong to.':
    'Behalte die erste Signatur, zu der sie über sd_hash gehören.',
  'Keep the payload detached.': 'Lass die Payload abgetrennt.',
  'Keys that come over an open line can be exchanged on the way.':
    'Schlüssel, die über eine offene Leitung kommen, können unterwegs ausgetauscht werden.',
  'Leave it out unless the reader needs it, and do not log the token.':
    'Lass es weg, wenn der Leser es nicht braucht, und schreibe das Token in kein Log.',
  'Leave it out, replace what was exposed, and refer to it by an identifier.':
    'Lass es weg, ersetze, was offenlag, und verweise mit einem Bezeichner darauf.',
  'Leave one of them out.': 'Lass eines davon weg.',
  'Leave out the byte order mark.': 'Lass die Byte-Reihenfolge-Marke weg.',
  'Let tokens live for minutes, and renew them with a refresh token.':
    'Lass Token Minuten leben und erneuere sie mit einem Refresh-Token.',
  'Look keys up in a map by exact kid; never in a file, a query or a command.':
    'Suche Schlüssel in einer Tabelle nach genauer kid; nie in Dateien, Abfragen oder Befehlen.',
  'Make a new assertion for each request, with an exp of a minute from now.':
    'Mache für jede Anfrage eine neue Assertion mit einem exp in einer Minute.',
  'Make a new key, publish it beside this one, and retire this one.':
    'Erzeuge einen neuen Schlüssel, veröffentliche ihn neben diesem, und ziehe diesen zurück.',
  'Make a new proof for each request, with the address that is called.':
    'Mache für jede Anfrage einen neuen Proof mit der aufgerufenen Adresse.',
  'Make a new proof for each request.': 'Mache für jede Anfrage einen neuen Proof.',
  'Make a random secret of 64 bytes: signet key generate --alg HS512 --out FILE':
    'Erzeuge ein zufälliges Geheimnis von 64 Bytes: signet key generate --alg HS512 --out FILE',
  'Make the proof for the token that it is sent with: base64url of its SHA-256.':
    'Mache den Proof für das Token, mit dem er gesendet wird: Base64url seines SHA-256.',
  'Metadata of the application.': 'Metadaten der Anwendung.',
  'Microsoft.IdentityModel has neither EdDSA nor ES256K.':
    'Microsoft.IdentityModel hat weder EdDSA noch ES256K.',
  'More than one key of the set could be encrypted for.':
    'Mehr als ein Schlüssel des Satzes käme für die Verschlüsselung in Frage.',
  'More than one key of the set is named {}. The signature verifies with a later one; whoever takes the first refuses the token.':
    'Mehr als ein Schlüssel des Satzes heißt {0}. Die Signatur stimmt mit einem späteren; wer den ersten nimmt, lehnt das Token ab.',
  'Name a known algorithm, such as ES256 or RS256.':
    'Nenne einen bekannten Algorithmus, etwa ES256 oder RS256.',
  'Name an algorithm, or ask for an unsigned token by its name.':
    'Nenne einen Algorithmus, oder verlange ein unsigniertes Token beim Namen.',
  'Name it by hand.': 'Nenne es von Hand.',
  'Name its encoding: utf8, base64, base64url or hex.':
    'Nenne seine Kodierung: utf8, base64, base64url oder hex.',
  'Name one of them.': 'Nenne eines davon.',
  'Name the algorithm that the issuer signs with, or choose another stack.':
    'Nenne den Algorithmus, mit dem der Aussteller signiert, oder wähle eine andere Umgebung.',
  'Name the asymmetric algorithm of this key, such as RS256 or ES256. A public key as HMAC secret lets anybody sign.':
    'Nenne den asymmetrischen Algorithmus dieses Schlüssels, etwa RS256 oder ES256. Ein öffentlicher Schlüssel als HMAC-Geheimnis lässt jeden signieren.',
  'Name the https address of the key set.': 'Nenne die https-Adresse des Schlüsselsatzes.',
  'Name the key set or the file with the public key.':
    'Nenne den Schlüsselsatz oder die Datei mit dem öffentlichen Schlüssel.',
  'Name the one service that is to accept it in aud, and have it check.':
    'Nenne in aud den einen Dienst, der es annehmen soll, und lass ihn prüfen.',
  'No JSON value begins with this character': 'Kein JSON-Wert beginnt mit diesem Zeichen',
  'No SD-JWT can be made of this.': 'Daraus lässt sich kein SD-JWT machen.',
  'No digest of the token belongs to the disclosure with the digest {}.':
    'Kein Digest des Tokens gehört zur Disclosure mit dem Digest {0}.',
  'No key of the set has the key identifier of the token.':
    'Kein Schlüssel des Satzes hat die Kennung des Tokens.',
  'No key was given.': 'Es wurde kein Schlüssel angegeben.',
  'No trusted key matches the token.': 'Kein vertrauenswürdiger Schlüssel passt zum Token.',
  'Nobody signed this token: anybody can write one like it (RFC 8725 §3.2).':
    'Niemand hat dieses Token signiert: Jeder kann so eines schreiben (RFC 8725 §3.2).',
  'OAuth access token': 'OAuth-Access-Token',
  'One character is left over: base64url comes in groups of four, or ends with two or three':
    'Ein Zeichen bleibt übrig: Base64url kommt in Vierergruppen oder endet mit zwei oder drei',
  'One of {} signatures was found to hold; the others may not.':
    'Eine von {0} Signaturen stimmt; die anderen womöglich nicht.',
  'OpenSSH public key': 'öffentlicher OpenSSH-Schlüssel',
  'Opening this key would take too long.': 'Diesen Schlüssel zu öffnen würde zu lange dauern.',
  'PBES2 with PBKDF2 and AES-CBC': 'PBES2 mit PBKDF2 und AES-CBC',
  'PEM, encrypted': 'PEM, verschlüsselt',
  'PRIVATE KEY (PKCS#8) without a password': 'PRIVATE KEY (PKCS#8) ohne Passwort',
  'PUBLIC KEY, PRIVATE KEY or CERTIFICATE': 'PUBLIC KEY, PRIVATE KEY oder CERTIFICATE',
  'Padding (=) is left out in base64url': 'Padding (=) entfällt in Base64url',
  'Pass the token on byte for byte; do not decode and encode its parts.':
    'Reiche das Token Byte für Byte weiter; dekodiere und kodiere seine Teile nicht.',
  'Paste a compact token, or a JSON serialisation with payload and signature.':
    'Füge ein kompaktes Token ein, oder eine JSON-Serialisierung mit Payload und Signatur.',
  'Paste the token alone.': 'Füge nur das Token ein.',
  'Pin the key to its asymmetric algorithm, and refuse HS* with it.':
    'Lege den Schlüssel auf seinen asymmetrischen Algorithmus fest und lehne HS* damit ab.',
  'Prove with the key that the token was asked for with; else somebody else is using the token.':
    'Beweise mit dem Schlüssel, mit dem das Token angefordert wurde; sonst benutzt jemand anders das Token.',
  'Put a whole public JWK into the header.': 'Setze einen vollständigen öffentlichen JWK in den Header.',
  'Put the public half here; replace the key if anybody else has seen this file.':
    'Setze hier die öffentliche Hälfte ein; ersetze den Schlüssel, wenn jemand anders diese Datei gesehen hat.',
  'Put the public key of the client into the header as jwk.':
    'Setze den öffentlichen Schlüssel des Clients als jwk in den Header.',
  'PyJWT has no ML-DSA, and knows Ed25519 by its name EdDSA alone.':
    'PyJWT hat kein ML-DSA und kennt Ed25519 nur unter dem Namen EdDSA.',
  'RSA1_5 is legacy and open to padding attacks (RFC 8725 §3.2): for inspection only.':
    'RSA1_5 ist veraltet und anfällig für Padding-Angriffe (RFC 8725 §3.2): nur zur Ansicht.',
  'Read the secret from the environment.': 'Lies das Geheimnis aus der Umgebung.',
  'Refuse both: the {} belongs to another login.': 'Lehne beide ab: {0} gehört zu einer anderen Anmeldung.',
  'Refuse it: disclosures were added, taken away or put in another order after the holder signed.':
    'Lehne es ab: Disclosures wurden nach der Signatur des Inhabers hinzugefügt, entfernt oder umgeordnet.',
  'Refuse the SD-JWT: what the disclosure says is not signed by the issuer.':
    'Lehne das SD-JWT ab: Was die Disclosure sagt, ist nicht vom Aussteller signiert.',
  'Refuse the SD-JWT; its issuer or whoever sent it has made a mistake.':
    'Lehne das SD-JWT ab; sein Aussteller oder Absender hat einen Fehler gemacht.',
  'Refuse the key binding.': 'Lehne das Key Binding ab.',
  'Refuse the token.': 'Lehne das Token ab.',
  'Refuse the token: it is for another purpose.': 'Lehne das Token ab: Es ist für einen anderen Zweck.',
  'Refuse the token: it is for somebody else.': 'Lehne das Token ab: Es ist für jemand anderen.',
  'Refuse the token: pin the key to its asymmetric algorithm, and do not accept HS* with it.':
    'Lehne das Token ab: Lege den Schlüssel auf seinen asymmetrischen Algorithmus fest und nimm HS* damit nicht an.',
  'Replace + by - and / by _.': 'Ersetze + durch - und / durch _.',
  'Replace it at once by random bytes.': 'Ersetze es sofort durch zufällige Bytes.',
  'Replace the secret at once by random bytes, as many as the hash has, and sign with it from now on.':
    'Ersetze das Geheimnis sofort durch zufällige Bytes, so viele wie der Hash hat, und signiere fortan damit.',
  'Say what aud must contain.': 'Sag, was aud enthalten muss.',
  'Say what iss must be.': 'Sag, was iss sein muss.',
  'Say which one to keep, or write the token in the general serialisation.':
    'Sag, welche bleiben soll, oder schreibe das Token in der allgemeinen Serialisierung.',
  'Say which one to use.': 'Sag, welcher benutzt werden soll.',
  'Send each disclosure once.': 'Sende jede Disclosure einmal.',
  'Send each member once; readers differ in which of the two they take.':
    'Sende jeden Member einmal; Leser nehmen verschiedene von beiden.',
  'Send it in the Authorization header or in the body of a POST request.':
    'Sende es im Authorization-Header oder im Rumpf einer POST-Anfrage.',
  'Send the access token; an ID token, logout token or proof is for another purpose.':
    'Sende das Access-Token; ein ID-Token, Logout-Token oder Proof dient einem anderen Zweck.',
  'Send the disclosures as the issuer made them.':
    'Sende die Disclosures, wie der Aussteller sie gemacht hat.',
  'Send the public half only, and make a new key: this one is known now.':
    'Sende nur die öffentliche Hälfte und erzeuge einen neuen Schlüssel: Dieser ist jetzt bekannt.',
  'Send the token exactly as it was issued.': 'Sende das Token genau so, wie es ausgestellt wurde.',
  'Send the token exactly as it was issued; paste it into the debugger to see the place.':
    'Sende das Token genau so, wie es ausgestellt wurde; füge es in den Debugger ein, um die Stelle zu sehen.',
  'Set exp to minutes from iat.': 'Setze exp auf Minuten nach iat.',
  'Set iss and sub to the client_id.': 'Setze iss und sub auf die client_id.',
  'Set iss, and have verifiers bind each key to its issuer.':
    'Setze iss und lass Prüfer jeden Schlüssel an seinen Aussteller binden.',
  'Set jti to a random value.': 'Setze jti auf einen zufälligen Wert.',
  'Set the clock of the issuer by NTP.': 'Stelle die Uhr des Ausstellers per NTP.',
  'Set typ, such as at+jwt, and have verifiers expect it.':
    'Setze typ, etwa at+jwt, und lass Prüfer es erwarten.',
  'Sign less.': 'Signiere weniger.',
  'Sign the token, and have every verifier pin the algorithm it accepts.':
    'Signiere das Token und lass jeden Prüfer seinen Algorithmus festlegen.',
  'Sign the token; a verifier that takes this one takes anything.':
    'Signiere das Token; ein Prüfer, der dieses annimmt, nimmt alles an.',
  'Sign with an asymmetric algorithm such as ES256.':
    'Signiere mit einem asymmetrischen Algorithmus wie ES256.',
  'Signet’s tests parse this code with Go, but do not run it: keyfunc was not to be had there. Its calls are those of its documentation.':
    'Signets Tests parsen diesen Code mit Go, führen ihn aber nicht aus: keyfunc war dort nicht zu haben. Seine Aufrufe stammen aus der Dokumentation.',
  'Signet’s tests parse this code with Mono’s C# compiler, but do not compile or run it: there was no .NET and no Microsoft.IdentityModel. Its calls are those of its documentation.':
    'Signets Tests parsen diesen Code mit dem C#-Compiler von Mono, übersetzen ihn aber nicht und führen ihn nicht aus: .NET und Microsoft.IdentityModel fehlten. Seine Aufrufe stammen aus der Dokumentation.',
  'Signet’s tests parse this code with the Java compiler, but do not run it: Nimbus was not to be had there. Its calls are those of its documentation.':
    'Signets Tests parsen diesen Code mit dem Java-Compiler, führen ihn aber nicht aus: Nimbus war dort nicht zu haben. Seine Aufrufe stammen aus der Dokumentation.',
  'Signet’s tests run this code {}, against good and bad tokens.':
    'Signets Tests führen diesen Code mit guten und schlechten Token aus ({0}).',
  'Take it out of one of them.': 'Nimm es aus einem von beiden heraus.',
  'Take out line breaks and blanks.': 'Nimm Zeilenumbrüche und Leerzeichen heraus.',
  'Take out the = signs.': 'Nimm die Gleichheitszeichen heraus.',
  'Take the character out; it probably came with copying.':
    'Nimm das Zeichen heraus; es kam wohl beim Kopieren dazu.',
  'Take the secret {}, here and wherever the token is verified.':
    'Nimm das Geheimnis {0}, hier und überall, wo das Token geprüft wird.',
  'Take them out first; they are not signed.': 'Nimm sie zuerst heraus; sie sind nicht signiert.',
  'Text follows after the end of the JSON value': 'Nach dem Ende des JSON-Werts folgt Text',
  'The HTTP method that this proof is for.': 'Die HTTP-Methode, für die dieser Proof gilt.',
  'The JSON serialisation has a member twice: {}.': 'Die JSON-Serialisierung hat einen Member doppelt: {0}.',
  'The JWT processor of Nimbus has no EdDSA and no ML-DSA, and its ES256K needs a curve that Java no longer has.':
    'Der JWT-Prozessor von Nimbus hat weder EdDSA noch ML-DSA, und sein ES256K braucht eine Kurve, die Java nicht mehr hat.',
  'The RSA key can be factored (ROCA, CVE-2017-15361), so that anybody may have signed.':
    'Der RSA-Schlüssel lässt sich faktorisieren (ROCA, CVE-2017-15361); jeder kann damit signiert haben.',
  'The RSA key has a public exponent with which anybody can forge signatures.':
    'Der RSA-Schlüssel hat einen öffentlichen Exponenten, mit dem jeder Signaturen fälschen kann.',
  'The RSA key has {} bits and needs 2048 or more (RFC 7518 §3.3): for inspection only.':
    'Der RSA-Schlüssel hat {0} Bit und braucht mindestens 2048 (RFC 7518 §3.3): nur zur Ansicht.',
  'The RSA key has {} bits and needs 2048 or more (RFC 7518 §4.3): for inspection only.':
    'Der RSA-Schlüssel hat {0} Bit und braucht mindestens 2048 (RFC 7518 §4.3): nur zur Ansicht.',
  'The RSA key has {} bits; {} are the least that is safe.':
    'Der RSA-Schlüssel hat {0} Bit; mindestens {1} sind sicher.',
  'The SD-JWT has more disclosures than are read': 'Das SD-JWT hat mehr Disclosures, als gelesen werden',
  'The SD-JWT has no such disclosure': 'Das SD-JWT hat keine solche Disclosure',
  'The SHA-1 thumbprint of the certificate.': 'Der SHA-1-Fingerabdruck des Zertifikats.',
  'The SHA-256 thumbprint of the certificate.': 'Der SHA-256-Fingerabdruck des Zertifikats.',
  'The access token is bound to no key (cnf.jkt), so that it works without any proof.':
    'Das Access-Token ist an keinen Schlüssel gebunden (cnf.jkt) und gilt ohne jeden Beweis.',
  'The access token is bound to the key {}, the proof is made with {}.':
    'Das Access-Token ist an den Schlüssel {0} gebunden, der Proof ist mit {1} gemacht.',
  'The address of a page about the person.': 'Die Adresse einer Seite über die Person.',
  'The address of a picture of the person.': 'Die Adresse eines Bildes der Person.',
  'The address of the person’s web site.': 'Die Adresse der Website der Person.',
  'The address that the message is for.': 'Die Adresse, für die die Nachricht ist.',
  'The address that this proof is for.': 'Die Adresse, für die dieser Proof gilt.',
  'The algorithm of the signature or of the key encryption.':
    'Der Algorithmus der Signatur oder der Schlüsselverschlüsselung.',
  'The algorithm of the token needs {}; this is {}.': 'Der Algorithmus des Tokens braucht {0}; dies ist {1}.',
  'The algorithm that encrypts the content.': 'Der Algorithmus, der den Inhalt verschlüsselt.',
  'The application the token was issued to.': 'Die Anwendung, für die das Token ausgestellt wurde.',
  'The assertion can be used for more than an hour; whoever sees it can be the client.':
    'Die Assertion ist länger als eine Stunde brauchbar; wer sie sieht, kann der Client sein.',
  'The audience is not known, so that tokens for other services would pass.':
    'Der Empfänger ist nicht bekannt; Token für andere Dienste kämen durch.',
  'The authentication tag of the key encryption.': 'Das Authentifizierungs-Tag der Schlüsselverschlüsselung.',
  'The casual name.': 'Der Rufname.',
  'The certificate begins {}.': 'Das Zertifikat beginnt {0}.',
  'The certificate chain of the key.': 'Die Zertifikatskette des Schlüssels.',
  'The certificate ended {}.': 'Das Zertifikat endete {0}.',
  'The claim {} is not a time.': 'Der Claim {0} ist keine Zeit.',
  'The claim {} is not of the kind it must be.': 'Der Claim {0} ist nicht von der nötigen Art.',
  'The compact form has no place for an unprotected header.':
    'Die kompakte Form hat keinen Platz für einen ungeschützten Header.',
  'The compact serialisation has no place for additional authenticated data.':
    'Die kompakte Serialisierung hat keinen Platz für zusätzliche authentifizierte Daten.',
  'The compact serialisation holds protected headers only, and this token has another.':
    'Die kompakte Serialisierung hat nur geschützte Header, und dieses Token hat einen weiteren.',
  'The compressed content is larger than is read here.':
    'Der komprimierte Inhalt ist größer, als hier gelesen wird.',
  'The date of birth.': 'Das Geburtsdatum.',
  'The disclosures stand beside the first signature': 'Die Disclosures stehen neben der ersten Signatur',
  'The e-mail address; not an identifier, as it may change hands.':
    'Die E-Mail-Adresse; kein Bezeichner, da sie den Besitzer wechseln kann.',
  'The family names.': 'Die Familiennamen.',
  'The full name.': 'Der volle Name.',
  'The gender.': 'Das Geschlecht.',
  'The given names.': 'Die Vornamen.',
  'The groups of the subject.': 'Die Gruppen des Subjekts.',
  'The hash of the SD-JWT is not known here': 'Der Hash des SD-JWT ist hier nicht bekannt',
  'The hash of the access token that this proof goes with.':
    'Der Hash des Access-Tokens, mit dem dieser Proof geht.',
  'The hash of the digests, {}, is not known here.': 'Der Hash der Digests, {0}, ist hier nicht bekannt.',
  'The hash of those digests.': 'Der Hash dieser Digests.',
  'The header does not name an algorithm.': 'Der Header nennt keinen Algorithmus.',
  'The header does not name {}': 'Der Header nennt {0} nicht',
  'The header has no typ, so that the token may be taken for one of another kind.':
    'Der Header hat kein typ; das Token kann für eines anderer Art gehalten werden.',
  'The header names an algorithm that is not known here.':
    'Der Header nennt einen Algorithmus, der hier nicht bekannt ist.',
  'The header names an algorithm, but the token is to go without a signature.':
    'Der Header nennt einen Algorithmus, aber das Token soll ohne Signatur bleiben.',
  'The header names no algorithm.': 'Der Header nennt keinen Algorithmus.',
  'The header promises a signature by {}, but there is none.':
    'Der Header verspricht eine Signatur mit {0}, aber es gibt keine.',
  'The header says alg {}: anybody can have written this token.':
    'Der Header sagt alg {0}: Jeder kann dieses Token geschrieben haben.',
  'The header says that the token is not signed.': 'Der Header sagt, dass das Token nicht signiert ist.',
  'The initialisation vector of the key encryption.':
    'Der Initialisierungsvektor der Schlüsselverschlüsselung.',
  'The issuer bound the SD-JWT to another key (cnf) than the one that signed the key binding: a verifier refuses it.':
    'Der Aussteller hat das SD-JWT an einen anderen Schlüssel (cnf) gebunden als den, der das Key Binding signiert hat: Ein Prüfer lehnt es ab.',
  'The issuer bound the SD-JWT to no key (cnf), so that the key binding proves nothing.':
    'Der Aussteller hat das SD-JWT an keinen Schlüssel gebunden (cnf); das Key Binding beweist nichts.',
  'The issuer is not known, so that tokens of any issuer would pass.':
    'Der Aussteller ist nicht bekannt; Token jedes Ausstellers kämen durch.',
  'The key binding token is not of type kb+jwt.': 'Das Key-Binding-Token ist nicht vom Typ kb+jwt.',
  'The key binding token needs {}; there is none.': 'Das Key-Binding-Token braucht {0}; es fehlt.',
  'The key binding was made for other disclosures: sd_hash is not the hash of what stands before it.':
    'Das Key Binding gilt anderen Disclosures: sd_hash ist nicht der Hash dessen, was davor steht.',
  'The key cannot sign with {}.': 'Der Schlüssel kann nicht mit {0} signieren.',
  'The key identifier in the header is not text.': 'Die Schlüsselkennung im Header ist kein Text.',
  'The key is a public one, and the token asks for {}: as a secret, anybody has it.':
    'Der Schlüssel ist öffentlich, und das Token verlangt {0}: Als Geheimnis hat ihn jeder.',
  'The key is encrypted in a way that is not read here.':
    'Der Schlüssel ist auf eine Weise verschlüsselt, die hier nicht gelesen wird.',
  'The key is encrypted with RSA1_5, which padding attacks break.':
    'Der Schlüssel ist mit RSA1_5 verschlüsselt, das Padding-Angriffe brechen.',
  'The key is for an algorithm that is not accepted here.':
    'Der Schlüssel ist für einen Algorithmus, der hier nicht angenommen wird.',
  'The key is not of the kind that {} needs.': 'Der Schlüssel ist nicht von der Art, die {0} braucht.',
  'The key is too short for {}.': 'Der Schlüssel ist zu kurz für {0}.',
  'The key of the proof lacks members.': 'Dem Schlüssel des Proofs fehlen Member.',
  'The key says that it is for another algorithm than the token names.':
    'Der Schlüssel ist laut eigener Angabe für einen anderen Algorithmus als den des Tokens.',
  'The key says that it is for another algorithm.':
    'Der Schlüssel ist laut eigener Angabe für einen anderen Algorithmus.',
  'The key says that it is for something else ({}): for inspection only.':
    'Der Schlüssel sagt, dass er für etwas anderes ist ({0}): nur zum Untersuchen.',
  'The key says that it is not for encryption.':
    'Der Schlüssel ist laut eigener Angabe nicht zum Verschlüsseln.',
  'The key says that it is not for signatures.':
    'Der Schlüssel ist laut eigener Angabe nicht für Signaturen.',
  'The key set has no key of this name.': 'Der Schlüsselsatz hat keinen Schlüssel dieses Namens.',
  'The key set holds more keys than are read.': 'Der Schlüsselsatz hat mehr Schlüssel, als gelesen werden.',
  'The key that whoever presents the token must prove to have.':
    'Der Schlüssel, dessen Besitz beweisen muss, wer das Token vorlegt.',
  'The key to verify with is the private one.': 'Der Schlüssel zum Prüfen ist der private.',
  'The kid has {} characters, which no key id needs.':
    'Die kid hat {0} Zeichen; so viele braucht keine Schlüsselkennung.',
  'The kid looks like {}, not like the name of a key.':
    'Die kid sieht aus wie {0}, nicht wie der Name eines Schlüssels.',
  'The kid of the token is not the kid of the key.': 'Die kid des Tokens ist nicht die kid des Schlüssels.',
  'The kind of content; JWT means that another token is inside.':
    'Die Art des Inhalts; JWT heißt, dass ein weiteres Token darin steckt.',
  'The kind of token.': 'Die Art des Tokens.',
  'The language and region.': 'Sprache und Region.',
  'The last character carries bits that belong to no byte, so other texts decode to the same bytes':
    'Das letzte Zeichen trägt Bits, die zu keinem Byte gehören; andere Texte ergeben dieselben Bytes',
  'The list of critical extensions in the header is not one.':
    'Die Liste kritischer Erweiterungen im Header ist keine.',
  'The member {} is no object': 'Der Member {0} ist kein Objekt',
  'The member {} is not text': 'Der Member {0} ist kein Text',
  'The member {} of the JSON serialisation is not {}.':
    'Der Member {0} der JSON-Serialisierung ist nicht {1}.',
  'The middle names.': 'Die weiteren Vornamen.',
  'The modulus has the fingerprint of ROCA: the private key can be computed from the public one.':
    'Der Modulus trägt das Merkmal von ROCA: Der private Schlüssel lässt sich aus dem öffentlichen berechnen.',
  'The modulus is even, so that it is factored already.':
    'Der Modulus ist gerade und damit schon faktorisiert.',
  'The name of a member should stand here, in double quotes':
    'Hier sollte der Name eines Members in doppelten Anführungszeichen stehen',
  'The name the person likes to be called by; may change.':
    'Der Name, mit dem die Person angesprochen werden möchte; kann sich ändern.',
  'The password does not open this key.': 'Das Passwort öffnet diesen Schlüssel nicht.',
  'The payload is detached already': 'Die Payload ist schon abgetrennt',
  'The payload is larger than is signed here.': 'Die Payload ist größer, als hier signiert wird.',
  'The payload is not encoded (b64: false) and holds what a compact token cannot.':
    'Die Payload ist nicht kodiert (b64: false) und enthält, was ein kompaktes Token nicht darf.',
  'The payload is signed unencoded (b64 false), but crit does not say so: readers will differ.':
    'Die Payload ist unkodiert signiert (b64 false), aber crit sagt es nicht: Leser werden sich unterscheiden.',
  'The payload of an SD-JWT stays in it': 'Die Payload eines SD-JWT bleibt darin',
  'The postal address.': 'Die Postanschrift.',
  'The private key is encrypted with a password.':
    'Der private Schlüssel ist mit einem Passwort verschlüsselt.',
  'The proof does not bring its public key (jwk).':
    'Der Proof bringt seinen öffentlichen Schlüssel (jwk) nicht mit.',
  'The proof gives its private key away.': 'Der Proof gibt seinen privaten Schlüssel preis.',
  'The proof is for {}, the request went to {}.': 'Der Proof ist für {0}, die Anfrage ging an {1}.',
  'The proof is {} s old.': 'Der Proof ist {0} s alt.',
  'The proof was made {} s in the future.': 'Der Proof wurde {0} s in der Zukunft gemacht.',
  'The public exponent is 1 or even: anybody can forge signatures.':
    'Der öffentliche Exponent ist 1 oder gerade: Jeder kann Signaturen fälschen.',
  'The public exponent is 3, which careless padding checks have fallen to.':
    'Der öffentliche Exponent ist 3; nachlässige Padding-Prüfungen sind daran gescheitert.',
  'The roles of the subject.': 'Die Rollen des Subjekts.',
  'The salt for turning a password into a key.': 'Das Salt, um aus einem Passwort einen Schlüssel zu machen.',
  'The same digest stands in more than one place.': 'Derselbe Digest steht an mehr als einer Stelle.',
  'The same disclosure was sent more than once.': 'Dieselbe Disclosure wurde mehrfach gesendet.',
  'The secret has {} bits; HS256 needs {}, HS512 twice as many.':
    'Das Geheimnis hat {0} Bit; HS256 braucht {1}, HS512 doppelt so viele.',
  'The secret has {} bits; {} needs {} or more (RFC 7518 §3.2).':
    'Das Geheimnis hat {0} Bit; {1} braucht mindestens {2} (RFC 7518 §3.2).',
  'The secret has {} bits; {} needs {} or more.': 'Das Geheimnis hat {0} Bit; {1} braucht mindestens {2}.',
  'The secret stands in lists that attackers try first.':
    'Das Geheimnis steht in Listen, die Angreifer zuerst probieren.',
  'The sender’s public key for this one message.':
    'Der öffentliche Schlüssel des Absenders für diese eine Nachricht.',
  'The session; ending it ends the token.': 'Die Sitzung; endet sie, endet das Token.',
  'The signature algorithm is not one that this key may use.':
    'Der Signaturalgorithmus ist keiner, den dieser Schlüssel benutzen darf.',
  'The signature algorithm of the token is not supported here.':
    'Der Signaturalgorithmus des Tokens wird hier nicht unterstützt.',
  'The signature does not match the token.': 'Die Signatur passt nicht zum Token.',
  'The signature is right for the same JSON with other white space: the payload was written anew after signing.':
    'Die Signatur stimmt für dasselbe JSON mit anderem Leerraum: Die Payload wurde nach dem Signieren neu geschrieben.',
  'Copy the token alone: what stood behind it came along.':
    'Kopiere nur das Token: Was dahinter stand, kam mit.',
  'Copy the whole token: its last {} characters are probably missing. Else it was signed with another key or algorithm.':
    'Kopiere das ganze Token: Wahrscheinlich fehlen seine letzten {0} Zeichen. Sonst wurde es mit einem anderen Schlüssel oder Algorithmus signiert.',
  'Have the signer encode the bytes of the signature, not a text of them.':
    'Der Signierende soll die Bytes der Signatur kodieren, nicht einen Text von ihnen.',
  'Have the signer write its numbers at full length: libraries for big numbers leave out zeros in front, or add one for the sign.':
    'Der Signierende soll seine Zahlen in voller Länge schreiben: Bibliotheken für große Zahlen lassen Nullen vorn weg oder fügen eine für das Vorzeichen hinzu.',
  'The signature is right as far as it goes, but its end is missing: {} of {} bytes, {} characters.':
    'Die Signatur stimmt, soweit sie reicht, aber ihr Ende fehlt: {0} von {1} Bytes, {2} Zeichen.',
  'The signature is right in its first {} bytes; {} more stand behind it.':
    'Die Signatur stimmt in ihren ersten {0} Bytes; {1} weitere stehen dahinter.',
  'The signature is right once the zeros in front of {} are as many as they must be: it has {} bytes in place of {}.':
    'Die Signatur stimmt, sobald vor {0} so viele Nullen stehen wie nötig: Sie hat {1} Bytes statt {2}.',
  'The signature is right, but written as the text of its {} before it was written as base64url.':
    'Die Signatur stimmt, wurde aber erst als {0}-Text und dann als Base64url geschrieben.',
  'The token was signed with another key or algorithm, or {} characters were appended to it.':
    'Das Token wurde mit einem anderen Schlüssel oder Algorithmus signiert, oder es wurden {0} Zeichen angehängt.',
  'the number': 'der Zahl',
  'The signature is right, but written as ASN.1 DER where a JWS has its two halves side by side.':
    'Die Signatur stimmt, ist aber als ASN.1-DER geschrieben, wo eine JWS ihre zwei Hälften nebeneinander hat.',
  'The signature stands, but a JWT must not use b64: false.':
    'Die Signatur stimmt, aber ein JWT darf b64: false nicht benutzen.',
  'The signature verifies as {}, which is not the algorithm that the header names.':
    'Die Signatur stimmt mit {0}, und das ist nicht der Algorithmus, den der Header nennt.',
  'The signature verifies when the secret is taken {}.':
    'Die Signatur stimmt, wenn man das Geheimnis {0} nimmt.',
  'The signature verifies with the key {}, but the token names the key {}.':
    'Die Signatur stimmt mit dem Schlüssel {0}, aber das Token nennt den Schlüssel {1}.',
  'The signature verifies with this key, but the key is marked for something else: {}.':
    'Die Signatur stimmt mit diesem Schlüssel, aber er ist für etwas anderes gekennzeichnet: {0}.',
  'The signatures disagree about b64.': 'Die Signaturen sind sich über b64 nicht einig.',
  'The telephone number.': 'Die Telefonnummer.',
  'The text begins like JSON and is none: at character {}, {}.':
    'Der Text beginnt wie JSON und ist keines: bei Zeichen {0}: {1}.',
  'The text ends inside a string': 'Der Text endet in einer Zeichenkette',
  'The text ends where a value should stand': 'Der Text endet, wo ein Wert stehen sollte',
  'The text has {} characters; up to {} are read here.':
    'Der Text hat {0} Zeichen; bis zu {1} werden hier gelesen.',
  'The time zone.': 'Die Zeitzone.',
  'The token begins like a JSON serialisation and is none':
    'Das Token beginnt wie eine JSON-Serialisierung und ist keine',
  'The token brings {}; a verifier that follows it lets anybody sign.':
    'Das Token bringt {0} mit; ein Prüfer, der dem folgt, lässt jeden signieren.',
  'The token came in an address, which ends in logs, histories and Referer headers.':
    'Das Token kam in einer Adresse; Adressen landen in Logs, Verläufen und Referer-Headern.',
  'The token cannot be decrypted with this key.':
    'Das Token lässt sich mit diesem Schlüssel nicht entschlüsseln.',
  'The token comes from another issuer.': 'Das Token kommt von einem anderen Aussteller.',
  'The token demands an extension that is not understood here, so it must be refused.':
    'Das Token verlangt eine Erweiterung, die hier nicht verstanden wird, und ist abzulehnen.',
  'The token does not have three segments': 'Das Token hat nicht drei Segmente',
  'The token does not say who issued it (iss), so that a key of another issuer may fit.':
    'Das Token sagt nicht, wer es ausgestellt hat (iss); der Schlüssel eines anderen Ausstellers könnte passen.',
  'The token does not say whom it is for (aud), so that every service that trusts the issuer takes it.':
    'Das Token sagt nicht, für wen es ist (aud); jeder Dienst, der dem Aussteller vertraut, nimmt es an.',
  'The token expired {}.': 'Das Token lief {0} ab.',
  'The token has a payload already': 'Das Token hat schon eine Payload',
  'The token has expired.': 'Das Token ist abgelaufen.',
  'The token has five segments, so it is encrypted (JWE).':
    'Das Token hat fünf Segmente, ist also verschlüsselt (JWE).',
  'The token has members that no serialisation knows, and that would be lost.':
    'Das Token hat Member, die keine Serialisierung kennt und die verloren gingen.',
  'The token has more {} than are read': 'Das Token hat mehr {0}, als gelesen werden',
  'The token has no identifier (jti), so that it cannot be revoked or recognised one by one.':
    'Das Token hat keine Kennung (jti); es lässt sich nicht einzeln widerrufen oder wiedererkennen.',
  'The token has no recipient': 'Das Token hat keinen Empfänger',
  'The token has no signature.': 'Das Token hat keine Signatur.',
  'The token has no such entry among its {}.': 'Das Token hat keinen solchen Eintrag unter {0}.',
  'The token is encrypted (JWE).': 'Das Token ist verschlüsselt (JWE).',
  'The token is for several audiences and does not say to which application it was issued (azp).':
    'Das Token ist für mehrere Empfänger und sagt nicht, für welche Anwendung es ausgestellt wurde (azp).',
  'The token is larger than is read here.': 'Das Token ist größer, als hier gelesen wird.',
  'The token is meant for another audience.': 'Das Token ist für einen anderen Empfänger.',
  'The token is neither text nor a JSON object': 'Das Token ist weder Text noch ein JSON-Objekt',
  'The token is never valid: it begins (nbf) after it ends (exp).':
    'Das Token ist nie gültig: Es beginnt (nbf), nachdem es endet (exp).',
  'The token is no compact JWE': 'Das Token ist kein kompaktes JWE',
  'The token is not signed.': 'Das Token ist nicht signiert.',
  'The token is not valid yet.': 'Das Token ist noch nicht gültig.',
  'The token is of another type.': 'Das Token ist von anderem Typ.',
  'The token is signed with a secret that stands in lists: anybody can sign such tokens.':
    'Das Token ist mit einem Geheimnis signiert, das in Listen steht: Jeder kann solche Token signieren.',
  'The token is valid from {} only.': 'Das Token gilt erst ab {0}.',
  'The token lacks something that its algorithm needs': 'Dem Token fehlt etwas, das sein Algorithmus braucht',
  'The token lacks the claim {}.': 'Dem Token fehlt der Claim {0}.',
  'The token lives for {}; whoever steals it has it for as long.':
    'Das Token lebt {0}; wer es stiehlt, hat es ebenso lange.',
  'The token mixes the flattened and the general form': 'Das Token mischt die flache und die allgemeine Form',
  'The token names another algorithm than the one to accept.':
    'Das Token nennt einen anderen Algorithmus als den angenommenen.',
  'The token names another key management algorithm than the one to accept.':
    'Das Token nennt ein anderes Schlüsselverfahren als das angenommene.',
  'The token names neither a session (sid) nor a subject (sub), so that nobody can be logged out.':
    'Das Token nennt weder eine Sitzung (sid) noch ein Subjekt (sub); niemand kann abgemeldet werden.',
  'The token never expires: there is no exp.': 'Das Token läuft nie ab: Es hat kein exp.',
  'The token says that it is issued {}.': 'Das Token sagt, es sei {0} ausgestellt.',
  'The token says that it is not signed.': 'Das Token sagt, dass es nicht signiert ist.',
  'The token says that it is not signed: anybody can have written it.':
    'Das Token sagt, dass es nicht signiert ist: Jeder kann es geschrieben haben.',
  'The token says that its payload is not base64url, and does not say so where it counts.':
    'Das Token sagt, dass seine Payload nicht Base64url ist, aber nicht dort, wo es zählt.',
  'The token says that its payload is not base64url, which is not accepted here.':
    'Das Token sagt, dass seine Payload nicht Base64url ist; das wird hier nicht angenommen.',
  'The token was issued {} s in the future.': 'Das Token wurde {0} s in der Zukunft ausgestellt.',
  'The token was signed with the text of the public key as a shared secret. Anybody who has that key can do this.':
    'Das Token wurde mit dem Text des öffentlichen Schlüssels als gemeinsamem Geheimnis signiert. Das kann jeder, der diesen Schlüssel hat.',
  'The token’s own identifier; the same one twice may be a replay.':
    'Die eigene Kennung des Tokens; zweimal dieselbe kann eine Wiederholung sein.',
  'The transaction that the event belongs to.': 'Die Transaktion, zu der das Ereignis gehört.',
  'The type of a verifiable credential.': 'Der Typ eines überprüfbaren Nachweises.',
  'The unprotected header is no object': 'Der ungeschützte Header ist kein Objekt',
  'The zip parameter is not protected': 'Der Parameter zip ist nicht geschützt',
  'The {} cannot stand in a program: it is empty, too long or holds half a character.':
    '{0} kann nicht in einem Programm stehen: leer, zu lang oder mit einem halben Zeichen.',
  'The {} has a member twice': 'Ein Member steht doppelt, Teil: {0}',
  'The {} is JSON, but not an object: it is of kind {}.': 'JSON, aber kein Objekt, Teil: {0}; Art: {1}.',
  'The {} is not JSON': 'Kein JSON, Teil: {0}',
  'The {} is not JSON: at character {} of its text, {}.':
    'Kein JSON, Teil: {0}, Zeichen {1} des Textes: {2}.',
  'The {} is not UTF-8': 'Kein UTF-8, Teil: {0}',
  'The {} is not a JSON object': 'Kein JSON-Objekt, Teil: {0}',
  'The {} is not base64url at character {}: {}.': 'Kein Base64url, Teil: {0}, Zeichen {1}: {2}.',
  'The {} is not canonical base64url': 'Kein kanonisches Base64url, Teil: {0}',
  'The {} is not text: byte {} cannot stand there in UTF-8.':
    'Kein Text, Teil: {0}; Byte {1} kann so in UTF-8 nicht stehen.',
  'The {} of the token holds more values than are read here.':
    'In „{0}“ des Tokens stehen mehr Werte, als hier gelesen werden.',
  'The {} of the token is not supported here, so nothing was decrypted.':
    '{0} des Tokens wird hier nicht unterstützt; es wurde nichts entschlüsselt.',
  'The {} serialisation has room for one of the {} {} of this token.':
    'Die Serialisierung „{0}“ hat Platz für einen Eintrag von {1} {2} dieses Tokens.',
  'There are more than {} values': 'Es sind mehr als {0} Werte',
  'There is no {}, so that nothing ties the ID token to the {} it came with.':
    'Es gibt kein {0}; nichts bindet das ID-Token an das mitgekommene: {1}.',
  'This character is not in the base64url alphabet (A–Z, a–z, 0–9, - and _)':
    'Dieses Zeichen gehört nicht zum Alphabet von Base64url (A–Z, a–z, 0–9, - und _)',
  'This escape is not one that JSON knows': 'Diesen Escape kennt JSON nicht',
  'This form of PEM is not read here.': 'Diese Form von PEM wird hier nicht gelesen.',
  'This form of a token has another number of signatures.':
    'Diese Form eines Tokens hat eine andere Zahl von Signaturen.',
  'This is JSON, but no token: it has neither a signature nor a ciphertext.':
    'Das ist JSON, aber kein Token: Es hat weder Signatur noch Geheimtext.',
  'The secret is the text of an asymmetric key: whoever has its public half can sign.':
    'Das Geheimnis ist der Text eines asymmetrischen Schlüssels: Wer dessen öffentliche Hälfte hat, kann signieren.',
  'This is a {} file, not a secret.': 'Das ist eine {0}-Datei, kein Geheimnis.',
  'This is a public key; decrypting needs the private one.':
    'Das ist ein öffentlicher Schlüssel; zum Entschlüsseln braucht es den privaten.',
  'This is a public key; signing needs the private one.':
    'Das ist ein öffentlicher Schlüssel; zum Signieren braucht es den privaten.',
  'This is no SD-JWT': 'Das ist kein SD-JWT',
  'This is no name of an environment variable.': 'Das ist kein Name einer Umgebungsvariablen.',
  'This is no {} that can be read.': 'Nicht lesbar als: {0}.',
  'This is not JSON': 'Das ist kein JSON',
  'This is plain base64; base64url writes - for + and _ for /':
    'Das ist gewöhnliches Base64; Base64url schreibt - für + und _ für /',
  'This key can sign, and stands where a public key belongs.':
    'Dieser Schlüssel kann signieren und steht, wo ein öffentlicher hingehört.',
  'This payload cannot stand in the token as it is.': 'Diese Payload kann so nicht im Token stehen.',
  'This runtime cannot encrypt with {}.': 'Diese Laufzeitumgebung kann nicht mit {0} verschlüsseln.',
  'This runtime cannot make a key for {}.': 'Diese Laufzeitumgebung kann keinen Schlüssel für {0} erzeugen.',
  'This runtime cannot sign with {}.': 'Diese Laufzeitumgebung kann nicht mit {0} signieren.',
  'This runtime cannot verify {}, so nothing is said about the signature.':
    'Diese Laufzeitumgebung kann {0} nicht prüfen; über die Signatur ist nichts gesagt.',
  'This runtime does not support what the token needs, so nothing was decrypted.':
    'Diese Laufzeitumgebung unterstützt nicht, was das Token braucht; es wurde nichts entschlüsselt.',
  'Ties a key binding token to the disclosed claims.':
    'Bindet ein Key-Binding-Token an die offengelegten Claims.',
  'Ties an ID token to a state.': 'Bindet ein ID-Token an einen state.',
  'Ties an ID token to an access token.': 'Bindet ein ID-Token an ein Access-Token.',
  'Ties an ID token to an authorisation code.': 'Bindet ein ID-Token an einen Autorisierungscode.',
  'Ties an ID token to the request that asked for it.':
    'Bindet ein ID-Token an die Anfrage, die es verlangt hat.',
  'Try the password again, without a line end after it.':
    'Versuche das Passwort noch einmal, ohne Zeilenende dahinter.',
  'Use 65537 for the next key.': 'Nimm 65537 für den nächsten Schlüssel.',
  'Use a longer key, such as RSA with 2048 bits.': 'Nimm einen längeren Schlüssel, etwa RSA mit 2048 Bit.',
  'Use a newer browser or Node.js, or another key.':
    'Nimm einen neueren Browser oder Node.js, oder einen anderen Schlüssel.',
  'Use a newer browser or Node.js.': 'Nimm einen neueren Browser oder Node.js.',
  'Use a random secret of {} bytes or more.': 'Nimm ein zufälliges Geheimnis von mindestens {0} Bytes.',
  'Use a signed token.': 'Nimm ein signiertes Token.',
  'Use a token from the issuer; an unsigned one can be written by anybody.':
    'Nimm ein Token vom Aussteller; ein unsigniertes kann jeder schreiben.',
  'Use an RSA key of 2048 bits or more.': 'Nimm einen RSA-Schlüssel mit mindestens 2048 Bit.',
  'Use random bytes, at least as many as the hash has.':
    'Nimm zufällige Bytes, mindestens so viele, wie der Hash hat.',
  'Use sha-256.': 'Nimm sha-256.',
  'Use the key that belongs to the issuer’s algorithm.':
    'Nimm den Schlüssel, der zum Algorithmus des Ausstellers gehört.',
  'Use the key that was made for this algorithm, or name the algorithm of this key.':
    'Nimm den für diesen Algorithmus gemachten Schlüssel, oder nenne den Algorithmus dieses Schlüssels.',
  'Use the private half. It is kept by whoever issues the tokens.':
    'Nimm die private Hälfte. Sie liegt bei dem, der die Token ausstellt.',
  'Use the private half. It is kept by whoever the token is for.':
    'Nimm die private Hälfte. Sie liegt beim Empfänger des Tokens.',
  'Use the token as it was issued; if it was, it comes from another key than the one named.':
    'Nimm das Token, wie es ausgestellt wurde; wenn es das ist, stammt es von einem anderen Schlüssel als dem genannten.',
  'Wait until then; if that is now, one of the two clocks is wrong.':
    'Warte bis dahin; ist das jetzt, geht eine der beiden Uhren falsch.',
  'What happened, in a security event token.': 'Was geschehen ist, in einem Security-Event-Token.',
  'What stands behind the last ~ is no key binding token':
    'Was hinter dem letzten ~ steht, ist kein Key-Binding-Token',
  'What the subject is entitled to.': 'Wozu das Subjekt berechtigt ist.',
  'What the token allows, in detail.': 'Was das Token erlaubt, im Einzelnen.',
  'What the token allows, separated by spaces.': 'Was das Token erlaubt, durch Leerzeichen getrennt.',
  'When the event happened.': 'Wann das Ereignis geschah.',
  'When the person last signed in.': 'Wann sich die Person zuletzt angemeldet hat.',
  'When the profile was last changed.': 'Wann das Profil zuletzt geändert wurde.',
  'When the token was issued.': 'Wann das Token ausgestellt wurde.',
  'Where to ask whether the token was withdrawn.': 'Wo man erfährt, ob das Token zurückgezogen wurde.',
  'Whether the issuer has made sure of the e-mail address.':
    'Ob der Aussteller die E-Mail-Adresse geprüft hat.',
  'Whether the issuer has made sure of the telephone number.':
    'Ob der Aussteller die Telefonnummer geprüft hat.',
  'Whether the payload is base64url; false changes what is signed.':
    'Ob die Payload Base64url ist; false ändert, was signiert wird.',
  'Which of the issuer’s keys was used.': 'Welcher Schlüssel des Ausstellers benutzt wurde.',
  'White space stands inside the segment': 'Im Segment steht Leerraum',
  'Who acts on behalf of the subject.': 'Wer im Auftrag des Subjekts handelt.',
  'Who issued the token.': 'Wer das Token ausgestellt hat.',
  'Who may act on behalf of the subject.': 'Wer im Auftrag des Subjekts handeln darf.',
  'Whom or what the token is about.': 'Um wen oder was es im Token geht.',
  'Whom the token is meant for; everyone else must refuse it.':
    'Für wen das Token ist; alle anderen müssen es ablehnen.',
  'Write "alg": "none", or sign with a key.': 'Schreibe "alg": "none", oder signiere mit einem Schlüssel.',
  'Write aud as a text or a list of texts.': 'Schreibe aud als Text oder als Liste von Texten.',
  'Write it as a JSON number of seconds.': 'Schreibe es als JSON-Zahl in Sekunden.',
  'Write it as a string.': 'Schreibe es als Zeichenkette.',
  'Write scope as "read write".': 'Schreibe scope wie "read write".',
  'Write seconds.': 'Schreibe Sekunden.',
  'Write the token in the flattened serialisation.': 'Schreibe das Token in der flachen Serialisierung.',
  'Write {} as a JSON number of seconds.': 'Schreibe {0} als JSON-Zahl in Sekunden.',
  '`{}` again at character {}': '`{0}` noch einmal bei Zeichen {1}',
  'a JSON {}': 'JSON, Art: {0}',
  'a JWK set': 'ein JWK-Satz',
  'a JWK, a JWK set, PEM (PUBLIC KEY, PRIVATE KEY or CERTIFICATE) or a secret':
    'ein JWK, ein JWK-Satz, PEM (PUBLIC KEY, PRIVATE KEY oder CERTIFICATE) oder ein Geheimnis',
  'a JWK, a JWK set, PEM or {"secret", "encoding"}': 'ein JWK, ein JWK-Satz, PEM oder {"secret", "encoding"}',
  'a JWT with a payload in base64url': 'ein JWT mit einer Payload in Base64url',
  'a PEM key': 'ein PEM-Schlüssel',
  'a byte order mark': 'eine Byte-Reihenfolge-Marke',
  'a dot': 'ein Punkt',
  'a key for': 'ein Schlüssel für',
  'a key for {}': 'ein Schlüssel für {0}',
  'a key of type {}': 'ein Schlüssel vom Typ {0}',
  'a key of type {} for {}': 'ein Schlüssel vom Typ {0} für {1}',
  'a key of type {} {}': 'ein Schlüssel vom Typ {0} {1}',
  'a key on one of {}': 'ein Schlüssel auf einer von {0}',
  'a key pair': 'ein Schlüsselpaar',
  'a key with room for the hash': 'ein Schlüssel mit Platz für den Hash',
  'a list with at least one name, or no crit at all': 'eine Liste mit mindestens einem Namen, oder kein crit',
  'a number from 1 to {}': 'eine Zahl von 1 bis {0}',
  'a number of seconds since 1970-01-01T00:00:00Z': 'eine Zahl von Sekunden seit 1970-01-01T00:00:00Z',
  'a password of one character or more': 'ein Passwort aus mindestens einem Zeichen',
  'a password or secret': 'ein Passwort oder Geheimnis',
  'a path through folders': 'ein Pfad durch Ordner',
  'a payload in UTF-8': 'eine Payload in UTF-8',
  'a piece of SQL': 'ein Stück SQL',
  'a private key': 'ein privater Schlüssel',
  'a protected header only': 'nur ein geschützter Header',
  'a protected list that names each extension once, each in the protected header':
    'eine geschützte Liste, die jede Erweiterung einmal nennt, jede im geschützten Header',
  'a public key': 'ein öffentlicher Schlüssel',
  'a public key of type {}': 'ein öffentlicher Schlüssel vom Typ {0}',
  'a public key on the curve {}': 'ein öffentlicher Schlüssel auf der Kurve {0}',
  'a random secret': 'ein zufälliges Geheimnis',
  'a secret': 'ein Geheimnis',
  'a secret of one byte or more': 'ein Geheimnis von mindestens einem Byte',
  'a secret of {} bytes': 'ein Geheimnis von {0} Bytes',
  'a set of keys for': 'ein Schlüsselsatz für',
  'a set of keys for {}': 'ein Schlüsselsatz für {0}',
  'a shared secret': 'ein gemeinsames Geheimnis',
  'a shell command': 'ein Shell-Befehl',
  'a signature by the {} key that was given': 'eine Signatur mit dem angegebenen {0}-Schlüssel',
  'a signature by {}': 'eine Signatur von {0}',
  'a signature over other bytes or by another key':
    'eine Signatur über andere Bytes oder mit einem anderen Schlüssel',
  'a signed token': 'ein signiertes Token',
  'a signed token (JWS)': 'ein signiertes Token (JWS)',
  'a signed token (JWS) of three segments': 'ein signiertes Token (JWS) aus drei Segmenten',
  'a string': 'eine Zeichenkette',
  'a string or a list of strings': 'eine Zeichenkette oder eine Liste von Zeichenketten',
  'a text that was taken for a secret': 'ein Text, der als Geheimnis genommen wurde',
  'a token for another key, or one that was changed':
    'ein Token für einen anderen Schlüssel, oder ein verändertes',
  'a token of a trusted key': 'ein Token eines vertrauenswürdigen Schlüssels',
  'a token that was encrypted for the {} key that was given':
    'ein für den angegebenen {0}-Schlüssel verschlüsseltes Token',
  'a token with aad': 'ein Token mit aad',
  'a token with one of them, or the number of the one to keep (1 to {})':
    'ein Token mit einer davon, oder die Nummer der zu behaltenden (1 bis {0})',
  'a token without aad': 'ein Token ohne aad',
  'a trusted {} key': 'ein vertrauenswürdiger {0}-Schlüssel',
  'a type that may be used here': 'ein Typ, der hier erlaubt ist',
  'a use before {}': 'Gebrauch vor {0}',
  'a use from {} on{}': 'Gebrauch ab {0}{1}',
  'a value that is nested too deep to be shown':
    'ein Wert, der zu tief verschachtelt ist, um gezeigt zu werden',
  'access token': 'Access-Token',
  'alg is not protected by the signature (RFC 7515 §10.7).':
    'alg ist nicht von der Signatur geschützt (RFC 7515 §10.7).',
  'an RSA key of 2048 bits or more': 'ein RSA-Schlüssel mit mindestens 2048 Bit',
  'an address': 'eine Adresse',
  'an address of certificates (x5u)': 'eine Adresse von Zertifikaten (x5u)',
  'an address of keys (jku)': 'eine Adresse von Schlüsseln (jku)',
  'an algorithm as text': 'ein Algorithmus als Text',
  'an algorithm that this runtime has': 'ein Algorithmus, den diese Laufzeitumgebung hat',
  'an algorithm to sign with': 'ein Algorithmus zum Signieren',
  'an e-mail address': 'eine E-Mail-Adresse',
  'an element that is held back': 'ein zurückgehaltenes Element',
  'an empty header': 'ein leerer Header',
  'an empty list': 'eine leere Liste',
  'an encrypted token (JWE)': 'ein verschlüsseltes Token (JWE)',
  'an encrypted token (JWE) of five segments': 'ein verschlüsseltes Token (JWE) aus fünf Segmenten',
  'an object': 'ein Objekt',
  'an odd exponent of 3 or more, usually 65537': 'ein ungerader Exponent ab 3, meist 65537',
  'an official number of a person': 'eine amtliche Nummer einer Person',
  'another key': 'ein anderer Schlüssel',
  array: 'Array',
  'as base64': 'als Base64',
  'as base64url': 'als Base64url',
  'as hexadecimal': 'als Hexadezimal',
  'The RSA modulus is even and so factored already: anybody may have signed.':
    'Der RSA-Modulus ist gerade und damit schon zerlegt: Jeder kann signiert haben.',
  'The private half of this RSA key can be computed from the public one, so that anybody may sign.':
    'Die private Hälfte dieses RSA-Schlüssels lässt sich aus der öffentlichen berechnen, sodass jeder signieren kann.',
  'a modulus of two secret primes': 'ein Modulus aus zwei geheimen Primzahlen',
  'a modulus with the fingerprint of ROCA': 'ein Modulus mit dem Fingerabdruck von ROCA',
  'an even modulus': 'ein gerader Modulus',
  'as text with U+FFFD for what is no UTF-8': 'als Text mit U+FFFD für alles, was kein UTF-8 ist',
  'as the bytes of its file': 'als die Bytes seiner Datei',
  'as the text of its base64': 'als der Text seines Base64',
  'as the text of its base64url': 'als der Text seines Base64url',
  'the bytes of an asymmetric key': 'die Bytes eines asymmetrischen Schlüssels',
  'without the line break at its end': 'ohne den Zeilenumbruch am Ende',
  'at character {} of the {}: {}': 'bei Zeichen {0}, Teil {1}: {2}',
  'at character {}: {}': 'bei Zeichen {0}: {1}',
  'at least {} bits': 'mindestens {0} Bit',
  'at most {}': 'höchstens {0}',
  'at most {} bytes': 'höchstens {0} Bytes',
  'at most {} iterations': 'höchstens {0} Iterationen',
  'at most {} keys': 'höchstens {0} Schlüssel',
  'at most {} paths': 'höchstens {0} Pfade',
  'at most {} values, lists and objects included': 'höchstens {0} Werte, Listen und Objekte mitgezählt',
  'at most {} rounds of PBKDF2': 'höchstens {0} Runden PBKDF2',
  'ath is not the hash of the access token that was given.':
    'ath ist nicht der Hash des angegebenen Access-Tokens.',
  'aud is {} and does not name {}.': 'aud ist {0} und nennt {1} nicht.',
  'aud is {}, which is neither a text nor a list of texts.':
    'aud ist {0}, also weder ein Text noch eine Liste von Texten.',
  'authorisation code': 'Autorisierungscode',
  'b64 false': 'b64 false',
  'b64 true or false, and named in crit when false': 'b64 true oder false, und bei false in crit genannt',
  'base64url without padding or white space': 'Base64url ohne Padding und Leerraum',
  'claims nested at most {} levels deep': 'höchstens {0} Ebenen tief verschachtelte Claims',
  'claims of other names': 'Claims mit anderen Namen',
  'claims: {}': 'Claims: {0}',
  'client assertion': 'Client-Assertion',
  'control characters': 'Steuerzeichen',
  'each member once': 'jeder Member einmal',
  'each parameter in one of the two headers': 'jeder Parameter in einem der beiden Header',
  'encrypted token (JWE)': 'verschlüsseltes Token (JWE)',
  'events does not hold the logout event {} with an object.':
    'events enthält das Abmelde-Ereignis {0} nicht mit einem Objekt.',
  'every header parameter in the protected header': 'jeder Header-Parameter im geschützten Header',
  'five segments, separated by dots': 'fünf durch Punkte getrennte Segmente',
  'from {} to {}': 'von {0} bis {1}',
  header: 'Header',
  'htu is {}, which is no address.': 'htu ist {0}, also keine Adresse.',
  'iat is no number.': 'iat ist keine Zahl.',
  'in {}': 'in {0}',
  'iss is {} and sub is {}; a client speaks for itself, so both are its id.':
    'iss ist {0} und sub ist {1}; ein Client spricht für sich selbst, also sind beide seine Kennung.',
  'its own certificates (x5c)': 'seine eigenen Zertifikate (x5c)',
  'its own key (jwk)': 'seinen eigenen Schlüssel (jwk)',
  key: 'Schlüssel',
  'key for {}': 'Schlüssel für {0}',
  'key of a kind that JWK knows': 'Schlüssel einer Art, die JWK kennt',
  'key of a kind that is known here': 'Schlüssel einer hier bekannten Art',
  'Give the key alone: one PEM, JWK or key set.':
    'Gib den Schlüssel allein an: ein PEM, ein JWK oder einen Schlüsselsatz.',
  'key on {}': 'Schlüssel auf {0}',
  'key_ops with verify or sign, or none': 'key_ops mit verify oder sign, oder keines',
  'line breaks and blanks inside the token': 'Zeilenumbrüche und Leerzeichen im Token',
  literal: 'true, false oder null',
  'logout token': 'Logout-Token',
  'more than five segments': 'mehr als fünf Segmente',
  'no audience is accepted': 'kein Empfänger wird angenommen',
  'no b64 parameter': 'kein Parameter b64',
  'no critical extension but b64': 'keine kritische Erweiterung außer b64',
  'no critical extensions': 'keine kritischen Erweiterungen',
  'no issuer is accepted': 'kein Aussteller wird angenommen',
  'no kid': 'keine kid',
  'no typ': 'kein typ',
  'none of {}': 'keiner von {0}',
  'not protected: {}': 'nicht geschützt: {0}',
  'nothing, or a compact JWS of type kb+jwt': 'nichts, oder eine kompakte JWS vom Typ kb+jwt',
  now: 'jetzt',
  number: 'Zahl',
  'one key of the holder, in the claims or beside them':
    'ein Schlüssel des Inhabers, in den Claims oder daneben',
  'one of {}': 'eines von {0}',
  'one payload, in the token or beside it': 'eine Payload, im Token oder daneben',
  'one signature; in the general form up to {}': 'eine Signatur; in der allgemeinen Form bis zu {0}',
  'one without kid': 'einer ohne kid',
  password: 'Passwort',
  payload: 'Payload',
  'percent-encoding': 'Prozent-Kodierung',
  'printable ASCII without a dot': 'druckbares ASCII ohne Punkt',
  'printable ASCII without a full stop': 'druckbares ASCII ohne Punkt',
  'private key for {}': 'privater Schlüssel für {0}',
  'private key on {}': 'privater Schlüssel auf {0}',
  'public key for {}': 'öffentlicher Schlüssel für {0}',
  'public keys only': 'nur öffentliche Schlüssel',
  quotes: 'Anführungszeichen',
  'scope is not one text of words with a blank between them.':
    'scope ist kein Text aus Wörtern mit je einem Leerzeichen dazwischen.',
  secret: 'Geheimnis',
  'secret in {}': 'Geheimnis in {0}',
  'secret of {} bits': 'Geheimnis von {0} Bit',
  'security event token': 'Security-Event-Token',
  signature: 'Signatur',
  'single key': 'einzelner Schlüssel',
  'something else': 'etwas anderes',
  string: 'Zeichenkette',
  'text that is no token': 'Text, der kein Token ist',
  'text with a PEM header': 'Text mit einer PEM-Kopfzeile',
  'the address': 'die Adresse',
  'the address or parameters around the token': 'die Adresse oder Parameter um das Token',
  'the character U+{}': 'das Zeichen U+{0}',
  'the claim {}': 'der Claim {0}',
  'the disclosures of an SD-JWT': 'die Disclosures eines SD-JWT',
  'the kid of one of them: {}': 'die kid eines davon: {0}',
  'the members of RFC 7515 §7.2 or RFC 7516 §7.2 alone':
    'nur die Member aus RFC 7515 §7.2 oder RFC 7516 §7.2',
  'the name of the Authorization header': 'der Name des Authorization-Headers',
  'the password that it was encrypted with': 'das Passwort, mit dem er verschlüsselt wurde',
  'the path of a claim or an element that is there': 'der Pfad eines vorhandenen Claims oder Elements',
  'the same b64 in every protected header': 'dasselbe b64 in jedem geschützten Header',
  'the signature of another key of the set{}': 'die Signatur eines anderen Schlüssels des Satzes{0}',
  'the token response around the token': 'die Token-Antwort um das Token',
  'the word Bearer': 'das Wort Bearer',
  'the word DPoP': 'das Wort DPoP',
  'there is no typ': 'es gibt kein typ',
  'three segments, separated by dots': 'drei durch Punkte getrennte Segmente',
  'three segments: it is signed, not encrypted': 'drei Segmente: signiert, nicht verschlüsselt',
  'token without a signature': 'Token ohne Signatur',
  'typ is {}': 'typ ist {0}',
  'typ must be {}; {}.': 'typ muss {0} sein; {1}.',
  unsigned: 'unsigniert',
  'use enc and key_ops to decrypt, or none': 'use enc und key_ops zum Entschlüsseln, oder keines',
  'use sig, or none': 'use sig, oder keines',
  'used at {}': 'benutzt um {0}',
  'what looks like a card number': 'was wie eine Kartennummer aussieht',
  'what looks like an access key of a cloud or code host':
    'was wie ein Zugangsschlüssel einer Cloud oder eines Code-Hosts aussieht',
  'white space around the token': 'Leerraum um das Token',
  'with \\n turned into line breaks': 'mit \\n als Zeilenumbruch',
  'with a Windows line break at its end': 'mit einem Windows-Zeilenumbruch am Ende',
  'with a line break at its end': 'mit einem Zeilenumbruch am Ende',
  'with its percent-encoding undone': 'ohne seine Prozent-Kodierung',
  'without its byte order mark': 'ohne seine Byte-Reihenfolge-Marke',
  'without the quotes around it': 'ohne die Anführungszeichen darum',
  'without the white space around it': 'ohne den Leerraum darum',
  'zip with {}': 'zip mit {0}',
  '{} (give or take {} s)': '{0} (± {1} s)',
  '{} Found: {}.': '{0} Gefunden: {1}.',
  '{} ago': 'vor {0}',
  '{} and again {}': '{0} und noch einmal {1}',
  '{} and {}': '{0} und {1}',
  '{} and {} more': '{0} und {1} weitere',
  '{} bits': '{0} Bit',
  '{} bytes': '{0} Bytes',
  '{} bytes for {}': '{0} Bytes für {1}',
  '{} bytes that begin like ASN.1 DER': '{0} Bytes, die wie ASN.1-DER beginnen',
  '{} day': '{0} Tag',
  '{} days': '{0} Tage',
  '{} for {}': '{0} für {1}',
  '{} h': '{0} Std.',
  '{} holds a number that many programs cannot keep exactly.':
    '{0} enthält eine Zahl, die viele Programme nicht genau behalten können.',
  '{} holds {}; a signed token can be read by everybody who sees it.':
    '{0} enthält {1}; ein signiertes Token kann jeder lesen, der es sieht.',
  '{} is in milliseconds; read as seconds it is thousands of years away.':
    '{0} ist in Millisekunden; als Sekunden gelesen liegt es Tausende von Jahren entfernt.',
  '{} is in milliseconds; verifiers read it as seconds, thousands of years away.':
    '{0} ist in Millisekunden; Prüfer lesen es als Sekunden, Tausende von Jahren entfernt.',
  '{} is no number.': '{0} ist keine Zahl.',
  '{} is not a number of seconds, so it is no time.': '{0} ist keine Zahl von Sekunden, also keine Zeit.',
  '{} is not a number, so it is no time.': '{0} ist keine Zahl, also keine Zeit.',
  '{} is verified with a public key; a secret is for HS256, HS384 and HS512.':
    '{0} wird mit einem öffentlichen Schlüssel geprüft; ein Geheimnis ist für HS256, HS384 und HS512.',
  '{} is {}; of the {} given it is {}.': '{0} ist {1}; von {2}, wie angegeben, wäre es {3}.',
  '{} is {}; {} is expected.': '{0} ist {1}; erwartet wird {2}.',
  '{} key {}': '{0}-Schlüssel {1}',
  '{} keys': '{0} Schlüssel',
  '{} keys that fit': '{0} passende Schlüssel',
  '{} limits the token, and its holder could hold it back (RFC 9901 §9.7).':
    '{0} begrenzt das Token, und sein Inhaber könnte es zurückhalten (RFC 9901 §9.7).',
  '{} min': '{0} Min.',
  '{} month': '{0} Monat',
  '{} months': '{0} Monate',
  '{} needs a secret, which is never published as a key set or as a public key.':
    '{0} braucht ein Geheimnis, das nie als Schlüsselsatz oder öffentlicher Schlüssel veröffentlicht wird.',
  '{} needs a shared secret, which is not allowed here.':
    '{0} braucht ein gemeinsames Geheimnis, das hier nicht erlaubt ist.',
  '{} needs {}; there is none.': '{0} braucht {1}; es fehlt.',
  '{} of {} bits': '{0}, {1} Bit',
  '{} on {}': '{0} auf {1}',
  '{} or more segments': '{0} oder mehr Segmente',
  '{} or {}': '{0} oder {1}',
  '{} private key': 'privater Schlüssel, {0}',
  '{} public key': 'öffentlicher Schlüssel, {0}',
  '{} rounds': '{0} Runden',
  '{} s': '{0} s',
  '{} s since 1970': '{0} s seit 1970',
  '{} segment(s)': '{0} Segmente',
  '{} segment{}': '{0} Segment(e)',
  '{} stands twice; readers differ in which of the two they take.':
    '{0} steht zweimal da; Leser nehmen verschiedene von beiden.',
  '{} year': '{0} Jahr',
  '{} years': '{0} Jahre',
  '{} {} key{}': '{0} {1} key{2}',
  '{}, or a key that names no algorithm': '{0}, oder ein Schlüssel, der keinen Algorithmus nennt',
  'a signature by none of the {} keys that were tried; {} more could fit':
    'eine Signatur von keinem der {0} versuchten Schlüssel; {1} weitere könnten passen',
  'Have the issuer name its keys with kid, in the key set and in its tokens.':
    'Lass den Aussteller seine Schlüssel mit kid benennen, im Schlüsselsatz und in seinen Tokens.',
  'Ed25519: ssh-keygen does not convert it, so make a new key: signet key generate --alg EdDSA --out private.jwk – RSA and ECDSA: convert a copy of the file, which is written over: ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY':
    'Ed25519: ssh-keygen wandelt ihn nicht um, also erzeuge einen neuen Schlüssel: signet key generate --alg EdDSA --out private.jwk – RSA und ECDSA: Wandle eine Kopie der Datei um, die überschrieben wird: ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY',
  'Convert it, which asks for the password: openssl pkey -in key.pem -out plain.pem':
    'Wandle ihn um, dabei wird nach dem Passwort gefragt: openssl pkey -in key.pem -out plain.pem',
  'Convert it: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (add -pubin -pubout for a public key).':
    'Wandle ihn um: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (bei einem öffentlichen Schlüssel mit -pubin -pubout).',
  'Convert it: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem':
    'Wandle ihn um: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem',
  'Convert it: ssh-keygen -i -f key.pub': 'Wandle ihn um: ssh-keygen -i -f key.pub',
  'Copy the key itself, or give the address of the key set.':
    'Kopiere den Schlüssel selbst, oder gib die Adresse des Schlüsselsatzes an.',
  'EC (explicit parameters)': 'EC (explizite Parameter)',
  'Give a JWK, which has the member kty, or a set of them in the member keys.':
    'Gib einen JWK an, der den Member kty hat, oder einen Satz davon im Member keys.',
  'Give one of them alone.': 'Gib einen davon allein an.',
  'Give only what stands after =, without quotation marks.':
    'Gib nur an, was nach = steht, ohne Anführungszeichen.',
  'Give the key that it was signed with, or the issuer’s key set.':
    'Gib den Schlüssel an, mit dem es signiert wurde, oder den Schlüsselsatz des Ausstellers.',
  'Have the keys fetched from there: `--jwks-url` on the command line, “Fetch keys” on the page.':
    'Lass die Schlüssel von dort holen: `--jwks-url` auf der Kommandozeile, „Schlüssel holen“ auf der Seite.',
  'Have whoever makes this key write it as RFC 7518 says, or take it from where it was made.':
    'Lass den Ersteller des Schlüssels ihn so schreiben, wie RFC 7518 es sagt, oder nimm ihn von dort, wo er gemacht wurde.',
  'RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 or ML-DSA':
    'RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 oder ML-DSA',
  'Take its key out: openssl req -in request.pem -noout -pubkey':
    'Nimm den Schlüssel heraus: openssl req -in request.pem -noout -pubkey',
  'Take the certificate out: keytool -exportcert -rfc -keystore FILE -alias NAME':
    'Nimm das Zertifikat heraus: keytool -exportcert -rfc -keystore FILE -alias NAME',
  'Take the certificates out: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem':
    'Nimm die Zertifikate heraus: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem',
  'Take the key as whoever made it gives it, not as another program shows it.':
    'Nimm den Schlüssel so, wie sein Ersteller ihn gibt, nicht wie ein anderes Programm ihn zeigt.',
  'Take the key out: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem':
    'Nimm den Schlüssel heraus: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem',
  'The key set holds what signs, not the public half alone: whoever reads the set may have signed.':
    'Der Schlüsselsatz enthält, was signiert, nicht nur die öffentliche Hälfte: Wer ihn liest, kann signiert haben.',
  'The key spells out the parameters of its curve in the place of naming it.':
    'Der Schlüssel schreibt die Parameter seiner Kurve aus, statt sie zu nennen.',
  'The member {} of the key is not what it must be.':
    'Der Member {0} des Schlüssels ist nicht, was er sein muss.',
  'The point of the key is compressed, which is not read here.':
    'Der Punkt des Schlüssels ist komprimiert, was hier nicht gelesen wird.',
  'The private key is encrypted in the old way of OpenSSL.':
    'Der private Schlüssel ist nach der alten Art von OpenSSL verschlüsselt.',
  'This JSON holds several keys.': 'Dieses JSON enthält mehrere Schlüssel.',
  'This is JSON, but no key.': 'Das ist JSON, aber kein Schlüssel.',
  'This is a discovery document: it says where the keys are.':
    'Das ist ein Discovery-Dokument: Es sagt, wo die Schlüssel sind.',
  'This is a key store of Java, not a key.': 'Das ist ein Key Store von Java, kein Schlüssel.',
  'This is a line of settings, not a key or secret.':
    'Das ist eine Zeile mit Einstellungen, kein Schlüssel und kein Geheimnis.',
  'This is a page, not a key.': 'Das ist eine Seite, kein Schlüssel.',
  'This is a token, not a key.': 'Das ist ein Token, kein Schlüssel.',
  'This is a {} key, for which there is no algorithm here.':
    'Das ist ein Schlüssel der Art {0}, für den es hier keinen Algorithmus gibt.',
  'This is an address, not a key.': 'Das ist eine Adresse, kein Schlüssel.',
  'Use a key of a kind that JOSE knows, such as P-256: signet key generate --alg ES256':
    'Nimm einen Schlüssel einer Art, die JOSE kennt, etwa P-256: signet key generate --alg ES256',
  'a curve': 'eine Kurve',
  'a list of texts': 'eine Liste von Texten',
  'a part of it': 'ein Teil davon',
  'a type of key': 'eine Schlüsselart',
  'an RSASSA-PSS key': 'ein RSASSA-PSS-Schlüssel',
  'base64url without padding': 'Base64url ohne Padding',
  'in a line of settings': 'in einer Zeile mit Einstellungen',
  'in base64': 'in Base64',
  'in quotation marks': 'in Anführungszeichen',
  'inside other JSON': 'in anderem JSON',
  'key that cannot be used': 'Schlüssel, der nicht verwendet werden kann',
  'other characters, or bits too many': 'andere Zeichen, oder zu viele Bits',
  'the name of a curve, such as P-256': 'der Name einer Kurve, etwa P-256',
  'under the label {}': 'unter der Bezeichnung {0}',
  'with line ends written as \\n': 'mit Zeilenenden als \\n',
  'with other lines around it': 'mit anderen Zeilen darum',
  'without its first and last line': 'ohne seine erste und letzte Zeile',
  'without its first line': 'ohne seine erste Zeile',
  'without its last line': 'ohne seine letzte Zeile',
  'A claim of the issuer’s own, with a web address as its name so that it meets no other.':
    'Ein eigener Claim des Ausstellers, mit einer Webadresse als Namen, damit er keinem anderen begegnet.',
  'A name to show, not an identifier.': 'Ein Name zum Anzeigen, keine Kennung.',
  'AWS load balancer': 'AWS-Load-Balancer',
  'Access tokens have no aud: check client_id, and token_use for the kind.':
    'Access-Tokens haben kein aud: Prüfe client_id, und token_use für die Art.',
  'Amazon Cognito': 'Amazon Cognito',
  'Cloudflare Access': 'Cloudflare Access',
  'Microsoft Entra ID': 'Microsoft Entra ID',
  'For Microsoft alone.': 'Nur für Microsoft.',
  'How often the workflow has run.': 'Wie oft der Workflow gelaufen ist.',
  'How often this run was tried.': 'Wie oft dieser Lauf versucht wurde.',
  'How sure Apple is that this is a person.': 'Wie sicher Apple ist, dass dies ein Mensch ist.',
  'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.':
    'Wie sich die Anwendung ausgewiesen hat: 0 gar nicht, 1 mit einem Geheimnis, 2 mit einem Zertifikat.',
  'How the person signed in, with their accounts elsewhere.':
    'Wie sich die Person angemeldet hat, mit ihren Konten anderswo.',
  'How the token was asked for, such as client-credentials.':
    'Wie das Token angefordert wurde, etwa client-credentials.',
  'It belongs to a service account; bound tokens end with their pod, which only the cluster can tell.':
    'Es gehört einem Dienstkonto; gebundene Tokens enden mit ihrem Pod, was nur der Cluster weiß.',
  'It comes in the header Cf-Access-Jwt-Assertion; aud is the tag of the application.':
    'Es kommt im Header Cf-Access-Jwt-Assertion; aud ist das Kennzeichen der Anwendung.',
  'It comes in the header x-amzn-oidc-data and is signed with its padding (=): leave the padding in, and check signer.':
    'Es kommt im Header x-amzn-oidc-data und ist samt Padding (=) signiert: Lass das Padding stehen und prüfe signer.',
  'It does not say that it keeps RFC 9068, the profile for access tokens, which would add {}.':
    'Es sagt nicht, dass es RFC 9068 folgt, dem Profil für Access-Tokens; dieses verlangte zusätzlich {0}.',
  'Nothing is to be done, unless who verifies it asks for that profile.':
    'Nichts ist zu tun, solange der Prüfer dieses Profil nicht verlangt.',
  'The AWS role that comes first.': 'Die AWS-Rolle, die zuerst kommt.',
  'The AWS roles of the groups of the person.': 'Die AWS-Rollen der Gruppen der Person.',
  'The accounts elsewhere that the person signed in with.':
    'Die Konten anderswo, mit denen sich die Person angemeldet hat.',
  'The application the person signed in to.': 'Die Anwendung, bei der sich die Person angemeldet hat.',
  'The branch or tag that the job runs for.': 'Der Branch oder Tag, für den der Job läuft.',
  'The commit that the job runs for.': 'Der Commit, für den der Job läuft.',
  'The country that the person signed in from.': 'Das Land, aus dem sich die Person angemeldet hat.',
  'The domain of the organisation that the account belongs to.':
    'Die Domain der Organisation, zu der das Konto gehört.',
  'The environment that the job runs in.': 'Die Umgebung, in der der Job läuft.',
  'The event that started the run.': 'Das Ereignis, das den Lauf ausgelöst hat.',
  'The event that the token came from.': 'Das Ereignis, aus dem das Token stammt.',
  'The file of the workflow, and at which branch or tag.':
    'Die Datei des Workflows, und auf welchem Branch oder Tag.',
  'The group of the project, by the number that stays when it is renamed.':
    'Die Gruppe des Projekts, mit der Nummer, die beim Umbenennen bleibt.',
  'The group of the project.': 'Die Gruppe des Projekts.',
  'The groups of the person.': 'Die Gruppen der Person.',
  'The job.': 'Der Job.',
  'The kind of token stands in the claim typ (Bearer, ID, Refresh); roles stand in realm_access and resource_access.':
    'Die Art des Tokens steht im Claim typ (Bearer, ID, Refresh); Rollen stehen in realm_access und resource_access.',
  'The kind of token: Bearer for an access token, ID for an ID token.':
    'Die Art des Tokens: Bearer für ein Access-Token, ID für ein ID-Token.',
  'The kind of token: access or id.': 'Die Art des Tokens: access oder id.',
  'The kind of token: app for an application, org for the whole team.':
    'Die Art des Tokens: app für eine Anwendung, org für das ganze Team.',
  'The load balancer that signed; check that it is yours.':
    'Der Load-Balancer, der signiert hat; prüfe, dass es deiner ist.',
  'The name of that organisation.': 'Der Name dieser Organisation.',
  'The name of the service account.': 'Der Name des Dienstkontos.',
  'The name of the service token.': 'Der Name des Dienst-Tokens.',
  'The name of the workflow.': 'Der Name des Workflows.',
  'The namespace of the service account.': 'Der Namensraum des Dienstkontos.',
  'The namespace, pod and service account that the token is bound to.':
    'Namensraum, Pod und Dienstkonto, an die das Token gebunden ist.',
  'The organisation that the person signed in to.':
    'Die Organisation, bei der sich die Person angemeldet hat.',
  'The origins that may use the token from a browser.':
    'Die Origins, die das Token aus einem Browser verwenden dürfen.',
  'The owner of the repository.': 'Der Besitzer des Repositorys.',
  'The owner, by the number that stays when it is renamed.':
    'Der Besitzer, mit der Nummer, die beim Umbenennen bleibt.',
  'The person or application, the same for every application of the tenant.':
    'Person oder Anwendung, für jede Anwendung des Mandanten dieselbe.',
  'The person, by Okta’s own identifier.': 'Die Person, mit Oktas eigener Kennung.',
  'The person, the same as sub.': 'Die Person, dasselbe wie sub.',
  'The person, while the application changes its owner.':
    'Die Person, während die Anwendung den Besitzer wechselt.',
  'The project in which the job runs.': 'Das Projekt, in dem der Job läuft.',
  'The project, by the number that stays when it is renamed.':
    'Das Projekt, mit der Nummer, die beim Umbenennen bleibt.',
  'The repository in which the workflow runs.': 'Das Repository, in dem der Workflow läuft.',
  'The repository, by the number that stays when it is renamed.':
    'Das Repository, mit der Nummer, die beim Umbenennen bleibt.',
  'The reusable workflow that the job comes from.': 'Der wiederverwendbare Workflow, aus dem der Job stammt.',
  'The roles of the person in the tenant.': 'Die Rollen der Person im Mandanten.',
  'The roles of the subject in the realm.': 'Die Rollen des Subjekts im Realm.',
  'The roles of the subject, client by client.': 'Die Rollen des Subjekts, Client für Client.',
  'The run of the workflow.': 'Der Lauf des Workflows.',
  'The secret that the token was kept in.': 'Das Secret, in dem das Token lag.',
  'The service account, by its identifier.': 'Das Dienstkonto, mit seiner Kennung.',
  'The tenant that the person or application belongs to.':
    'Der Mandant, zu dem Person oder Anwendung gehört.',
  'The token’s own identifier.': 'Die eigene Kennung des Tokens.',
  'The user name, which may change: not an identifier.':
    'Der Benutzername, der sich ändern kann: keine Kennung.',
  'The user name.': 'Der Benutzername.',
  'The version of the token.': 'Die Version des Tokens.',
  'Version 1.0 and 2.0 differ in iss and aud; tokens for Microsoft Graph have a nonce in their header and verify at Microsoft alone.':
    'Version 1.0 und 2.0 unterscheiden sich in iss und aud; Tokens für Microsoft Graph haben eine nonce im Header und lassen sich nur bei Microsoft prüfen.',
  'What a refresh token and all tokens made with it share; revoking it ends them.':
    'Was ein Refresh-Token und alle damit gemachten Tokens teilen; es zu widerrufen beendet sie.',
  'What the subject may do at this API.': 'Was das Subjekt an dieser API darf.',
  'What the token allows, as a list.': 'Was das Token erlaubt, als Liste.',
  'Where the whole identity can be asked for.': 'Wo die ganze Identität abgefragt werden kann.',
  'Whether ref is a branch or a tag.': 'Ob ref ein Branch oder ein Tag ist.',
  'Whether the branch or tag is protected.': 'Ob der Branch oder Tag geschützt ist.',
  'Whether the e-mail address only relays.': 'Ob die E-Mail-Adresse nur weiterleitet.',
  'Whether the platform knows nonce; if so, it must be there.':
    'Ob die Plattform nonce kennt; wenn ja, muss es da sein.',
  'Whether the token is for an application (app) or for a person (user).':
    'Ob das Token für eine Anwendung (app) oder eine Person (user) ist.',
  'Who authenticated the person.': 'Wer die Person authentifiziert hat.',
  'Who can see the repository.': 'Wer das Repository sehen kann.',
  'Who started the run, by the number that stays.': 'Wer den Lauf gestartet hat, mit der Nummer, die bleibt.',
  'Who started the run.': 'Wer den Lauf gestartet hat.',
  'Whose machine the job runs on.': 'Auf wessen Maschine der Job läuft.',
  'aud is the project, and iss ends with it; keys are published as certificates under their kid.':
    'aud ist das Projekt, und iss endet damit; Schlüssel werden als Zertifikate unter ihrem kid veröffentlicht.',
  'email may be an address that only relays; the name of the person is in no token.':
    'email kann eine Adresse sein, die nur weiterleitet; der Name der Person steht in keinem Token.',
  'iss ends with a slash, which belongs to it; claims of your own have a web address as their name.':
    'iss endet mit einem Schrägstrich, der dazugehört; eigene Claims haben eine Webadresse als Namen.',
  'iss is written with or without https://; sub is the identifier, a number of up to 21 digits.':
    'iss steht mit oder ohne https:// da; sub ist die Kennung, eine Zahl mit bis zu 21 Ziffern.',
  'scp is a list, cid the application; tokens of the org server (iss without /oauth2/) are for Okta alone.':
    'scp ist eine Liste, cid die Anwendung; Tokens des Org-Servers (iss ohne /oauth2/) sind nur für Okta.',
  'sub names project and branch or tag: check the whole of it, never its beginning alone.':
    'sub nennt Projekt und Branch oder Tag: Prüfe das Ganze, nie nur den Anfang.',
  'sub names repository and branch or environment: check the whole of it, never its beginning alone.':
    'sub nennt Repository und Branch oder Umgebung: Prüfe das Ganze, nie nur den Anfang.',
};
