import type { Attacks, TrialCaption } from '../attacks.ts';

const forgedTrial = (why: string): TrialCaption => ({
  title: 'Das gefälschte Token wird vorgezeigt',
  text: 'Dem nachlässigen Prüfer und dem von Signet, mit denselben Schlüsseln.',
  why,
});

export const words: Attacks = {
  'alg-none': {
    title: 'Algorithmus none',
    lead: 'Der Angreifer schreibt ein Token, das sagt: „Ich bin nicht signiert“, und der Prüfer gibt sich damit zufrieden.',
    steps: {
      honest: {
        title: 'Ein Kunde bekommt ein echtes Token',
        text: 'Die API signiert es mit einem zufälligen Geheimnis, das der Angreifer nicht hat.',
      },
      header: {
        title: 'Der Angreifer schreibt einen anderen Header',
        text: 'RFC 7518 §3.6 kennt einen Algorithmus `none`, für Token, die anders geschützt sind.',
      },
      forged: {
        title: 'Der Angreifer schreibt die Claims, die er haben will',
        text: 'Die Rolle wird `admin`. Der dritte Teil bleibt leer: Es gibt nichts zu berechnen, und kein Schlüssel ist nötig.',
      },
    },
    trials: {
      forged: forgedTrial('Er las `alg` im Header, fand `none` und verlangte keine Signatur.'),
    },
    remedies: [
      'Leg fest, welchen Algorithmus du erwartest, und nimm keinen anderen an: Der Header entscheidet nicht (RFC 8725 §3.1).',
      'Lehne `none` in jeder Schreibweise ab, auch `None` und `nOnE` (RFC 8725 §3.2).',
    ],
  },
  confusion: {
    title: 'Verwechslung der Algorithmen',
    lead: 'Ein öffentlicher RSA-Schlüssel wird als Geheimnis eines HMAC benutzt. Den öffentlichen Schlüssel haben alle, also können alle signieren.',
    steps: {
      honest: {
        title: 'Der Aussteller signiert mit RS256',
        text: 'Der private Schlüssel signiert; die API hat nur den öffentlichen.',
      },
      key: {
        title: 'Der Angreifer holt den öffentlichen Schlüssel',
        text: 'Das ist kein Einbruch: Öffentliche Schlüssel werden veröffentlicht. Dieser ist gerade eben entstanden.',
      },
      header: {
        title: 'Der Angreifer nennt einen anderen Algorithmus',
        text: 'Bei `HS256` signiert und prüft derselbe Schlüssel.',
      },
      forged: {
        title: 'Der Angreifer signiert mit dem Text des öffentlichen Schlüssels',
        text: 'Die Signatur ist ein HMAC, dessen Geheimnis die PEM-Datei ist, Zeichen für Zeichen.',
      },
    },
    trials: {
      forged: forgedTrial(
        'Er ließ den Header HS256 wählen und hielt den Text des öffentlichen Schlüssels für das Geheimnis.',
      ),
    },
    remedies: [
      'Leg jeden Schlüssel auf einen Algorithmus fest: Ein Schlüssel für RS256 prüft RS256 und sonst nichts (RFC 8725 §3.1).',
      'Nimm nie eine PEM-Datei als Geheimnis. Signet weigert sich, eine als solches zu importieren.',
    ],
  },
  'weak-secret': {
    title: 'Schwaches Geheimnis',
    lead: 'Ein Token genügt, um daheim Geheimnisse durchzuprobieren, Millionen pro Sekunde, ohne den Server ein einziges Mal zu fragen.',
    steps: {
      honest: {
        title: 'Der Angreifer hat ein Token',
        text: 'Sein eigenes reicht. Es ist mit dem Wort oben signiert.',
      },
      found: {
        title: 'Die Suche hat das Geheimnis gefunden',
        text: 'Jedes Wort wurde als HMAC-Schlüssel probiert, bis dieselbe Signatur herauskam.',
      },
      forged: {
        title: 'Der Angreifer signiert, was er will',
        text: 'Mit dem richtigen Geheimnis ist das keine Fälschung mehr: Die Signatur stimmt.',
      },
    },
    trials: {
      'weak-key': {
        title: 'Das Wort als Geheimnis',
        text: 'Der nachlässige Prüfer hat es genommen, also kommt das gefälschte Token durch. Signet lehnt das Wort schon beim Einrichten ab, bevor das erste Token kommt.',
        why: 'Mit dem Wort, das er sein Geheimnis nennt, stimmt die Signatur.',
      },
      'strong-key': {
        title: 'Dasselbe Token, wo das Geheimnis 32 zufällige Byte ist',
        text: 'Ein solches Geheimnis steht auf keiner Liste.',
        why: '',
      },
    },
    remedies: [
      'Erzeuge Geheimnisse mit einem Zufallsgenerator, mindestens so lang wie der Hash: 32 Byte für HS256 (RFC 7518 §3.2, RFC 8725 §3.5).',
      'Länge lässt sich messen, Zufall nicht: Ein langer Satz aus einem Tutorial ist so schwach wie ein Wort. Kein Prüfer kann das erkennen.',
      'Wo auch andere prüfen, nimm einen asymmetrischen Algorithmus. Dann gibt es kein Geheimnis zu raten.',
    ],
  },
  'kid-injection': {
    title: 'Injection über kid',
    lead: 'Der Name des Schlüssels wird in einen Pfad eingesetzt, und den Namen schreibt der Angreifer.',
    steps: {
      honest: {
        title: 'Ein echtes Token nennt seinen Schlüssel',
        text: '`kid` ist `orders-1`, und der Server liest das Geheimnis aus `/srv/keys/orders-1`. Die Dateien sind in dieser Seite nur nachgestellt.',
      },
      file: {
        title: 'Der Angreifer sucht eine Datei, die er kennt',
        text: 'Jeder Besucher kann `robots.txt` lesen. Auf einem anderen Server ist es vielleicht ein Stylesheet oder `/dev/null`.',
      },
      header: {
        title: 'Der Angreifer nennt diese Datei als Schlüssel',
        text: 'Aus dem Ordner der Schlüssel führt `..` hinaus zum öffentlichen.',
      },
      forged: {
        title: 'Der Angreifer signiert mit dem Inhalt der Datei',
        text: 'Beide Seiten haben jetzt dasselbe „Geheimnis“.',
      },
    },
    trials: {
      forged: forgedTrial(
        'Er hängte `kid` an einen Pfad, las die Datei, zu der er führte, und hielt den Inhalt für das Geheimnis.',
      ),
    },
    remedies: [
      'Suche `kid` in einer Liste von Schlüsseln, denen du vertraust. Es ist ein Name, nie ein Pfad, eine Adresse oder Teil einer Abfrage (RFC 8725 §3.10).',
      'Was nicht auf der Liste steht, wird abgelehnt, und nichts wird deswegen gelesen oder geholt.',
    ],
  },
  'jku-spoof': {
    title: 'Untergeschobener Schlüsselsatz',
    lead: 'Der Header sagt, wo der Schlüssel liegt. Der Prüfer geht hin und findet den Schlüssel des Angreifers.',
    steps: {
      honest: {
        title: 'Ein echtes Token nennt seinen Schlüsselsatz',
        text: '`jku` ist eine Adresse bei `login.example` (RFC 7515 §4.1.2). Ein Netz gibt es hier nicht: Statt der Hosts antwortet eine Tabelle in dieser Seite.',
      },
      keys: {
        title: 'Der Angreifer veröffentlicht einen Schlüsselsatz',
        text: 'Mit einem eigenen Schlüssel, unter demselben Namen wie der des Ausstellers.',
      },
      header: {
        title: 'Der Angreifer nennt diese Adresse',
        text: 'Sie beginnt wie die richtige: `https://login.example`. Der Host ist `login.example.attacker.example`.',
      },
      forged: {
        title: 'Der Angreifer signiert mit seinem eigenen Schlüssel',
        text: 'Die Signatur stimmt, für diesen Schlüssel.',
      },
    },
    trials: {
      forged: forgedTrial(
        'Er verglich den Anfang der Adresse, holte dort den Schlüsselsatz und prüfte mit dem Schlüssel des Angreifers.',
      ),
    },
    remedies: [
      'Nimm Schlüssel nur von der Adresse aus deiner eigenen Konfiguration. Beachte `jku`, `jwk`, `x5u` und `x5c` eines Tokens nicht (RFC 8725 §3.10).',
      'Musst du eine Adresse vergleichen, vergleiche sie ganz. Ihr Anfang sagt nichts.',
    ],
  },
  replay: {
    title: 'Replay',
    lead: 'Das Token ist echt, nur zeigt es der Falsche vor. Ein Bearer-Token gehört dem, der es bei sich hat.',
    steps: {
      honest: {
        title: 'Ein Kunde bekommt ein echtes Token',
        text: 'Für `https://api.example/orders`, für 15 Minuten.',
      },
      log: {
        title: 'Der Angreifer findet es in einem Log',
        text: 'Jemand hat ganze Header hineingeschrieben. Die Signatur stimmt wie eh und je.',
      },
    },
    trials: {
      later: {
        title: 'Einen Tag später',
        text: 'Der nachlässige Prüfer sieht nur auf die Signatur. Die stimmt für immer.',
        why: 'Er sah auf die Signatur und nie auf `exp`.',
      },
      elsewhere: {
        title: 'Bei einer anderen API',
        text: 'Die Gehaltsabrechnung vertraut demselben Aussteller. Niemand hat `aud` verglichen.',
        why: 'Er sah auf die Signatur und nie auf `aud`.',
      },
      'at-once': {
        title: 'Sofort, bei der richtigen API',
        text: 'Hier nehmen beide es an, und sie müssen: Für einen Prüfer ist dieses Token von dem des Kunden nicht zu unterscheiden. Es braucht eine der Maßnahmen unten.',
        why: 'Diesmal gibt es nichts zu beanstanden.',
      },
    },
    remedies: [
      'Prüfe `exp` und `aud` immer, und halte das Leben kurz (RFC 8725 §3.9, RFC 9068 §4).',
      'Binde das Token an einen Schlüssel, dessen Besitz der Client beweist: Dann ist eine gestohlene Kopie nichts wert (DPoP, RFC 9449 §2).',
      'Nimm ein Token, das für eine einzige Aktion steht, nur einmal an: Merke dir seine `jti`, bis es abläuft (RFC 7519 §4.1.7).',
      'Halte Token aus Logs und URLs heraus, und beende die Sitzung eines gestohlenen (RFC 6750 §5.3).',
    ],
  },
  tampering: {
    title: 'Manipulation',
    lead: 'Die Claims werden geändert, und die Signatur bleibt, wie sie war. Wer nur dekodiert, merkt nichts.',
    steps: {
      honest: { title: 'Ein Kunde bekommt ein echtes Token', text: 'In der Payload steht `customer`.' },
      payload: { title: 'Der Angreifer schreibt eine andere Payload', text: 'In ihr steht `admin`.' },
      forged: {
        title: 'Der Angreifer setzt sie zwischen die alten Teile',
        text: 'Header und Signatur sind die des echten Tokens. Die Signatur wurde für einen anderen Text gemacht.',
      },
    },
    trials: {
      forged: forgedTrial('Er dekodierte die Payload und sah die Signatur nie an.'),
    },
    remedies: [
      'Dekodieren ist nicht Verifizieren. In den meisten Bibliotheken sind das zwei Funktionen mit ähnlichen Namen.',
      'Lies keinen Claim, bevor die Signatur feststeht (RFC 7519 §7.2).',
    ],
  },
};
