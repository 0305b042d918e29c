import { germanOfPages } from '@signet/contracts';
import type { Speech } from './speech.ts';

const later = 'Versuche es später noch einmal. Hält es an, nenne die Referenz dem Betreiber dieses Gateways.';
const soon = 'Versuche es gleich noch einmal.';
const signIn = 'Melde dich neu an.';

export const words: Speech = {
  refusals: {
    ...germanOfPages,
    token_malformed: {
      variants: {
        foreign_characters: {
          sentence: 'Das Token enthält Zeichen, die kein Token hat.',
          expected: 'Buchstaben, Ziffern und - . _ ~ + /',
          actual: 'ein anderes Zeichen',
          fix: 'Sende das Token genau so, wie es ausgestellt wurde, ohne Anführungszeichen.',
        },
      },
    },
    token_oversized: {
      variants: {
        gateway: {
          sentence: 'Das Token ist größer, als dieses Gateway annimmt.',
          expected: 'höchstens {most} Bytes',
          actual: '{bytes} Bytes',
          fix: 'Fordere ein Token mit weniger Claims an, oder erhöhe gateway.maxTokenBytes.',
        },
      },
    },
    key_unknown: {
      variants: {
        perhaps_published: {
          sentence:
            'Der Aussteller veröffentlicht einen Schlüssel, der gemeint sein könnte, aber er wird hier nicht benutzt. {reason}',
        },
      },
    },
    issuer_unexpected: {
      variants: {
        route: {
          sentence: 'Das Token kommt von einem Aussteller, den diese Route nicht annimmt.',
          expected: '{accepted}',
          actual: '{issuer}',
          fix: 'Hole ein Token von einem Aussteller dieser Route.',
        },
        not_opaque: {
          sentence: 'Das Token ist ein JWT, und diese Route nimmt keine.',
          expected: 'ein undurchsichtiges Token von {accepted}',
          actual: 'ein JWT',
          fix: 'Sende das Token, das dieser Aussteller ausgegeben hat. Sind seine Token JWTs, so sagt es der Betreiber: `introspection.jwts: true`.',
        },
      },
    },
    claim_missing: {
      variants: {
        issuer: {
          sentence: 'Das Token sagt nicht, wer es ausgestellt hat.',
          expected: 'iss: {accepted}',
          actual: 'kein iss, das Text ist',
          fix: 'Lass den Aussteller iss in seine Token schreiben.',
        },
      },
    },
    claim_invalid: {
      variants: {
        no_access_token: { sentence: 'Dem Token fehlt die Form eines Access-Tokens.' },
        operator_lifetime: {
          sentence: 'Der Betreibernachweis gilt länger, als solche Nachweise dürfen.',
          expected: 'exp höchstens {seconds} s nach jetzt',
          fix: 'Lass ihn den Befehl signet machen.',
        },
      },
    },
    token_missing: {
      sentence: 'Diese Route braucht ein Token, und es kam keines.',
      expected: 'ein Header Authorization: Bearer TOKEN',
      fix: 'Melde dich an und sende das Access-Token im Header Authorization.',
      variants: {
        no_header: { actual: 'kein Header Authorization' },
        other_scheme: { actual: 'ein anderes Authentifizierungsschema' },
        empty_header: { actual: 'das Wort Bearer ohne Token' },
        no_password: {
          sentence: 'Diese Route braucht einen Namen und ein Passwort, und es kam keines.',
          expected: 'ein Header Authorization: Basic mit einem Namen und seinem Passwort',
          actual: 'kein Header Authorization',
          fix: 'Sende den Namen und das Passwort, die du vom Betreiber dieser Route hast.',
        },
        token_for_password: {
          sentence: 'Diese Route braucht einen Namen und ein Passwort, und es kam keines.',
          expected: 'ein Header Authorization: Basic mit einem Namen und seinem Passwort',
          actual: 'ein anderer Nachweis, den diese Route nicht annimmt',
          fix: 'Sende stattdessen den Namen und das Passwort.',
        },
        admin_api: {
          sentence: 'Die Admin-API braucht ein Token, und es kam keines.',
          expected: 'Authorization: Bearer mit dem Access-Token eines Administrators',
          actual: 'kein Bearer-Token',
          fix: 'Benutze den Befehl signet, oder melde dich als Administrator für die Audience der Admin-API an.',
        },
        user_info: {
          sentence: 'Wer eine Person ist, erfährt der Inhaber ihres Access-Tokens, und es kam keines.',
          expected: 'Authorization: Bearer mit einem Access-Token, das den Scope openid hat',
          actual: 'kein Bearer-Token',
          fix: 'Melde die Person mit dem Scope openid an und sende das Access-Token.',
        },
        context: {
          sentence:
            'Dieser Dienst beantwortet nur Aufrufe des Gateways, und dieser trägt nichts, was das Gateway signiert hat.',
          expected: 'ein Header {header} mit einem Kontext-Token des Gateways',
          actual: 'keiner',
          fix: 'Rufe die Adresse des Gateways auf. Als Betreiber gib der Route `context.token`.',
        },
      },
    },
    token_ambiguous: {
      sentence: 'Es kam mehr als ein Token, und Signet wählt nicht zwischen ihnen.',
      expected: 'ein Token',
      fix: 'Sende einen Header Authorization mit einem Token.',
      variants: {
        several_contexts: {
          expected: 'ein Header {header} mit einem Kontext-Token',
          actual: 'mehr als einer',
          fix: 'Rufe die Adresse des Gateways auf, das entfernt, was andere unter diesem Namen senden.',
        },
        several_cookies: {
          actual: 'mehrere Cookies mit einem Token',
          fix: 'Lösche die Cookies dieses Hosts und melde dich wieder an.',
        },
        several_places: {
          actual: 'Tokens an mehr als einer der Stellen, an denen diese Route eines annimmt',
          fix: 'Sende das Token an einer Stelle, einmal.',
        },
        several_keys: {
          sentence: 'Es kam mehr als ein API-Schlüssel, und Signet wählt nicht zwischen ihnen.',
          expected: 'ein API-Schlüssel',
          actual: 'mehr als einer',
          fix: 'Sende den Schlüssel an einer Stelle, einmal.',
        },
        key_and_token: {
          sentence: 'Es kamen ein API-Schlüssel und ein Token, und Signet wählt nicht zwischen ihnen.',
          expected: 'eines von beiden',
          actual: 'beide',
          fix: 'Sende neben einem API-Schlüssel keinen Header Authorization und kein Anmelde-Cookie.',
        },
        password_and_other: {
          sentence:
            'Es kamen ein Name mit Passwort und ein anderer Nachweis, und Signet wählt nicht zwischen ihnen.',
          expected: 'eines von beiden',
          actual: 'beide',
          fix: 'Sende nichts als den Header Authorization, den die Route annimmt.',
        },
        header_and_cookie: {
          actual: 'eins im Header Authorization und eins im Cookie',
          fix: 'Sende keinen Header Authorization, wo das Cookie das Token trägt.',
        },
        several_headers: { actual: 'mehrere Header Authorization' },
        several_values: { actual: 'mehr als ein Wert im Header Authorization' },
      },
    },
    token_replayed: {
      sentence: 'Diese Route nimmt jedes Token einmal, und dieses kann sie nicht nehmen.',
      fix: 'Bitte den Aussteller für jeden Aufruf um ein neues Token.',
      variants: {
        used: {
          sentence: 'Das Token wurde schon benutzt, und diese Route nimmt jedes Token einmal.',
          expected: 'ein Token, das noch nicht benutzt wurde',
          actual: 'eines, das benutzt wurde',
        },
        no_jti: {
          expected: 'ein jti, an dem das Token von anderen zu unterscheiden ist',
          actual: 'keines',
          fix: 'Lass den Aussteller jti in seine Token schreiben.',
        },
        no_exp: {
          expected: 'ein exp, bis zu dem man sich das Token merkt',
          actual: 'keines',
          fix: 'Lass den Aussteller exp in seine Token schreiben.',
        },
        too_long: {
          expected: 'ein exp in höchstens {hours} h, bis zu dem man sich das Token merkt',
          actual: 'ein späteres',
          fix: 'Lass den Aussteller Token machen, die kürzer leben.',
        },
      },
    },
    api_key_missing: {
      sentence: 'Diese Route braucht einen API-Schlüssel, und es kam keiner.',
      expected: 'ein API-Schlüssel in {place}',
      fix: 'Sende den API-Schlüssel dort, oder bitte einen Administrator um einen.',
      variants: {
        none: { actual: 'kein Schlüssel' },
        token_instead: {
          actual: 'ein Token, das diese Route nicht nimmt',
          fix: 'Sende an seiner Stelle einen API-Schlüssel.',
        },
      },
    },
    api_key_unknown: {
      variants: {
        malformed: {
          sentence: 'Was als API-Schlüssel kam, ist keiner.',
          expected: '`sgk_` und 72 Ziffern, wie `signet api-key create` sie ausgegeben hat',
          actual: 'ein Text anderer Form oder mit einem Tippfehler',
          fix: 'Sende den Schlüssel ganz und genau so, wie er ausgegeben wurde.',
        },
        unknown: {
          sentence: 'Kein API-Schlüssel dieses Signet ist der, der kam.',
          expected: 'ein Schlüssel, der hier gemacht wurde',
          actual: 'ein Schlüssel eines anderen Signet oder keiner',
          fix: 'Bitte einen Administrator um einen Schlüssel dieses Signet.',
        },
        other_audience: {
          sentence: 'Der API-Schlüssel wurde für eine andere API gemacht.',
          expected: 'ein Schlüssel für {audience}',
          actual: 'einer für etwas anderes',
          fix: 'Sende den Schlüssel, der für diese API gemacht wurde, oder lass einen machen: `signet api-key create --audience`.',
        },
      },
    },
    api_key_expired: {
      sentence: 'Der API-Schlüssel war einmal gültig und ist abgelaufen.',
      expected: 'ein Schlüssel, der noch gültig ist',
      actual: 'einer, der um {ended} endete',
      fix: 'Bitte einen Administrator um einen neuen Schlüssel: `signet api-key create`.',
    },
    api_key_revoked: {
      sentence: 'Der API-Schlüssel war einmal gültig und wurde widerrufen.',
      expected: 'ein Schlüssel, den niemand widerrufen hat',
      actual: 'einer, den ein Administrator widerrufen oder durch einen anderen ersetzt hat',
      fix: 'Benutze den Schlüssel, der ihn ersetzt, oder bitte einen Administrator um einen.',
    },
    token_in_query: {
      sentence: 'Das Token kam in der Adresse, wo Logs und Verläufe es behalten.',
      expected: 'ein Header Authorization: Bearer TOKEN',
      actual: 'access_token in der Query',
      fix: 'Sende das Token im Header Authorization, und widerrufe dieses.',
    },
    token_bound: {
      sentence:
        'Das Token ist an einen Schlüssel gebunden, und nichts hat bewiesen, dass der Absender ihn hat.',
      expected: 'ein Token ohne `cnf`, das jeder benutzen darf, der es hat',
      actual: 'eines mit `cnf`, als Bearer-Token gesendet',
      fix: 'Sende es an einem Gateway als `Authorization: DPoP` neben einem Beweis für die Anfrage. In einer App, die keine Beweise annimmt, bitte den Aussteller um ein Token, das an keinen Schlüssel gebunden ist.',
      variants: {
        to_key: {},
        certificate_missing: {
          sentence: 'Das Token ist an ein Zertifikat gebunden, und der Absender hat keines gezeigt.',
          expected: 'das Zertifikat, das `cnf` nennt, in der TLS-Verbindung, durch die das Token kommt',
          actual: 'kein Zertifikat',
          fix: 'Sende die Anfrage mit dem Zertifikat, mit dem um das Token gebeten wurde; ein Proxy dazwischen muss es weitergeben.',
        },
        certificate_other: {
          sentence: 'Das Token ist an ein anderes Zertifikat gebunden, als der Absender gezeigt hat.',
          expected: 'das Zertifikat, das `cnf` nennt',
          actual: 'ein anderes, oder ein abgelaufenes',
          fix: 'Sende das Zertifikat, mit dem um das Token gebeten wurde, oder bitte mit diesem um ein neues Token.',
        },
      },
    },
    token_revoked: {
      sentence: 'Das Token war einmal gut und wurde widerrufen.',
      expected: 'ein Token, das niemand widerrufen hat',
      fix: signIn,
      variants: {
        family: {
          actual:
            'die App, von der es kam, hat das zurückgegeben, oder ihre Person hat ihr den Zugriff entzogen',
        },
        token: { actual: 'das Token selbst wurde widerrufen' },
        session: { actual: 'seine Sitzung ist beendet' },
        subject: { actual: 'alle Token seines Kontos bis zu einem Zeitpunkt wurden widerrufen' },
        client: {
          actual:
            'alle Token seines Clients bis zu einem Zeitpunkt wurden widerrufen: der Client wurde entfernt, oder jemand hat sie widerrufen',
          fix: 'Frage jemanden aus der Verwaltung, ob der Client weitermachen darf; wenn ja, bekommt er ein neues Token.',
        },
        consent: {
          actual: 'was sein Client im Namen seiner Person darf, wurde zurückgenommen, von ihr oder für sie',
          fix: 'Schicke die Person neu zur Anmeldung: Sie wird gefragt, ob sie zustimmt.',
        },
        organization: {
          actual:
            'alle Token seiner Organisation bis zu einem Zeitpunkt wurden widerrufen, oder die ihres Mitglieds: die Person ist nicht mehr darin, oder es gibt die Organisation nicht mehr',
          fix: 'Melde dich neu an, mit einer Organisation, in der du bist.',
        },
        key: {
          actual: 'alles, was der Schlüssel je signiert hat, der es signierte, wurde widerrufen',
          fix: 'Erneuere das Token, oder melde dich neu an: die Sitzung selbst kann weitergehen, und ein neues Token wird mit einem anderen Schlüssel signiert.',
        },
        token_or_session: {
          sentence: 'Das Token wurde widerrufen, oder seine Sitzung ist beendet.',
          actual: 'ein Token, das widerrufen wurde oder dessen Sitzung beendet ist',
        },
        operator_before_start: {
          sentence: 'Der Betreibernachweis wurde gemacht, bevor dieser Server gestartet ist.',
          expected: 'ein seitdem gemachter Nachweis, nach einer Uhr, die mit der des Servers übereinstimmt',
          actual: 'ein älterer',
          fix: 'Führe den Befehl noch einmal aus.',
        },
        operator_used: {
          sentence: 'Der Betreibernachweis wurde schon benutzt.',
          expected: 'ein Nachweis für genau diese Anfrage',
          actual: 'einer, der schon kam',
          fix: 'Führe den Befehl noch einmal aus.',
        },
      },
    },
    token_inactive: {
      variants: {
        inactive: {
          sentence: 'Der Aussteller des Tokens sagt, dass es nicht aktiv ist.',
          expected: 'ein Token, das {issuer} aktiv nennt',
          actual: 'eines, das abgelaufen ist, widerrufen wurde oder nie eines war',
          fix: 'Hole ein neues Token.',
        },
        not_access: {
          sentence: 'Der Aussteller kennt das Token, aber nicht als Access-Token.',
          expected: 'ein Access-Token von {issuer}: token_type Bearer oder DPoP',
          actual: 'ein Token anderer Art, oder einer, die der Aussteller nicht nennt',
          fix: 'Sende das Access-Token, nicht das, mit dem es erneuert wird.',
        },
      },
    },
    scope_missing: {
      sentence: 'Das Token ist gut, trägt aber einen Scope nicht, den diese Route verlangt.',
      expected: 'die Scopes {required}',
      fix: 'Fordere vom Aussteller ein Token mit dem fehlenden Scope an.',
      variants: { none: { actual: 'keiner' }, others: { actual: '{carried}' } },
    },
    role_missing: {
      sentence: 'Das Token ist gut, aber sein Inhaber hat keine der Rollen, die diese Route verlangt.',
      expected: 'eine der Rollen {required}',
      fix: 'Lass dem Konto von einem Administrator eine der Rollen geben, und melde dich neu an.',
      variants: { none: { actual: 'keine' }, others: { actual: '{carried}' } },
    },
    permission_missing: {
      sentence: 'Das Token ist gut, aber ihm fehlt eine Berechtigung, die diese Route verlangt.',
      expected: 'alle Berechtigungen {required}',
      fix: 'Lass dem Konto von einem Administrator eine Rolle mit der Berechtigung an dieser API geben, und hol ein neues Token.',
      variants: { none: { actual: 'keine' }, others: { actual: '{carried}' } },
    },
    requirement_missing: {
      sentence:
        'Das Token ist gut, aber es trägt keine Kombination von Scopes, Rollen und Berechtigungen, die diese Route annimmt.',
      expected: '{required}',
      actual: 'nicht erfüllt: {unmet}',
      fix: 'Hol ein Token, das eine der Kombinationen trägt; was mit seiner Stelle genannt ist, fehlt.',
    },
    condition_not_met: {
      sentence: 'Das Token ist gut, aber eine Bedingung dieser Route gilt für es und diese Anfrage nicht.',
      expected: 'dass die Bedingung {name} gilt',
      fix: 'Rufe auf, was die Bedingung erlaubt, oder mit einem Token, für das sie gilt. Der Betreiber sieht ihren Wortlaut mit `signet explain` und der Referenz.',
      variants: {
        false: { actual: 'Teil {part} von {parts} ist falsch' },
        undecided: {
          sentence:
            'Eine Bedingung dieser Route lässt sich für dieses Token und diese Anfrage nicht entscheiden und gilt deshalb nicht.',
          actual: 'Teil {part} von {parts} fragt nach etwas, das fehlt oder von anderer Art ist',
        },
      },
    },
    token_too_old: {
      fix: 'Hol ein neues Token bei seinem Aussteller.',
      variants: {
        age: {
          sentence:
            'Das Token wurde vor längerer Zeit ausgestellt, als von seinem Aussteller angenommen wird.',
          expected: 'ein iat, höchstens {seconds} s her',
          actual: '{age} s her',
        },
        no_iat: {
          sentence: 'Das Token sagt nicht, wann es ausgestellt wurde, und das zählt bei seinem Aussteller.',
          expected: 'ein iat, höchstens {seconds} s her',
          actual: 'keiner',
          fix: 'Lass den Aussteller iat in seine Token schreiben.',
        },
        ahead: {
          sentence: 'Das Token sagt, es sei in der Zukunft ausgestellt worden.',
          expected: 'ein iat, höchstens {seconds} s her und nicht in der Zukunft',
          actual: 'einer in der Zukunft',
          fix: 'Stell die Uhren: eine der beiden geht falsch.',
        },
      },
    },
    token_lifetime_too_long: {
      variants: {
        longer: {
          sentence: 'Das Token lebt länger, als von seinem Aussteller angenommen wird.',
          expected: 'höchstens {seconds} s von iat bis exp',
          actual: 'eine Dauer von {lifetime} s',
          fix: 'Lass den Aussteller Token machen, die kürzer leben.',
        },
        unknown: {
          sentence: 'Das Token sagt nicht, wie lange es lebt, und das zählt bei seinem Aussteller.',
          expected: 'höchstens {seconds} s von iat bis exp',
          actual: 'kein iat',
          fix: 'Lass den Aussteller iat in seine Token schreiben.',
        },
      },
    },
    authentication_insufficient: {
      variants: {
        acr_missing: {
          sentence:
            'Das Token ist gut, sagt aber nicht, wie sein Besitzer sich angemeldet hat, und diese Route verlangt das.',
          expected: 'ein acr von {required}',
          actual: 'keiner',
          fix: 'Lass die Person sich mit diesen acr_values neu anmelden, und ruf mit dem neuen Token auf.',
        },
        acr_other: {
          sentence:
            'Das Token ist gut, aber sein Besitzer hat sich mit weniger angemeldet, als diese Route verlangt.',
          expected: 'ein acr von {required}',
          actual: '{carried}',
          fix: 'Lass die Person sich mit diesen acr_values neu anmelden, und ruf mit dem neuen Token auf.',
        },
        age_missing: {
          sentence:
            'Das Token ist gut, sagt aber nicht, wann sein Besitzer sich angemeldet hat, und diese Route verlangt das.',
          expected: 'ein auth_time vor höchstens {seconds} s',
          actual: 'keines',
          fix: 'Lass die Person sich mit diesem max_age neu anmelden, und ruf mit dem neuen Token auf.',
        },
        age_over: {
          sentence:
            'Das Token ist gut, aber die Anmeldung seines Besitzers liegt für diese Route zu lange zurück.',
          expected: 'ein auth_time vor höchstens {seconds} s',
          actual: 'vor {age} s',
          fix: 'Lass die Person sich mit diesem max_age neu anmelden, und ruf mit dem neuen Token auf.',
        },
        age_ahead: {
          sentence:
            'Das Token sagt, sein Besitzer habe sich zu einer Zeit angemeldet, die noch nicht gekommen ist.',
          expected: 'ein auth_time vor höchstens {seconds} s',
          actual: 'eines in der Zukunft',
          fix: 'Stell die Uhren des Ausstellers und dieser Maschine richtig, und lass die Person sich neu anmelden.',
        },
      },
    },
    rate_limited: {
      sentence: 'Zu viele Anfragen kamen in zu kurzer Zeit.',
      actual: 'mehr',
      fix: 'Warte {wait} s, und mach dann langsamer weiter.',
      variants: {
        route: { expected: 'höchstens {count} Anfragen in {per} s für jede Route' },
        address: { expected: 'höchstens {count} Anfragen in {per} s für jede Adresse' },
        claim: { expected: 'höchstens {count} Anfragen in {per} s für jeden Wert von {claim}' },
      },
    },
    quota_spent: {
      sentence: 'Alle Anfragen dieses Tages oder Monats sind gestellt.',
      actual: 'mehr',
      fix: 'Warte, bis der nächste beginnt, in {wait} s (UTC), oder bitte um ein größeres Kontingent.',
      variants: {
        day: { expected: 'höchstens {count} Anfragen am Tag für jedes {by}' },
        month: { expected: 'höchstens {count} Anfragen im Monat für jedes {by}' },
      },
    },
    budget_exhausted: {
      sentence: 'Im Budget {budget} ist kein Platz für das, was diese Anfrage kosten kann.',
      expected: 'höchstens {limit} {unit}, wovon {left} {unit} übrig sind',
      actual: 'eine Anfrage, die {most} {unit} kosten kann',
      fix: 'Frage nach weniger, etwa nach weniger Tokens der Antwort, oder warte, bis das Budget wieder gefüllt ist, in {wait} s.',
    },
    cost_unknown: {
      variants: {
        unbounded: {
          sentence: 'Das Budget {budget} zählt diese Anfrage, und nichts begrenzt, was sie kosten kann.',
          expected: 'eine Anfrage, die sagt, wie lang ihre Antwort sein darf',
          actual: 'eine, die es nicht sagt, an ein Modell, von dem es niemand gesagt hat',
          fix: 'Sage, wie viele Tokens die Antwort haben darf, etwa mit max_tokens. Als Betreiber: schreibe mostInput und mostOutput des Modells.',
        },
        unpriced: {
          sentence:
            'Das Budget {budget} zählt diese Anfrage, und niemand kennt ihren Preis in der Währung des Budgets.',
          expected: 'ein Modell, dessen Preis in dieser Währung bekannt ist',
          actual: 'eines ohne solchen Preis',
          fix: 'Frage nach einem anderen Modell. Als Betreiber: nenne seine Preise, oder schreibe dangerouslyAllowUnpriced in das Budget.',
        },
      },
    },
    network_not_allowed: {
      sentence: 'Diese Route darf von der Adresse aus, von der der Aufruf kommt, nicht aufgerufen werden.',
      expected: 'ein Aufruf aus einem Netz, das die Route erlaubt',
      actual: '{address}',
      fix: 'Rufe aus einem solchen Netz auf. Ein eigener Proxy dazwischen wird mit --trusted-proxies genannt.',
    },
    request_not_as_described: {
      sentence: 'Die Anfrage ist nicht das, was diese Route annimmt.',
      variants: {
        parameter: {
          sentence: 'Der Parameter {name} ist nicht das, was diese Route annimmt.',
          expected: 'ein Wert, der sich an {rule} hält',
          actual: 'einer, der es nicht tut',
          fix: 'Berichtige {name}, und sende es noch einmal.',
        },
        parameter_missing: {
          expected: 'der Parameter {name}',
          actual: 'keiner',
          fix: 'Sende auch {name}.',
        },
        parameter_repeated: {
          expected: 'der Parameter {name} einmal',
          actual: 'mehrmals',
          fix: 'Sende {name} einmal.',
        },
        parameter_unknown: {
          expected: 'in der Query keine anderen Parameter als {names}',
          actual: 'ein anderer',
          fix: 'Lass ihn weg, oder berichtige seinen Namen.',
        },
        query_ambiguous: {
          expected:
            'eine Query, die alle gleich lesen: Namen und Werte mit & dazwischen, mit % als UTF-8 maskiert',
          actual: 'eine, die sich auf zwei Arten lesen lässt',
          fix: 'Maskiere in Namen und Werten jedes Zeichen, das weder Buchstabe noch Ziffer ist.',
        },
        no_body: {
          expected: 'ein Body in JSON',
          actual: 'keiner',
          fix: 'Sende einen Body mit content-type application/json.',
        },
        not_json: {
          expected: 'ein JSON-Wert in UTF-8, höchstens {depth} Ebenen tief',
          actual: 'etwas anderes, ab Zeichen {at}',
          fix: 'Sende den Body als JSON.',
        },
        repeated_name: {
          expected: 'jeder Eintrag eines Objekts einmal',
          actual: 'ein Name, den sein Objekt schon hat, bei Zeichen {at}',
          fix: 'Sende jeden Eintrag einmal.',
        },
        inexact: {
          expected: 'Zahlen, die ein Double genau behält',
          actual: 'eine andere, bei Zeichen {at}',
          fix: 'Sende sie als Text oder mit weniger Stellen.',
        },
        body: {
          sentence: 'Der Body ist bei {place} nicht das, was diese Route annimmt.',
          expected: 'ein Wert, der sich an {rule} hält',
          actual: 'einer, der es nicht tut',
          fix: 'Berichtige {place}, und sende es noch einmal.',
        },
      },
    },
    media_type_refused: {
      sentence: 'Diese Route nimmt nur Bodys in JSON an.',
      fix: 'Sende den Body als JSON, mit content-type application/json.',
      variants: {
        type: {
          expected: 'application/json, als UTF-8',
          actual: 'ein anderer Typ, keiner oder mehr als einer',
        },
        coding: {
          expected: 'ein Body ohne content-encoding',
          actual: 'einer, der kodiert ist',
        },
      },
    },
    preflight_refused: {
      sentence: 'Ein Browser fragte, ob seine Seite diese Anfrage senden darf, und sie darf es nicht.',
      fix: 'Als Betreiber der API: nenne den Ursprung, die Methode oder die Header in `cors` der Route.',
      variants: {
        origin: {
          expected: 'eine Seite eines Ursprungs, den die Route erlaubt',
          actual: 'ein anderer Ursprung',
        },
        headers: { expected: 'Header, die Seiten der Route senden dürfen', actual: 'andere daneben' },
      },
    },
    concurrency_limited: {
      actual: 'mehr',
      fix: 'Warte auf Antworten, bevor du mehr verlangst. Ein eigener Proxy davor wird mit --trusted-proxies genannt.',
      variants: {
        requests: {
          sentence: 'Diese Adresse hat so viele laufende Anfragen, wie eine Adresse haben darf.',
          expected: 'höchstens {most} Anfragen zugleich von einer Adresse',
        },
        streams: {
          sentence: 'Diese Adresse hat so viele laufende Streams, wie eine Adresse haben darf.',
          expected: 'höchstens {most} Streams zugleich von einer Adresse',
        },
        route: {
          sentence: 'So viele Anfragen laufen gerade, wie diese Route gleichzeitig zulässt.',
          expected: 'höchstens {most} gleichzeitig für jedes {by}',
          fix: 'Warte auf Antworten, bevor du mehr anfragst.',
        },
      },
    },
    overloaded: {
      actual: 'mehr',
      fix: soon,
      variants: {
        requests: {
          sentence: 'Das Gateway hat so viele laufende Anfragen, wie es annimmt.',
          expected: 'höchstens {most} Anfragen zugleich',
        },
        streams: {
          sentence: 'Das Gateway hat so viele laufende Streams, wie es annimmt.',
          expected: 'höchstens {most} Streams zugleich',
        },
        bodies: {
          sentence: 'Das Gateway hält so viele Bodys zum Ansehen, wie es annimmt.',
          expected: 'höchstens {most} Bytes an Bodys zugleich',
        },
        passwords: {
          sentence: 'Es warten mehr Passwörter auf ihre Prüfung, als sich bald prüfen lassen.',
          expected: 'ein Platz in der Warteschlange',
          actual: 'eine volle Warteschlange',
          fix: 'Versuche es in einer Sekunde noch einmal.',
        },
        sign_ins: {
          sentence: 'Es warten mehr Anmeldungen, als sich bald bearbeiten lassen.',
          expected: 'ein Platz in der Warteschlange der Anmeldungen',
          actual: 'eine volle Warteschlange',
          fix: 'Versuche es in ein paar Sekunden noch einmal.',
        },
        mails: {
          sentence: 'Es warten mehr Mails, als sich bald senden lassen.',
          expected: 'ein Platz in der Warteschlange der Mails',
          actual: 'eine volle Warteschlange',
          fix: 'Versuche es in einigen Minuten noch einmal; wer Signet betreibt, findet den Grund im Log.',
        },
        operator_commands: {
          sentence: 'In einer Minute kamen mehr Betreiberbefehle, als sich auseinanderhalten lassen.',
          expected: 'weniger Befehle in einer Minute',
          fix: 'Versuche es in einer Minute noch einmal.',
        },
      },
    },
    route_not_found: {
      sentence: 'Dieses Gateway hat keine Route für den Pfad.',
      expected: 'der Pfad einer Route',
      fix: 'Vergleiche den Pfad und den Host mit den Routen der Konfiguration.',
    },
    method_not_allowed: {
      sentence: 'Den Pfad gibt es, aber nicht für diese Methode.',
      expected: '{allowed}',
      actual: '{method}',
      fix: 'Benutze eine der erlaubten Methoden.',
    },
    key_not_trusted: {
      sentence:
        'Der Aussteller veröffentlicht den Schlüssel dieses Tokens, aber er wird hier nicht benutzt. {reason}',
      expected: 'ein Token eines veröffentlichten Schlüssels, der sicher ist',
      actual: 'der Schlüssel {key}',
      fix: '{fix}',
    },
    keys_unavailable: {
      sentence:
        'Das Gateway hat die Schlüssel des Ausstellers nicht und kann das Token deshalb nicht prüfen.',
      expected: 'die veröffentlichten Schlüssel des Ausstellers {issuer}',
      actual: 'noch keine Antwort mit Schlüsseln',
      fix: 'Versuche es gleich noch einmal. Hält es an, prüfe, ob das Gateway den Aussteller erreicht.',
    },
    introspection_unavailable: {
      sentence:
        'Der Aussteller des Tokens konnte nicht danach gefragt werden, deshalb kann das Gateway es nicht annehmen.',
      expected: 'eine Antwort des Introspection-Endpunkts von {issuer}',
      fix: 'Versuche es gleich noch einmal. Hält es an, prüfe, ob das Gateway den Endpunkt erreicht und sein Client fragen darf.',
      variants: {
        no_answer: { actual: 'keine, die sagt, ob das Token aktiv ist' },
        busy: { actual: 'so viele Fragen zugleich, wie ihm gestellt werden' },
      },
    },
    revocation_stale: {
      sentence:
        'Das Gateway weiß im Moment nicht, welche Token widerrufen sind, und nimmt deshalb keines an.',
      expected: 'Nachricht von Widerrufen innerhalb von {within} s',
      fix: 'Versuche es gleich noch einmal. Hält es an, prüfe, ob das Gateway seine Datenbank erreicht.',
      variants: {
        silent: { actual: 'seit {seconds} s keine' },
        never_heard: {
          actual: 'keine, seit dieser Prozess gestartet oder die Uhr seiner Maschine gesprungen ist',
        },
      },
    },
    check_refused: {
      fix: 'Frage, wer diese API betreibt; mit der Referenz lässt sich finden, wonach entschieden wurde.',
      variants: {
        silent: { sentence: 'Eine Prüfung dieser Route lehnt den Aufruf ab und sagt nicht, warum.' },
        reason: { sentence: 'Eine Prüfung dieser Route lehnt den Aufruf ab: {reason}' },
      },
    },
    check_unavailable: {
      sentence:
        'Eine Prüfung dieser Route konnte nach dem Aufruf nicht gefragt werden, deshalb wurde er abgelehnt.',
      expected: 'eine Antwort der Prüfung innerhalb von {ms} ms',
      actual: 'keine brauchbare',
      fix: 'Versuche es gleich noch einmal.',
    },
    limiter_unavailable: {
      sentence: 'Das Gateway kann im Moment keine Anfragen zählen und hat diese deshalb abgelehnt.',
      expected: 'ein Zähler, der zählt',
      actual: 'einer, der nicht antwortet',
      fix: soon,
    },
    ledger_unavailable: {
      sentence:
        'Das Gateway kann im Moment nicht vormerken, was diese Anfrage kosten kann, und hat sie deshalb abgelehnt.',
      expected: 'ein Kassenbuch, das antwortet',
      actual: 'eines, das nicht antwortet',
      fix: soon,
    },
    path_not_canonical: {
      sentence: 'Der Pfad könnte auf verschiedenen Servern an verschiedene Orte führen.',
      expected: 'ein Pfad, der sich nur auf eine Weise schreiben lässt',
      fix: 'Sende den Pfad ohne leere, gepunktete oder doppelt maskierte Teile.',
      variants: {
        no_slash: { actual: 'ein anderer Anfang als ein Schrägstrich' },
        backslash: { actual: 'ein umgekehrter Schrägstrich' },
        semicolon: { actual: 'ein Semikolon' },
        unescaped: { actual: 'ein Zeichen, das ein Pfad maskieren muss' },
        stray_percent: { actual: 'ein Prozentzeichen, das nichts maskiert' },
        empty_segment: { actual: 'ein leeres Segment (//)' },
        dot_segment: { actual: 'ein Segment . oder ..' },
        escaped_slash: { actual: 'ein maskierter Schrägstrich (%2F)' },
        escaped_backslash: { actual: 'ein maskierter umgekehrter Schrägstrich (%5C)' },
        escaped_dot: { actual: 'ein maskierter Punkt (%2E)' },
        escaped_semicolon: { actual: 'ein maskiertes Semikolon (%3B)' },
        escaped_twice: { actual: 'etwas doppelt Maskiertes (%25…)' },
        escaped_control: { actual: 'ein maskiertes Steuerzeichen' },
        unicode_dot_segment: { actual: 'ein Segment, das für Unicode gleichwertig mit . oder .. ist' },
        no_utf8: { actual: 'Maskierungen, die kein UTF-8 sind' },
        other_route: {
          expected: 'ein Pfad, den kein Server für den einer anderen Route hält',
          actual:
            'andere Großbuchstaben, ein Schrägstrich am Ende oder eine andere Schreibweise eines solchen Pfads',
          fix: 'Sende den Pfad in der Schreibweise der Dokumentation der API.',
        },
      },
    },
    request_malformed: {
      sentence: 'Verschiedene Server könnten die Anfrage verschieden verstehen.',
      fix: 'Sende die Anfrage mit einer unveränderten HTTP-Bibliothek.',
      variants: {
        http_version: { expected: 'HTTP/1.1 oder HTTP/1.0', actual: 'HTTP/{version}' },
        repeated_header: { expected: 'ein Header {header}', actual: 'mehrere' },
        repeated_parameter: {
          expected: 'der Parameter {parameter} einmal, in dieser Schreibweise',
          actual: 'mehrere, eine andere Schreibweise oder eine Query mit `;`',
        },
        no_host: { expected: 'ein Header Host mit einem Host und vielleicht einem Port', actual: 'keiner' },
        host_form: {
          expected: 'ein Header Host mit einem Host und vielleicht einem Port',
          actual: 'eine andere Form',
        },
        coding_in_http_1_0: {
          expected: 'eine Angabe, wo der Body endet',
          actual: 'Transfer-Encoding unter HTTP/1.0',
        },
        coding_and_length: {
          expected: 'eine Angabe, wo der Body endet',
          actual: 'Transfer-Encoding und Content-Length',
        },
        coding: { expected: 'die Transfer-Kodierung chunked', actual: 'eine andere' },
        length_form: { expected: 'ein Content-Length aus Ziffern', actual: 'eine andere Form' },
        expectation: { expected: 'die Erwartung 100-continue oder keine', actual: 'eine andere' },
        target_form: { expected: 'ein Ziel, das ein Pfad ist', actual: 'eine andere Form des Ziels' },
        target_characters: {
          expected: 'ein Ziel aus sichtbarem ASCII ohne Fragment',
          actual: 'andere Zeichen',
        },
        connection_list: {
          expected: 'eine Liste Connection aus Verbindungsoptionen',
          actual: 'ein Header, auf den sich andere verlassen',
        },
        syntax: {
          expected: 'eine Anfrage, wie HTTP/1.1 sie festlegt',
          actual: 'Bytes, die seine Regeln brechen',
        },
        plain_http: {
          sentence: 'Dieser Port spricht HTTPS, und die Anfrage kam ohne TLS.',
          expected: 'ein TLS-Handshake, wie ihn eine https://-Adresse auslöst',
          actual: 'unverschlüsseltes HTTP',
          fix: 'Beginne die Adresse mit https://. Was gesendet wurde, ging lesbar über das Netz: Ein Passwort darin sollte ersetzt werden.',
        },
        unreadable: {
          sentence: 'Die Anfrage lässt sich nicht lesen.',
          expected: 'eine Anfrage nach HTTP/1.1 (RFC 9112)',
          actual: 'etwas anderes',
          fix: 'Sieh nach, was der Client sendet.',
        },
      },
    },
    body_too_large: {
      actual: 'mehr',
      variants: {
        gateway: {
          sentence: 'Der Body ist größer, als dieses Gateway annimmt.',
          expected: 'höchstens {most} Bytes',
          fix: 'Sende weniger auf einmal, oder erhöhe gateway.maxBodyBytes.',
        },
        route: {
          sentence: 'Der Body ist größer, als diese Route annimmt.',
          expected: 'höchstens {most} Bytes',
          fix: 'Sende weniger auf einmal, oder erhöhe request.body.maxBytes der Route.',
        },
        endpoint: {
          sentence: 'Der Body ist größer, als dieser Endpunkt annimmt.',
          expected: 'ein Body mit den Einträgen, die dieser Endpunkt nennt',
          fix: 'Sende weniger auf einmal.',
        },
      },
    },
    header_too_large: {
      actual: 'mehr',
      fix: 'Sende weniger oder kürzere Header; oft liegt es an Cookies.',
      variants: {
        gateway: {
          sentence: 'Die Header sind größer, als dieses Gateway annimmt.',
          expected: 'höchstens {most} Bytes',
        },
        server: {
          sentence: 'Die Header sind größer, als dieser Server annimmt.',
          expected: 'Header von üblicher Größe',
        },
      },
    },
    request_timeout: {
      sentence: 'Die Anfrage hat zu lange gebraucht, um anzukommen.',
      actual: 'länger',
      fix: 'Sende die Anfrage schneller oder in kleineren Teilen.',
      variants: {
        gateway: { expected: 'die ganze Anfrage innerhalb von {seconds} s' },
        server: { expected: 'die ganze Anfrage bald nach dem Öffnen der Verbindung' },
      },
    },
    upgrade_not_supported: {
      sentence: 'Das Protokoll dieser Verbindung wird hier nicht gewechselt.',
      actual: 'CONNECT oder Upgrade',
      variants: {
        any: {
          expected:
            'eine einfache HTTP-Anfrage oder ein WebSocket, geöffnet mit GET über HTTP/1.1 ohne Inhalt',
          fix: 'Rufe ohne CONNECT und Upgrade auf.',
        },
        route: {
          expected: 'eine einfache HTTP-Anfrage',
          fix: 'Gib der Route `websocket: true`, wenn der Dienst dahinter WebSocket spricht.',
        },
      },
    },
    upstream_unreachable: {
      sentence: 'Der Dienst hinter dieser Route ist nicht erreichbar.',
      expected: 'eine Verbindung zum Dienst',
      actual: 'keine',
      fix: later,
    },
    upstream_timeout: {
      sentence: 'Der Dienst hinter dieser Route hat zu lange für die Antwort gebraucht.',
      expected: 'eine Antwort in der Zeit, die der Dienst hat',
      actual: 'Stille',
      fix: later,
    },
    upstream_failed: {
      sentence: 'Der Dienst hinter dieser Route hat seine Antwort nicht beendet.',
      expected: 'eine ganze Antwort, wie HTTP/1.1 sie festlegt',
      actual: 'eine andere, oder ein Teil davon',
      fix: later,
    },
    upstream_busy: {
      sentence: 'Der Dienst hinter dieser Route hat keinen Platz für weitere Anfragen.',
      expected: 'eine freie Verbindung zum Dienst',
      actual: 'keine',
      fix: later,
    },
    upstream_resting: {
      sentence:
        'Der Dienst hinter dieser Route wird eine Weile in Ruhe gelassen, weil zu viele Anfragen an ihn gescheitert sind.',
      expected: 'ein Dienst, der die meisten Anfragen beantwortet',
      actual: 'einer, an dem zuletzt zu viele gescheitert sind',
      fix: 'Versuche es nach der Zeit in `Retry-After` noch einmal. Hält es an, nenne die Referenz dem Betreiber dieses Gateways.',
    },
    prompt_unknown: {
      sentence: 'In dieser Route gibt es keinen Prompt {prompt}, der sich aufrufen lässt.',
      expected: 'den Namen eines veröffentlichten Prompts, und eine Version, die veröffentlicht wurde',
      actual: '{prompt}',
      fix: 'Berichtige den Namen, oder lass weg, was hinter dem `@` steht. Als Betreiber siehe `signet prompt list`.',
    },
    model_unknown: {
      sentence: 'Nach dem Modell {model} lässt sich hier nicht fragen.',
      expected: 'ein Modell dieser Route',
      actual: '{model}',
      fix: 'Frage nach einem von denen, die `GET /v1/models` aufzählt.',
    },
    model_answer_unknown: {
      sentence: 'Unter dieser Kennung ist auf dieser Route für diesen Aufrufer keine Antwort aufbewahrt.',
      expected:
        'die Kennung einer Antwort, die ein Anbieter von Responses auf dieser Route für diesen Aufrufer aufbewahren sollte',
      actual: 'eine andere Kennung',
      fix: 'Frage mit `store: true`, und nimm die Kennung, die mit jener Antwort kommt.',
    },
    model_request_invalid: {
      variants: {
        body: {
          sentence: 'Der Inhalt lässt sich nicht nur auf eine Weise lesen.',
          expected: 'ein JSON-Objekt in UTF-8, jeder Eintrag einmal',
          actual: '{found}',
          fix: 'Sende den Inhalt, wie das SDK des Anbieters ihn schreibt.',
        },
        lacks: {
          sentence:
            'Niemand, der dieses Modell hat, kann nach dem gefragt werden, was diese Anfrage braucht: {needs}.',
          expected: 'eine Anfrage, die einer von ihnen beantworten kann',
          actual: 'eine, die {needs} braucht',
          fix: 'Frage nach einem anderen Modell, oder lass weg, was dieses nicht kann.',
        },
        reading: {
          sentence: '{reason}',
          expected: 'eine Anfrage, wie das Protokoll dieser Adresse sie vorsieht',
          actual: 'eine andere',
          fix: 'Berichtige die Anfrage; sie noch einmal zu senden hilft nicht.',
        },
        losses: {
          sentence: 'Den Anbieter dieses Modells kann man nicht nach allem davon fragen: {fields}.',
          expected: 'was sich ganz fragen lässt, wie die Route es verlangt',
          actual: '{fields}',
          fix: 'Lass das weg, oder frage nach einem Modell, dessen Anbieter es annimmt.',
        },
        elsewhere: {
          sentence:
            'Der Eintrag {field} zeigt auf etwas, das bei einem Anbieter liegt, und niemand weiß, wem es gehört.',
          expected: 'eine Anfrage, die alles selbst sagt',
          actual: '{field}',
          fix: 'Sende das ganze Gespräch, ohne {field}.',
        },
      },
    },
    model_guarded: {
      variants: {
        question: {
          sentence: 'Der Wächter {guard} dieser Route lässt die Frage nicht durch.',
          expected: 'eine Frage ohne das, wonach der Wächter sucht',
          actual: 'Stellen, an denen er etwas gefunden hat: {count}',
          fix: 'Nimm aus der Frage, was zu keinem Modell gelangen darf; `signet explain` sagt, welcher Wächter es war.',
        },
        answer: {
          sentence: 'Der Wächter {guard} dieser Route lässt die Antwort nicht durch.',
          expected: 'eine Antwort ohne das, wonach der Wächter sucht',
          actual: 'Stellen, an denen er etwas gefunden hat: {count}',
          fix: 'Frage anders; dieselbe Frage wird leicht wieder so beantwortet.',
        },
      },
    },
    model_unavailable: {
      expected: 'eine Antwort des Modells',
      fix: 'Versuche es später noch einmal. Hält es an, nenne die Referenz dem Betreiber dieses Gateways.',
      variants: {
        no_key: {
          sentence: 'Der Anbieter dieses Modells verlangt einen Schlüssel, und hier ist keiner bekannt.',
          actual: 'kein Schlüssel, mit dem sich fragen ließe',
          fix: 'Nenne die Referenz dem Betreiber dieses Gateways: `llm.providers` sagt, wo der Schlüssel ist.',
        },
        refused: {
          sentence: 'Der Anbieter dieses Modells nimmt den Schlüssel nicht an, mit dem er gefragt wird.',
          actual: 'eine Ablehnung',
          fix: 'Nenne die Referenz dem Betreiber dieses Gateways: Es liegt am Schlüssel des Anbieters.',
        },
        keys_off: {
          sentence: 'Alle Schlüssel des Anbieters dieses Modells sind abgeschaltet oder abgelaufen.',
          actual: 'kein Schlüssel, der verwendet werden darf',
          fix: 'Nenne die Referenz dem Betreiber dieses Gateways: `signet llm providers` sagt, wie es um jeden Schlüssel steht.',
        },
        answer: {
          sentence: 'Der Anbieter dieses Modells hat keine lesbare Antwort zu Ende gebracht.',
          actual: 'eine andere Antwort, oder ein Teil einer Antwort',
        },
      },
    },
    mcp_request_invalid: {
      variants: {
        body: {
          sentence: 'Der Inhalt lässt sich nicht nur auf eine Weise lesen.',
          expected: 'eine Nachricht nach JSON-RPC 2.0 in UTF-8, jeder Eintrag einmal',
          actual: '{found}',
          fix: 'Sende die Nachricht, wie ein SDK für MCP sie schreibt, eine in jeder Anfrage.',
        },
        message: {
          sentence: 'Diese Nachricht sendet kein Client dieser Revision.',
          expected: 'eine Anfrage mit allem, was die Revision verlangt',
          actual: '{found}',
          fix: 'Sende die Nachricht, wie ein SDK für MCP sie schreibt.',
        },
        header: {
          sentence: 'Der Header {header} sagt nicht, was der Inhalt sagt.',
          expected: 'dasselbe in Header und Inhalt, je einmal',
          actual: 'etwas anderes, oder nichts',
          fix: 'Lies die Liste der Werkzeuge neu und sende die Header, die die Revision vom 28. Juli 2026 verlangt.',
        },
        revision: {
          sentence: 'Die Revision von MCP, in der das kam, wird hier nicht gesprochen.',
          expected: 'eine von {spoken}',
          actual: '{found}',
          fix: 'Frage in einer von diesen.',
        },
      },
    },
    mcp_method_unknown: {
      sentence: 'Nach {method} lässt sich dieser Server für Werkzeuge nicht fragen.',
      expected: 'eine Methode, die hier durchgelassen wird',
      actual: '{method}',
      fix: 'Frage nach dem, was `server/discover` oder der Handschlag aufzählt.',
    },
    mcp_tool_unknown: {
      sentence: 'Ein Werkzeug {tool} gibt es hier nicht.',
      expected: 'ein Werkzeug, das `tools/list` diesem Aufrufer zeigt',
      actual: '{tool}',
      fix: 'Rufe eines von denen auf; gab es dieses zuvor, nenne die Referenz dem Betreiber dieses Gateways.',
    },
    mcp_session_unknown: {
      sentence: 'Eine solche Sitzung gibt es für diesen Aufrufer nicht.',
      expected: 'eine Sitzung, die dieser Aufrufer geöffnet hat und die nicht zu Ende ist',
      actual: 'keine, oder eine von jemand anderem',
      fix: 'Beginne neu mit `initialize`.',
    },
    mcp_token_needed: {
      sentence:
        'Der Server für Werkzeuge {server} wird mit deinem eigenen Token gefragt, und du hast ihm keines gegeben.',
      expected: 'ein Token, das du für diesen Server gegeben hast, unter seiner jetzigen Adresse',
      actual: 'keines',
      fix: 'Gib ihm eines in deinem Konto: `POST /auth/account/tool-tokens` mit `server: {server}`.',
    },
    mcp_unavailable: {
      expected: 'eine Antwort des Servers für Werkzeuge',
      fix: 'Versuche es später noch einmal. Hält es an, nenne die Referenz dem Betreiber dieses Gateways.',
      variants: {
        no_credential: {
          sentence:
            'Der Server für Werkzeuge wird mit eigenem Schlüssel oder Token gefragt, und für diesen Aufruf gibt es keinen.',
          actual: 'nichts, womit sich fragen ließe',
          fix: 'Nenne die Referenz dem Betreiber dieses Gateways: `mcp.servers` sagt, woher Schlüssel oder Token kommen.',
        },
        refused: {
          sentence:
            'Der Server für Werkzeuge nimmt den Schlüssel oder das Token nicht an, womit er gefragt wird.',
          actual: 'eine Ablehnung',
          fix: 'Nenne die Referenz dem Betreiber dieses Gateways: Am Token des Aufrufers liegt es nicht.',
        },
        answer: {
          sentence: 'Der Server für Werkzeuge hat keine lesbare Antwort zu Ende gebracht.',
          actual: 'eine andere Antwort, oder ein Teil einer Antwort',
        },
      },
    },
    client_closed: {
      variants: {
        request: {
          sentence: 'Der Client hat die Verbindung geschlossen, bevor seine Anfrage vollständig war.',
          expected: 'die ganze Anfrage',
          actual: 'ein Teil davon',
        },
        answer: {
          sentence: 'Der Client hat die Verbindung geschlossen, bevor die Antwort vollständig war.',
          expected: 'ein Client, der die ganze Antwort abnimmt',
          actual: 'einer, der gegangen ist',
        },
      },
    },
    request_invalid: {
      variants: {
        body: {
          sentence: 'Der Body ist nicht das, was dieser Endpunkt annimmt.',
          expected: '{#expected}',
          actual: '{#actual}',
          fix: 'Sende ein JSON-Objekt mit diesen Einträgen und keinen anderen.',
        },
        member: {
          sentence: 'Der Eintrag `{member}` ist nicht das, was dieser Endpunkt annimmt.',
          expected: '{#expected}',
          actual: '{#actual}',
          fix: 'Berichtige `{member}`, und sende es noch einmal.',
        },
        unreadable: {
          sentence: 'Die Anfrage lässt sich nicht lesen.',
          expected: 'ein JSON-Objekt mit content-type application/json',
          actual: 'etwas anderes',
          fix: 'Sende die Einträge, die dieser Endpunkt nennt, als JSON.',
        },
        username: {
          sentence: 'Das kann kein Benutzername sein.',
          expected: 'ein Buchstabe oder eine Ziffer, dann bis zu 63 aus a-z 0-9 . _ @ -',
          actual: 'eine andere Form',
          fix: 'Wähle einen anderen Benutzernamen.',
        },
        username_address: {
          sentence: 'Ein Benutzername, der wie eine E-Mail-Adresse aussieht, lässt sich nicht wählen.',
          expected: 'ein Name ohne @',
          actual: 'einer mit @',
          fix: 'Wähle einen anderen Benutzernamen; die Adresse meldet niemanden als jemand anderen an.',
        },
        role_name: {
          sentence: 'Eine Rolle hat einen Namen, der nicht in einem Token stehen kann.',
          expected:
            'druckbares ASCII ohne Leerzeichen, Anführungszeichen und Backslash, höchstens 128 Zeichen',
          actual: 'ein Name mit einem anderen Zeichen, oder ein längerer',
          fix: 'Gib der Rolle einen anderen Namen.',
        },
        scope_name: {
          sentence: 'Ein Scope hat einen Namen, der nicht in einem Token stehen kann.',
          expected:
            'druckbares ASCII ohne Leerzeichen, Anführungszeichen und Backslash, höchstens 128 Zeichen',
          actual: 'ein Name mit einem anderen Zeichen, oder ein längerer',
          fix: 'Gib dem Scope einen anderen Namen.',
        },
        not_one_time: {
          sentence: 'Beim Anmelden wird nur ein Einmalpasswort ersetzt, und dieses ist keines.',
          expected: 'kein newPassword',
          actual: 'newPassword neben einem Passwort, das kein Einmalpasswort ist',
          fix: 'Melde dich ohne newPassword an.',
        },
        no_enrolment: {
          sentence: 'Dieses Konto muss zum Anmelden keine Authenticator-App hinzufügen.',
          expected: 'ein Konto ohne zweiten Faktor, wo `identity.secondFactor` `required` ist',
          actual: 'ein Konto, das einen hat oder ohne hinein darf',
          fix: 'Melde dich an, und füge die App auf der Seite `/account` hinzu.',
        },
      },
    },
    token_hook_failed: {
      sentence:
        'Was das Token sagen soll, muss anderswo erfragt werden, und es kam keine brauchbare Antwort.',
      expected: 'eine rechtzeitige Antwort des Token-Hooks mit Claims, die er hinzufügen darf',
      actual: 'keine, oder eine andere; das Protokoll sagt mehr',
      fix: 'Versuch es gleich noch einmal: Verbraucht wurde nichts. Der Betreiber sieht nach `identity.tokenHook` und wohin es führt.',
    },
    signing_unavailable: {
      variants: {
        context: {
          sentence:
            'Das Gateway hat im Moment keinen Schlüssel, um zu signieren, was es dem Dienst hinter dieser Route sagt.',
          expected: 'ein Schlüssel der Gateways selbst',
          actual: 'keiner für diese Zeit',
          fix: 'Versuche es gleich noch einmal. Als Betreiber prüfe, ob ein Gateway-Knoten einen Kontrollknoten erreicht, und die Uhr seiner Maschine.',
        },
        unfit_secret: {
          sentence:
            'Das Geheimnis der API {api}, zu dem `identity.apiSecrets` führt, ist für {algorithm} zu kurz.',
          expected: 'so viele Bytes, wie der Hash von {algorithm} hat',
          actual: 'weniger',
          fix: 'Lege, als jemand aus der Verwaltung, ein längeres dorthin, wohin der Verweis führt, und sag `signet secrets refresh`.',
        },
        signer: {
          sentence: 'Was die Tokens signiert, antwortet nicht, oder nicht richtig.',
          expected: 'eine Signatur, die der öffentliche Schlüssel bestätigt, innerhalb von 5 s',
          actual: 'keine',
          fix: 'Versuche es gleich noch einmal; nichts wurde verbraucht. Als Betreiber sieh ins Protokoll, das sagt, warum.',
        },
        no_secret: {
          sentence:
            'Die API {api} verlangt Tokens unter einem Geheimnis, das sie mit diesem Aussteller teilt, und hat keines.',
          expected: 'ein Geheimnis der API',
          actual: 'keines',
          fix: 'Erzeuge als Administrator eines mit `signet api secret {api}` und gib es der API.',
        },
      },
    },
    credentials_invalid: {
      variants: {
        wrong: {
          sentence: 'Name oder Passwort ist falsch.',
          fix: 'Prüfe beide, und versuche es noch einmal.',
        },
        unreadable: {
          sentence: 'Was als Authorization: Basic kam, ist kein Name mit einem Passwort.',
          expected: 'ein Name, ein Doppelpunkt und ein Passwort in UTF-8, in Base64, höchstens {most} Bytes',
          actual: 'etwas anderes',
          fix: 'Sende beide, wie RFC 7617 es vorsieht; jeder HTTP-Client tut das von selbst.',
        },
        plain_http: {
          sentence:
            'Ein Name und ein Passwort kamen über unverschlüsseltes HTTP, wo andere sie lesen können.',
          expected: 'HTTPS, also verschlüsselt',
          actual: 'HTTP ohne Verschlüsselung',
          fix: 'Rufe über HTTPS auf, und lass das Passwort austauschen: andere haben es vielleicht gelesen.',
        },
        has_password: {
          sentence: 'Dieses Konto hat ein Passwort, und zeigt das.',
          fix: 'Gib das Passwort ein. Wer es nicht kennt, setzt über einen Link ein anderes.',
        },
        one_time_used: {
          sentence: 'Das Einmalpasswort wurde gerade benutzt.',
          fix: 'Melde dich mit dem neuen Passwort an.',
        },
      },
    },
    login_throttled: {
      fix: 'Versuche es in {wait} s noch einmal. Ein Gerät, das sich bei diesem Konto schon angemeldet hat, wird durch andere nicht gebremst.',
      variants: {
        account: { sentence: 'Zu viele Anmeldungen bei diesem Konto sind fehlgeschlagen.' },
        address: { sentence: 'Zu viele Anmeldungen von dieser Adresse sind fehlgeschlagen.' },
        network: { sentence: 'Zu viele Anmeldungen aus diesem Netz sind fehlgeschlagen.' },
        machine: {
          sentence: 'Zu viele falsche Passwörter kamen für diesen Namen oder von dieser Adresse.',
          fix: 'Versuche es in {wait} s noch einmal, mit dem richtigen Passwort: ein falsches lässt auch andere warten.',
        },
      },
    },
    account_disabled: {
      sentence: 'Das Konto ist gesperrt.',
      expected: 'ein Konto, das freigegeben ist',
      actual: 'ein gesperrtes',
      fix: 'Bitte einen Administrator, es freizugeben.',
    },
    password_change_required: {
      sentence: 'Dieses Passwort gilt nur einmal und muss ersetzt werden, bevor du angemeldet bist.',
      expected: 'newPassword neben username und password',
      actual: 'kein newPassword',
      fix: 'Melde dich noch einmal mit demselben Passwort und einem neuen an.',
    },
    second_factor_required: {
      sentence: 'Dieses Konto hat einen zweiten Faktor, und er wurde nicht gezeigt.',
      variants: {
        code: {
          expected: 'ein Code der Authenticator-App oder ein Wiederherstellungscode neben dem Passwort',
          actual: 'kein Code',
          fix: 'Sende dieselbe Anfrage noch einmal, mit dem Code.',
        },
        passkey: {
          expected: 'ein Passkey des Kontos oder ein Wiederherstellungscode neben dem Passwort',
          actual: 'keines von beiden',
          fix: 'Sende dieselbe Anfrage noch einmal, mit dem Passkey. Er braucht einen Browser: Melde dich auf der Seite dieses Signet an.',
        },
        either: {
          expected:
            'ein Code der Authenticator-App, ein Passkey des Kontos oder ein Wiederherstellungscode neben dem Passwort',
          actual: 'nichts davon',
          fix: 'Sende dieselbe Anfrage noch einmal, mit einem davon.',
        },
      },
    },
    second_factor_wrong: {
      variants: {
        wrong: {
          sentence: 'Der Code ist falsch.',
          expected:
            'die sechs Ziffern, die die Authenticator-App jetzt zeigt, oder ein unbenutzter Wiederherstellungscode',
          fix: 'Warte auf den nächsten Code, und gib diesen ein. Sind Codes immer falsch, stelle die Uhr des Telefons.',
        },
        used: {
          sentence: 'Dieser Code wurde schon benutzt.',
          expected: 'ein Code, der nicht benutzt wurde',
          fix: 'Warte auf den nächsten Code, höchstens 30 s, und gib diesen ein.',
        },
        enrolment: {
          sentence: 'Der Code ist keiner der Authenticator-App, die hinzugefügt wird.',
          expected: 'die sechs Ziffern, die die App jetzt für dieses Konto zeigt',
          fix: 'Gib den Code ein, den die App jetzt zeigt. Ist er immer falsch, stelle die Uhr des Telefons.',
        },
      },
    },
    second_factor_throttled: {
      sentence: 'Zu viele falsche Codes kamen für dieses Konto oder aus diesem Netz.',
      fix: 'Versuche es in {wait} s noch einmal, oder nimm einen Wiederherstellungscode. Warst du es nicht, kennt jemand dein Passwort: ändere es.',
    },
    passkey_refused: {
      variants: {
        over: {
          sentence: 'Die Aufgabe, auf die der Passkey geantwortet hat, gilt hier nicht oder nicht mehr.',
          expected:
            'eine Antwort auf eine Aufgabe, die dieser Browser vor höchstens 30 min bekam und noch nicht beantwortet hat',
          fix: 'Versuche es noch einmal.',
        },
        unknown: {
          sentence: 'Kein Konto hier hat diesen Passkey.',
          expected: 'ein Passkey, der zu einem Konto hinzugefügt und nicht entfernt wurde',
          fix: 'Melde dich auf andere Weise an, und entferne diesen Passkey vom Gerät: Er öffnet nichts.',
        },
        wrong: {
          sentence: 'Die Antwort des Passkeys stimmt nicht.',
          expected:
            'eine Signatur des Passkeys für genau diese Website, von jemandem, den das Gerät geprüft hat',
          fix: 'Versuche es noch einmal unter der Adresse dieses Signet, und lass das Gerät prüfen, wer du bist (mit Finger, Gesicht oder PIN).',
        },
        other: {
          sentence: 'Der Passkey gehört zu einem anderen Konto.',
          expected: 'ein Passkey des Kontos, dessen Passwort mitkam',
          fix: 'Wähle einen Passkey dieses Kontos.',
        },
        copied: {
          sentence:
            'Der Passkey zählt, wie oft er benutzt wurde, und die Zahl ging zurück: Vielleicht gibt es eine Kopie.',
          expected: 'eine höhere Zahl als beim letzten Mal',
          fix: 'Melde dich auf andere Weise an, entferne diesen Passkey, und füge einen anderen hinzu.',
        },
      },
    },
    passkey_not_added: {
      variants: {
        over: {
          sentence: 'Die Aufgabe für den neuen Passkey gilt hier nicht oder nicht mehr.',
          expected:
            'eine Antwort auf eine Aufgabe, die dieser Browser vor höchstens 30 min für dieses Konto bekam, einmal',
          fix: 'Beginne von vorn.',
        },
        wrong: {
          sentence: 'Was ankam, ist kein Passkey, der hier hinzugefügt werden kann.',
          expected:
            'ein neuer Passkey für genau diese Website, mit ES256, EdDSA oder RS256, von einem Gerät, das die Person geprüft hat',
          fix: 'Beginne von vorn unter der Adresse dieses Signet, und lass das Gerät prüfen, wer du bist (mit Finger, Gesicht oder PIN).',
        },
        exists: {
          sentence: 'Diesen Passkey gibt es hier schon.',
          expected: 'einer, den es nicht gibt',
          fix: 'Nimm den, der da ist.',
        },
        full: {
          sentence: 'Das Konto hat so viele Passkeys, wie ein Konto haben kann.',
          expected: 'weniger als {most} Passkeys',
          fix: 'Entferne einen, der nicht mehr benutzt wird.',
        },
      },
    },
    passkey_not_removed: {
      sentence: 'Sonst meldet dich hier nichts an, darum bleibt dieser Passkey.',
      expected: 'ein Passwort, ein anderer Passkey oder ein Anbieter daneben',
      actual: 'nichts davon',
      fix: 'Setze zuerst ein Passwort, oder füge einen anderen Passkey oder einen Anbieter hinzu.',
    },
    passkey_unknown: {
      sentence: 'Das Konto hat keinen solchen Passkey.',
      expected: 'ein Passkey dieses Kontos',
      actual: 'ein anderer, oder einer, der entfernt wurde',
      fix: 'Lies neu, was es gibt: Er wurde inzwischen entfernt.',
    },
    factor_exists: {
      sentence: 'Das Konto hat eine Authenticator-App.',
      expected: 'ein Konto ohne eine',
      actual: 'ein Konto mit einer',
      fix: 'Entferne zuerst die, die da ist.',
    },
    factor_unknown: {
      sentence: 'Das Konto hat keine Authenticator-App.',
      expected: 'ein Konto mit einer',
      actual: 'ein Konto ohne eine',
      fix: 'Lies neu, was es gibt: Sie wurde inzwischen entfernt.',
    },
    factor_enrolment_required: {
      sentence: 'Hier braucht jeder einen zweiten Faktor, und dieses Konto hat keinen.',
      expected: 'eine Authenticator-App, beim Anmelden hinzugefügt',
      actual: 'ein Konto ohne zweiten Faktor',
      fix: 'Melde dich auf der Seite dieses Signet an, `/account`: Sie zeigt, wie du eine hinzufügst.',
    },
    factor_enrolment_over: {
      sentence:
        'Das Hinzufügen der Authenticator-App dauerte zu lange, oder es begann für ein anderes Konto.',
      expected: 'was der Beginn geantwortet hat, vor höchstens 15 min',
      actual: 'etwas anderes, oder das zu spät',
      fix: 'Beginne von vorn, und entferne den Eintrag, den die App schon hat.',
    },
    password_too_weak: {
      fix: 'Wähle ein paar Wörter, die nicht zusammengehören, oder lass einen Passwortmanager eines machen.',
      variants: {
        too_short: { sentence: 'Das Passwort ist zu kurz.', expected: 'mindestens {least} Zeichen' },
        too_long: { sentence: 'Das Passwort ist zu lang.', expected: 'höchstens {most} Zeichen' },
        repeated: {
          sentence: 'Das Passwort wiederholt dieselben wenigen Zeichen.',
          expected: 'ein Passwort, das sich nicht wiederholt',
        },
        date: {
          sentence: 'Viel von dem Passwort ist ein Datum oder ein Jahr.',
          expected: 'ein Passwort ohne Datum',
        },
        sequence: {
          sentence: 'Viel von dem Passwort ist eine Reihe wie 1234 oder abcd.',
          expected: 'ein Passwort ohne solche Reihe',
        },
        common: {
          sentence:
            'Das Passwort ist ein häufiges, oder ein häufiges Wort mit ein paar geänderten oder angehängten Zeichen.',
          expected: 'ein Passwort, das in keiner Schreibweise auf den Listen der häufigen steht',
        },
        keyboard: {
          sentence: 'Die Tasten des Passworts liegen auf der Tastatur nebeneinander.',
          expected: 'ein Passwort, das kein Weg über die Tastatur ist',
        },
        username: {
          sentence: 'Das Passwort ist aus dem Benutzernamen gemacht.',
          expected: 'ein Passwort, das nicht aus dem Benutzernamen gemacht ist',
        },
        service_name: {
          sentence: 'Das Passwort ist aus dem Namen dieses Dienstes gemacht.',
          expected: 'ein Passwort, das nicht aus dem Namen dieses Dienstes gemacht ist',
        },
        guessed_soon: { sentence: 'Das Passwort ist zu bald erraten.', expected: 'ein längeres Passwort' },
        same_again: {
          sentence: 'Das neue Passwort ist das bisherige.',
          expected: 'ein anderes Passwort',
          fix: 'Wähle ein Passwort, das du hier noch nicht benutzt hast.',
        },
        one_time_again: {
          sentence: 'Das neue Passwort ist das Einmalpasswort.',
          expected: 'ein anderes Passwort',
          fix: 'Wähle ein Passwort, das nur du kennst.',
        },
      },
    },
    invitation_for_another: {
      sentence: 'Die Einladung ging an eine andere Adresse als die bestätigte dieses Kontos.',
      expected: 'das Konto, an dessen bestätigte Adresse sie ging',
      actual: 'ein anderes Konto, oder eines, dessen Adresse nicht bestätigt ist',
      fix: 'Melde dich mit jenem Konto an, oder bestätige die Adresse für dieses auf seiner eigenen Seite; oder lass diese Adresse einladen.',
    },
    link_unusable: {
      expected: 'ein Link, der gesendet und nicht benutzt wurde',
      fix: 'Verlange einen neuen.',
      variants: {
        unknown: {
          sentence: 'Einen solchen Link gibt es nicht, oder nicht mehr.',
          actual: 'ein Link, den niemand kennt',
        },
        used: { sentence: 'Dieser Link wurde schon benutzt.', actual: 'ein Link, der benutzt wurde' },
        expired: { sentence: 'Dieser Link ist abgelaufen.', actual: 'ein Link, der eine Weile galt' },
        overtaken: {
          sentence: 'Das Konto hat sich geändert, seit dieser Link gesendet wurde.',
          actual: 'ein Link von vorher',
        },
        withdrawn: {
          sentence: 'Diese Einladung ist nicht mehr offen.',
          actual: 'eine, die beantwortet, zurückgezogen oder ersetzt wurde',
        },
      },
    },
    provider_unknown: {
      sentence: 'Diesen Anbieter gibt es hier nicht.',
      expected: 'einer aus `identity.providers` in der Konfiguration',
      actual: 'ein anderer, oder einer, der inzwischen herausgenommen wurde',
      fix: 'Melde dich auf andere Weise an.',
    },
    provider_unreachable: {
      sentence: 'Der Anbieter antwortet nicht, wie er sollte; niemand wurde angemeldet.',
      expected: 'ein OpenID-Anbieter unter dem Aussteller der Konfiguration',
      actual: 'keine Antwort oder eine, die zu nichts taugt; mehr steht im Protokoll',
      fix: 'Versuche es gleich noch einmal, oder melde dich auf andere Weise an.',
    },
    provider_refused: {
      variants: {
        denied: {
          sentence: 'Dem Anbieter wurde gesagt, dich hier nicht anzumelden.',
          fix: 'Versuche es noch einmal, oder melde dich auf andere Weise an.',
        },
        other: {
          sentence: 'Der Anbieter hat die Anmeldung abgelehnt.',
          actual: 'ein Fehler des Anbieters; welcher, steht im Protokoll',
          fix: 'Versuche es noch einmal. Bleibt es so, ist Signet dort anders eingetragen, als `identity.providers` sagt.',
        },
      },
    },
    provider_answer_invalid: {
      sentence: 'Was der Anbieter geantwortet hat, ist nicht zu glauben; niemand wurde angemeldet.',
      expected:
        'eine Antwort des gefragten Anbieters auf genau diese Anfrage, unterschrieben mit einem seiner veröffentlichten Schlüssel',
      actual: 'eine andere; warum, steht im Protokoll',
      fix: 'Versuche es noch einmal. Bleibt es so, sag es denen, die dieses Signet betreiben.',
    },
    provider_account_missing: {
      variants: {
        none: {
          sentence: 'Du bist dort angemeldet, aber hier gehört kein Konto dazu.',
          expected:
            'ein Konto, das damit verbunden ist oder dieselbe Adresse hat, auf beiden Seiten bestätigt',
          actual: 'keines',
          fix: 'Melde dich hier auf andere Weise an, bestätige dieselbe Adresse auf deiner eigenen Seite, und versuche es noch einmal; oder bitte um ein Konto.',
        },
        administrator: {
          sentence:
            'Das Konto dieser Adresse ist das eines Administrators, das keine Adresse mit einem Anbieter verbindet.',
          expected: 'ein Konto ohne die Rolle `admin`',
          actual: 'eines mit ihr',
          fix: 'Melde dich mit dem Passwort an.',
        },
        other: {
          sentence: 'Das Konto dieser Adresse ist mit einer anderen Anmeldung dieses Anbieters verbunden.',
          expected: 'die Anmeldung dort, mit der es zuerst verbunden wurde',
          actual: 'eine andere mit derselben Adresse',
          fix: 'Melde dich dort an wie zuvor, oder hier mit dem Passwort.',
        },
      },
    },
    email_sign_in_off: {
      sentence: 'Hier meldet sich niemand per Mail an.',
      expected: '`identity.emailSignIn` in der Konfiguration, das es erlaubt',
      actual: 'eine Konfiguration, die es nicht tut',
      fix: 'Melde dich auf andere Weise an.',
    },
    email_sign_in_wrong: {
      sentence: 'Das ist nicht der Code der neuesten Mail.',
      expected: 'der Code oder der Link der Mail, die zuletzt in diesem Browser verlangt wurde',
      actual: 'ein anderer',
      fix: 'Nimm den Code der neuesten Mail. Nach fünf Versuchen braucht es eine neue Mail.',
    },
    email_sign_in_over: {
      fix: 'Verlange auf der Anmeldeseite eine neue Mail.',
      variants: {
        elsewhere: {
          sentence: 'In diesem Browser läuft keine Anmeldung per Mail.',
          expected: 'eine, die vor höchstens 10 min in diesem Browser verlangt wurde',
          actual: 'keine oder die eines anderen Browsers',
          fix: 'Öffne den Link in dem Browser, in dem du ihn verlangt hast, oder gib dort den Code der Mail ein.',
        },
        over: {
          sentence: 'Diese Anmeldung per Mail ist vorbei.',
          expected: 'eine, die nicht benutzt, nicht älter als 10 min und nicht fünfmal versucht ist',
          actual: 'eine, die vorbei ist',
        },
      },
    },
    tool_server_unknown: {
      actual: '{server}',
      variants: {
        own: {
          sentence: 'Kein Server für Werkzeuge namens {server} nimmt ein Token von dir oder hat eines.',
          expected:
            'einer aus `mcp.servers` mit `credential: sealed`; zum Zurücknehmen einer, dem du eines gegeben hast',
          fix: 'Frage, welche es gibt: `GET /auth/account/tool-tokens`.',
        },
        configured: {
          sentence: 'In der Konfiguration steht kein Server für Werkzeuge namens {server}.',
          expected: 'einer aus `mcp.servers`',
          fix: 'Nenne einen von diesen, oder trage diesen dort ein.',
        },
      },
    },
    provider_link_refused: {
      variants: {
        last_way: {
          sentence: 'Sonst meldet dich hier nichts an, darum bleibt dieser Anbieter.',
          expected: 'ein Passwort, ein Passkey oder ein anderer Anbieter daneben',
          actual: 'nichts davon',
          fix: 'Setze zuerst ein Passwort, oder füge einen Passkey oder einen anderen Anbieter hinzu.',
        },
        elsewhere: {
          sentence: 'Diese Anmeldung beim Anbieter gehört hier zu einem anderen Konto.',
          expected: 'eine Anmeldung dort, die hier zu keinem Konto gehört',
          actual: 'eine, die es tut',
          fix: 'Benutze jenes Konto, oder trenne die beiden zuerst dort.',
        },
        already: {
          sentence: 'Dein Konto ist schon mit einer anderen Anmeldung dieses Anbieters verbunden.',
          expected: 'eine Anmeldung je Anbieter',
          actual: 'eine zweite',
          fix: 'Trenne zuerst die, die verbunden ist.',
        },
      },
    },
    proof_over: {
      variants: {
        mail: {
          sentence: 'Der Code dieser Mail gilt nicht mehr.',
          expected: 'einer, der nicht benutzt, nicht älter als 10 min und nicht fünfmal versucht ist',
          actual: 'einer, der vorbei ist',
          fix: 'Lass eine neue Mail schicken.',
        },
        provider: {
          sentence: 'Du hast dich dafür nicht gerade beim Anbieter angemeldet.',
          expected:
            'eine Anmeldung dort, die hier vor höchstens 10 min verlangt und noch nicht benutzt wurde',
          actual: 'keine, eine von vorher oder eine benutzte',
          fix: 'Melde dich dort noch einmal an.',
        },
        stranger: {
          sentence:
            'Du hast dich beim Anbieter als jemand angemeldet, der nicht mit diesem Konto verbunden ist.',
          expected: 'die Anmeldung dort, die mit diesem Konto verbunden ist',
          actual: 'eine andere',
          fix: 'Melde dich dort als die Person dieses Kontos an.',
        },
      },
    },
    administrator_needed: {
      sentence: 'Niemand sonst verwaltet hier, darum bleibt dieses Konto Administrator.',
      expected: 'ein anderes Konto mit der Rolle `admin`, das nicht gesperrt ist',
      actual: 'keines',
      fix: 'Gib zuerst jemand anderem die Rolle `admin`: `signet user roles NAME --add admin`.',
    },
    email_taken: {
      sentence: 'Ein anderes Konto hat diese Adresse.',
      expected: 'eine Adresse, die kein anderes Konto hat',
      actual: 'eine, die ein anderes Konto hat',
      fix: 'Benutze jenes Konto oder eine andere Adresse.',
    },
    registration_closed: {
      expected: '`identity.registration` in der Konfiguration, das es erlaubt',
      variants: {
        own: {
          sentence: 'Hier legt sich niemand selbst ein Konto an.',
          actual: '`invitation` oder `closed`',
          fix: 'Bitte die, die dieses Signet betreiben, um ein Konto.',
        },
        invitation: {
          sentence: 'Hier wird niemand eingeladen.',
          actual: '`closed`',
          fix: 'Setze `identity.registration` auf `invitation`, oder lege das Konto mit einem Einmalpasswort an.',
        },
      },
    },
    user_code_unknown: {
      sentence: 'Dieser Code ist unbekannt, abgelaufen oder schon benutzt.',
      expected: 'der Code, den das Gerät zeigt, innerhalb von zehn Minuten',
      actual: 'ein anderer',
      fix: 'Sieh noch einmal auf das Gerät. Zeigt es denselben Code, lass es einen neuen zeigen.',
    },
    user_code_throttled: {
      sentence: 'Zu viele Codes waren falsch.',
      expected: 'der Code, den das Gerät zeigt',
      actual: 'einer nach dem anderen, den keines zeigt',
      fix: 'Sieh noch einmal auf das Gerät, und gib seinen Code in {wait} s ein.',
    },
    registration_throttled: {
      sentence: 'Mit diesem Link wurden zu viele Namen versucht.',
      expected: 'ein Name, der frei ist',
      actual: 'einer nach dem anderen, der es nicht ist',
      fix: 'Versuche in {wait} s einen anderen Namen.',
    },
    mail_throttled: {
      fix: 'Sieh nach der Mail, die gekommen ist, auch unter unerwünschter Post. Versuche es in {wait} s noch einmal.',
      variants: {
        account: { sentence: 'Zu diesem Konto wurden zu viele Mails verlangt.' },
        address: { sentence: 'Von dieser Adresse aus wurden zu viele Mails verlangt.' },
        network: { sentence: 'Aus diesem Netz wurden zu viele Mails verlangt.' },
      },
    },
    audience_not_allowed: {
      variants: {
        listed: {
          sentence: 'Token für diese Audience werden diesem Konto nicht ausgestellt.',
          expected: 'eine von {allowed}',
          actual: 'eine andere Audience',
          fix: 'Fordere eine Audience der Liste an, oder lass sie in identity.audiences aufnehmen.',
        },
        none: {
          sentence: 'Diesem Konto werden für keine Audience Token ausgestellt.',
          expected: 'eine Audience unter identity.audiences',
          actual: 'keine dort',
          fix: 'Lass eine Audience in identity.audiences aufnehmen.',
        },
        session: {
          sentence: 'Token für die Audience dieser Sitzung werden nicht mehr ausgestellt.',
          expected: 'eine Audience unter identity.audiences',
          actual: 'eine, die herausgenommen wurde',
          fix: 'Melde dich für eine andere Audience neu an, oder lass sie in identity.audiences aufnehmen.',
        },
      },
    },
    origin_not_allowed: {
      sentence: 'Die Anfrage kommt von einer Seite einer anderen Website.',
      expected: '{origin}',
      fix: 'Öffne {issuer}, und melde dich dort an.',
      variants: {
        not_same_site: {
          sentence:
            'Eine Seite einer anderen Website hat das Cookie oder das Passwort gesendet, das ihr Browser von selbst hinzufügt.',
          expected: 'eine Seite derselben Website wie die API',
          actual: '{came}',
          fix: 'Rufe die API von einer Seite derselben Website auf; andere Websites benutzen OpenID Connect.',
        },
        origin: { actual: '{came}' },
        site: { actual: 'eine Anfrage der Art {came}' },
        app_apart: {
          sentence:
            'Die App liegt auf einer anderen Website als Signet, und dort behalten Browser keine Sitzung für sie.',
          expected: 'eine App auf derselben Website wie {origin}',
          actual: '{came}',
          fix: 'Lass die App Menschen über OpenID Connect anmelden, oder liefere sie von einem Host derselben Website wie {issuer} aus.',
        },
      },
    },
    client_not_native: {
      sentence: 'Die Sitzungs-API gibt einem Client dieses Namens kein Refresh Token im Inhalt.',
      expected: 'ein Client mit `native: true` und `firstParty: true`',
      actual: 'ein anderer Client oder keiner',
      fix: 'Erkläre die eigene App mit beidem, oder lass sie Menschen über OpenID Connect anmelden.',
    },
    body_token_refused: {
      sentence: 'Ein Refresh Token im Inhalt ist für eine App auf einem Gerät und nicht für einen Browser.',
      expected: 'eine Anfrage ohne `Origin`, `Sec-Fetch-Site` und Sitzungs-Cookie',
      fix: 'Lass Seiten in Browsern das Cookie benutzen, das kein Skript lesen kann: Lass `client` und `refreshToken` weg.',
      variants: {
        page: { actual: 'eine Anfrage einer Seite' },
        cookie: { actual: 'das Cookie einer Sitzung daneben' },
      },
    },
    csrf_token_invalid: {
      sentence:
        'Eine Seite hat das Sitzungs-Cookie ohne Beleg gesendet, dass sie Antworten von Signet lesen darf.',
      expected: '`X-CSRF-Token` mit dem Token dieser Sitzung',
      fix: 'Frage `GET /auth/csrf`, und sende dessen `csrfToken` in `X-CSRF-Token`; das SDK tut es von selbst.',
      variants: {
        not_bound: {
          sentence:
            'Das Token im Cookie ist nicht für ein Cookie gemacht: Es nennt keinen Nachweis, mit dem Seiten es benutzen.',
          expected: 'ein Access Token der Sitzungs-API mit `csrf_hash`',
          actual: 'eins ohne',
          fix: 'Melde dich wieder über `/auth/login` an, von einem Origin eines Clients mit `browserTokens: cookie`.',
        },
        missing: { actual: 'kein solcher Header' },
        other: { actual: 'ein Token einer anderen Sitzung oder keines von uns' },
      },
    },
    refresh_token_missing: {
      sentence: 'Mit der Anfrage kam kein Refresh-Token.',
      expected: 'das Cookie, das die Anmeldung gesetzt hat',
      actual: 'keines',
      fix: 'Melde dich an.',
    },
    refresh_token_invalid: {
      fix: signIn,
      variants: {
        proof_key: {
          sentence: 'Das Refresh-Token ist an einen Schlüssel gebunden, den niemand bewiesen hat.',
          expected: 'ein DPoP-Beweis des Schlüssels, oder das Zertifikat, mit dem es zuerst ausgegeben wurde',
          actual: 'nichts davon, oder ein anderes',
          fix: 'Sende den Beweis oder zeige das Zertifikat, oder melde dich neu an.',
        },
        unknown: { sentence: 'Das Refresh-Token ist nicht bekannt.' },
        several: {
          sentence: 'Es kam mehr als ein Refresh-Token.',
          expected: 'ein Refresh-Token',
          actual: 'mehrere',
        },
      },
    },
    refresh_token_expired: {
      fix: signIn,
      variants: {
        ended: { sentence: 'Das Refresh-Token oder seine Sitzung ist abgelaufen.' },
        older_than_sessions: { sentence: 'Die Sitzung ist älter, als Sitzungen jetzt sein dürfen.' },
      },
    },
    refresh_token_reused: {
      sentence:
        'Das Refresh-Token wurde schon benutzt, also hat vielleicht jemand anderes eine Kopie. Die Sitzung ist beendet.',
      expected: 'ein Refresh-Token, das noch nicht benutzt wurde',
      actual: 'ein benutztes',
      fix: 'Melde dich neu an. Warst du das nicht selbst, ändere das Passwort.',
    },
    session_unknown: {
      sentence: 'Eine solche Sitzung hat diese Person nicht.',
      expected: 'die `id` einer Sitzung aus `GET /auth/sessions`',
      actual: 'eine andere',
      fix: 'Liste die Sitzungen noch einmal auf.',
    },
    session_ended: {
      fix: signIn,
      variants: {
        session: { sentence: 'Die Sitzung ist beendet.' },
        account: { sentence: 'Alles, was dem Konto ausgestellt war, wurde widerrufen, diese Sitzung mit.' },
        client: { sentence: 'Alles, was diesem Client ausgestellt war, wurde widerrufen, dies mit.' },
        consent: {
          sentence: 'Was dieser Client im Namen seiner Person darf, wurde zurückgenommen, dies mit.',
          fix: 'Schicke die Person neu zur Anmeldung: Sie wird gefragt, ob sie zustimmt.',
        },
      },
    },
    token_request_invalid: {
      variants: {
        no_form: {
          sentence: 'Die Anfrage nach einem Token ist kein Formular.',
          expected: 'application/x-www-form-urlencoded mit `grant_type`',
          actual: 'ein anderer Body',
          fix: 'Sende die Parameter als Formular.',
        },
        repeated: {
          sentence: 'Der Parameter `{parameter}` kam mehr als einmal.',
          expected: 'jeder Parameter einmal',
          actual: 'noch einmal `{parameter}`',
          fix: 'Sende ihn einmal.',
        },
        no_grant_type: {
          sentence: 'Die Anfrage sagt nicht, wie sie um ein Token bittet.',
          expected: '`grant_type`',
          actual: 'keiner',
          fix: 'Sende `grant_type=client_credentials`.',
        },
        missing: {
          sentence: 'Der Parameter `{parameter}` fehlt.',
          expected: '`{parameter}`, einmal',
          actual: 'keiner',
          fix: 'Sende `{parameter}` mit diesem `grant_type`.',
        },
        no_token: {
          sentence: 'Die Anfrage nennt kein Token.',
          expected: '`token`',
          actual: 'keins',
          fix: 'Sende das Token als `token`.',
        },
        certificate_missing: {
          sentence: 'Dieser Client bekommt Tokens, die an sein Zertifikat gebunden sind, und es kam keines.',
          expected:
            'eine TLS-Verbindung mit einem jetzt gültigen Zertifikat, an einem Endpunkt aus `mtls_endpoint_aliases`',
          actual: 'keines, oder ein abgelaufenes',
          fix: 'Sende die Anfrage an den `token_endpoint` aus `mtls_endpoint_aliases` im Discovery-Dokument, mit dem Zertifikat.',
        },
        two_bindings: {
          sentence: 'Das Token wäre zugleich an ein Zertifikat und an einen Schlüssel gebunden.',
          expected: 'das Zertifikat allein, wie es `certificateBound` des Clients sagt',
          actual: 'dazu ein DPoP-Nachweis',
          fix: 'Lass den Nachweis weg, oder mache aus `certificateBound` des Clients `dpop`.',
        },
        not_own: {
          sentence: 'Das Token wurde einem anderen Client ausgestellt.',
          expected: 'ein Token des Clients, der fragt',
          actual: 'eines eines anderen',
          fix: 'Lass den Client es widerrufen, dem es ausgestellt wurde, oder jemanden aus der Verwaltung.',
        },
        two_proofs: {
          sentence: 'Der Client weist sich auf zwei Arten zugleich aus.',
          expected: 'eines von Authorization-Header, `client_secret` und `client_assertion`',
          actual: 'mehrere',
          fix: 'Lass die anderen weg.',
        },
        two_clients: {
          sentence: 'Die Anfrage nennt zwei Clients.',
          expected: 'die `client_id` des Authorization-Headers, oder keine im Formular',
          actual: 'eine andere `client_id`',
          fix: 'Lass `client_id` im Formular weg.',
        },
      },
    },
    client_invalid: {
      variants: {
        assertion_unreadable: {
          sentence: 'Die Assertion ist nicht lesbar.',
          expected:
            'ein signiertes JWT als `client_assertion` und `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer`',
          actual: 'etwas anderes',
          fix: 'Lass eine Bibliothek die Assertion machen (`private_key_jwt`).',
        },
        assertion_unproven: {
          sentence: 'Die Assertion weist keinen Client aus.',
          expected:
            'ein JWT mit der ID eines Clients als `iss` und `sub`, mit `aud`, `exp` und `jti`, signiert mit einem Schlüssel dieses Clients',
          actual: 'ein anderes',
          fix: 'Prüfe `client_id` und Schlüssel; die öffentliche Hälfte muss in `publicKeys` oder unter `jwksUri` des Clients stehen.',
        },
        assertion_audience: {
          sentence: 'Die Assertion ist für jemand anderen bestimmt.',
          expected: 'ein `aud`, das den Aussteller oder seinen Token-Endpunkt nennt, und nichts daneben',
          actual: 'ein anderes `aud`, oder mehrere',
          fix: 'Setze `aud` auf den `issuer` des Discovery-Dokuments.',
        },
        assertion_lifetime: {
          sentence: 'Die Assertion gilt nicht jetzt, oder zu lange.',
          expected: 'ein `exp` höchstens {seconds} s voraus',
          actual: 'ein `exp`, das vorbei ist oder weiter voraus liegt',
          fix: 'Mache sie für diese Anfrage, mit einem `exp` in einer Minute; vergleiche die Uhren.',
        },
        assertion_used: {
          sentence: 'Diese Assertion wurde schon benutzt.',
          expected: 'ein neues `jti` in jeder Assertion',
          actual: 'eines, das schon kam',
          fix: 'Mache für jede Anfrage eine neue. War es eine neue, hat jemand anderes sie zuerst gesendet.',
        },
        certificate_missing: {
          sentence: 'Der Client weist sich durch ein Zertifikat aus, und es kam keines.',
          expected:
            'eine TLS-Verbindung mit dem Zertifikat des Clients, an einem Endpunkt aus `mtls_endpoint_aliases`',
          actual: 'eine Anfrage ohne Zertifikat, oder ein anderer Nachweis',
          fix: 'Sende sie an den `token_endpoint` aus `mtls_endpoint_aliases` im Discovery-Dokument, mit dem Zertifikat und sonst nichts.',
        },
        certificate_wrong: {
          sentence: 'Das Zertifikat weist diesen Client nicht aus.',
          expected:
            'eines, das jetzt gilt und das `certificate` des Clients nennt; nennt es ein Subjekt oder einen Namen, dann von einer Stelle aus `identity.mtls.ca`, für Clients (`clientAuth`)',
          actual: 'ein anderes',
          fix: 'Vergleiche `openssl x509 -noout -subject -nameopt RFC2253 -ext subjectAltName,extendedKeyUsage -dates` mit `signet client show`.',
        },
        none: {
          sentence: 'Kein Client hat sich ausgewiesen.',
          expected: 'ID und Secret eines Clients, im Authorization-Header oder im Formular',
          actual: 'nicht beides',
          fix: 'Sende `Authorization: Basic` mit ID und Secret, oder `client_id` und `client_secret` im Formular.',
        },
        unreadable: {
          sentence: 'Der Authorization-Header ist nicht lesbar.',
          expected: 'Basic, mit ID und Secret formular-kodiert, durch einen Doppelpunkt verbunden, in Base64',
          actual: 'etwas anderes',
          fix: 'Kodiere ID und Secret, bevor du sie verbindest.',
        },
        wrong: {
          sentence: 'Der Client oder sein Secret ist falsch.',
          expected: 'die ID eines Clients und ein gültiges Secret von ihm',
          actual: 'ein anderes Paar',
          fix: 'Prüfe beides; vielleicht wurde der Client entfernt oder sein Secret ersetzt.',
        },
      },
    },
    client_throttled: {
      sentence: 'Zu viele Nachweise dieses Clients oder von dieser Adresse waren falsch.',
      expected: 'das richtige Secret, das nie gebremst wird',
      actual: 'wieder ein falsches',
      fix: 'Berichtige das Secret; falsche werden in {wait} s wieder angesehen.',
    },
    client_not_allowed: {
      sentence: 'Dieser Client darf auf diesem Weg kein Token bekommen.',
      expected: '`{grant}` unter `grants` des Clients',
      actual: 'ein Client ohne das',
      fix: 'Füge es zu `grants` des Clients hinzu.',
    },
    grant_type_unsupported: {
      sentence: 'Diesen Weg zu einem Token gibt es hier nicht.',
      expected: 'einer von {supported}',
      actual: 'ein anderer `grant_type`',
      fix: 'Bitte auf einem dieser Wege.',
    },
    scope_not_allowed: {
      sentence: 'Der Client verlangt einen Scope, den er nicht haben darf.',
      expected: 'keine anderen als {allowed}',
      actual: 'ein Scope darüber hinaus',
      fix: 'Verlange weniger, oder füge den Scope zu `scopes` des Clients hinzu.',
    },
    resource_not_allowed: {
      variants: {
        listed: {
          sentence: 'Für diese API bekommt der Client keine Tokens.',
          expected: 'eine von {allowed}',
          actual: 'eine andere Audience',
          fix: 'Verlange eine Audience der Liste, oder füge sie zu `audiences` des Clients hinzu.',
        },
        several: {
          sentence: 'Die Anfrage nennt mehr als eine API.',
          expected: 'eine `resource`, da ein Token für eine API ist',
          actual: 'mehrere',
          fix: 'Bitte um ein Token für jede.',
        },
        revocations: {
          sentence: 'Der Client darf nicht mitlesen, was widerrufen wird.',
          expected: '`{audience}` unter `audiences` des Clients',
          actual: 'ein Client ohne sie',
          fix: 'Füge sie zu `audiences` des Clients hinzu.',
        },
      },
    },
    subject_token_invalid: {
      variants: {
        unknown: {
          sentence: 'Das Token, das getauscht werden soll, ist kein Access-Token, das hier gilt.',
          expected: 'ein Access-Token dieses Ausstellers, das nicht abgelaufen ist',
          actual: 'ein anderes, oder eines anderer Art',
          fix: 'Sende das Token, mit dem der Dienst gerufen wurde.',
        },
        revoked: {
          sentence: 'Das Token, das getauscht werden soll, wurde widerrufen, oder seine Sitzung ist beendet.',
          expected: 'ein Token, das niemand widerrufen hat',
          actual: 'ein widerrufenes',
          fix: 'Weise den Aufruf ab, mit dem es kam.',
        },
        for_others: {
          sentence: 'Das Token ist für eine API, die dieser Client nicht ist.',
          expected: 'ein `aud` aus {allowed}',
          actual: 'ein anderes',
          fix: 'Sende ein Token, mit dem dieser Dienst gerufen wurde, oder nimm sein `aud` in `exchangeFrom` des Clients auf.',
        },
        other_type: {
          sentence: 'Nur Access-Tokens werden getauscht, und gegen Access-Tokens.',
          expected:
            '`subject_token_type=urn:ietf:params:oauth:token-type:access_token`, und kein anderer `requested_token_type`',
          actual: 'ein anderer Typ',
          fix: 'Nenne diesen Typ.',
        },
        actor: {
          sentence: 'Es handelt der Client, der sich ausweist; kein anderer kann genannt werden.',
          expected: 'kein `actor_token`',
          actual: 'eines',
          fix: 'Lass es weg.',
        },
        too_many_actors: {
          sentence: 'Das Token ging durch zu viele Dienste.',
          expected: 'höchstens {most} in `act`',
          actual: 'mehr',
          fix: 'Rufe den Dienst näher an der Person; eine so lange Kette ist meist ein Kreis.',
        },
      },
    },
    dpop_proof_invalid: {
      variants: {
        missing: {
          sentence: 'Ein DPoP-Beweis ist nötig, und es kam keiner.',
          expected: 'ein Header `DPoP` mit einem Beweis für diese Anfrage',
          actual: 'keiner',
          fix: 'Lass eine Bibliothek Beweise senden (DPoP), oder nimm `dpop` vom Client.',
        },
        unreadable: {
          sentence: 'Der DPoP-Beweis ist nicht lesbar.',
          expected:
            'ein signiertes JWT mit dem öffentlichen Schlüssel als `jwk` im Header und einem `jti` von höchstens 256 Zeichen',
          actual: 'etwas anderes',
          fix: 'Lass eine Bibliothek den Beweis machen.',
        },
        unsigned: {
          sentence: 'Der Schlüssel im DPoP-Beweis hat ihn nicht signiert.',
          expected: 'eine Signatur dieses Schlüssels, mit keinem symmetrischen Algorithmus',
          actual: 'eine andere',
          fix: 'Signiere den Beweis mit der privaten Hälfte des Schlüssels in seinem Header.',
        },
        used: {
          sentence: 'Dieser DPoP-Beweis wurde schon benutzt.',
          expected: 'ein neues `jti` in jedem Beweis',
          actual: 'eines, das schon kam',
          fix: 'Mache für jede Anfrage einen neuen. War es ein neuer, hat jemand anderes ihn zuerst gesendet.',
        },
        rule: {
          sentence: 'Der DPoP-Beweis passt nicht zu dieser Anfrage.',
          expected: 'ein Beweis, der eben für sie gemacht wurde',
          actual: '{detail}',
          fix: 'Mache den Beweis für Methode und Adresse der Anfrage, und vergleiche die Uhren.',
        },
      },
    },
    dpop_nonce_needed: {
      sentence: 'Der DPoP-Beweis wiederholt keine Nonce, die der Aussteller in letzter Zeit gab.',
      expected: 'die `nonce` aus dem Header `DPoP-Nonce` dieser Antwort',
      actual: 'keine, oder eine ältere',
      fix: 'Sende die Anfrage noch einmal, mit dieser Nonce im Beweis.',
    },
    response_type_unsupported: {
      sentence: 'Eine Anmeldung wird mit einem Code beantwortet, und mit nichts sonst.',
      expected: 'ein Code: `response_type=code`',
      actual: 'ein anderer, oder keiner',
      fix: 'Bitte um einen Code; Tokens gibt es dafür am Token-Endpunkt.',
    },
    device_pending: {
      sentence: 'Noch niemand hat dieses Gerät zugelassen.',
      expected: 'eine Person, die den Code eingibt und zustimmt',
      actual: 'bisher niemand',
      fix: 'Frage nach der Wartezeit wieder.',
    },
    device_too_fast: {
      sentence: 'Das Gerät fragt öfter, als ihm gesagt wurde.',
      expected: '{seconds} s zwischen zwei Fragen',
      actual: 'weniger',
      fix: 'Warte von nun an so lange.',
    },
    device_denied: {
      sentence: 'Die Person hat dieses Gerät abgelehnt.',
      expected: 'eine Person, die zustimmt',
      actual: 'eine, die es nicht tat',
      fix: 'Beginne neu, falls das ein Versehen war.',
    },
    device_expired: {
      sentence: 'Der Code dieses Geräts ist unbekannt, abgelaufen oder benutzt.',
      expected: 'ein `device_code` dieses Clients, jünger als zehn Minuten und unbenutzt',
      actual: 'ein anderer',
      fix: 'Beginne neu.',
    },
    client_registration_off: {
      sentence: 'Apps registrieren sich bei diesem Signet nicht selbst.',
      expected: '`identity.clientRegistration: token`',
      actual: '`off`',
      fix: 'Bitte eine Administratorin, den Client anzulegen oder die Registrierung zu öffnen.',
    },
    registration_token_invalid: {
      sentence: 'Das Token ist hier unbekannt, abgelaufen, benutzt oder gehört einer anderen App.',
      expected:
        'für eine neue App ein für sie gemachtes Token; für eine registrierte ihr `registration_access_token`',
      actual: 'ein anderes oder keines',
      fix: 'Bitte um ein neues: `signet client registration-token`.',
    },
    client_metadata_invalid: {
      sentence: 'Ein Mitglied der Registrierung kann nicht sein, was es sagt.',
      expected: '{member}: {expected}',
      actual: 'etwas anderes',
      fix: 'Ändere das Mitglied oder lass es weg.',
    },
    redirect_uri_invalid: {
      sentence: 'Eine Adresse, an der die App die Antwort haben will, kann keine sein.',
      expected: '{expected}',
      actual: 'etwas anderes',
      fix: 'Registriere die genaue Adresse: https, http auf diesem Rechner oder das eigene Schema der App.',
    },
    software_statement_refused: {
      sentence: 'Die Registrierung bringt ein Software Statement mit, und keinem wird hier vertraut.',
      expected: 'eine Registrierung ohne `software_statement`',
      actual: 'eine damit',
      fix: 'Lass es weg.',
    },
    interaction_unknown: {
      sentence: 'In diesem Browser läuft keine solche Anmeldung.',
      expected: 'eine Anmeldung, die in diesem Browser vor weniger als einer halben Stunde begann',
      actual: 'eine, die abgelaufen oder vorbei ist oder anderswo begann',
      fix: 'Geh zurück zur App und melde dich noch einmal an.',
    },
    sign_in_needed: {
      sentence: 'Diese Anmeldung braucht die Person, und nichts wurde gezeigt, das für sie steht.',
      expected: 'das Access-Token von `POST /auth/login`, so neu, wie die App es verlangt',
      actual: 'keines, ein älteres, oder das einer App',
      fix: 'Melde dich mit `POST /auth/login` an und sende dessen Access-Token.',
    },
    code_invalid: {
      variants: {
        proof_key: {
          sentence: 'Der Code wurde mit einem anderen Schlüssel erbeten.',
          expected: 'ein DPoP-Beweis des Schlüssels, den `dpop_jkt` nennt',
          actual: 'keiner, oder einer eines anderen Schlüssels',
          fix: 'Behalte den Schlüssel, bis der Code kommt.',
        },
        unknown: {
          sentence: 'Der Autorisierungscode ist für diesen Client nicht bekannt.',
          expected: 'ein Code, den dieser Client vor weniger als einer Minute bekam',
          actual: 'ein anderer, oder später',
          fix: 'Beginne die Anmeldung von vorn.',
        },
        redirect_uri: {
          sentence: 'Der Code wurde an eine andere Adresse ausgegeben.',
          expected: 'die `redirect_uri` der Anfrage nach dem Code',
          actual: 'eine andere',
          fix: 'Sende beide Male dieselbe `redirect_uri`.',
        },
        verifier: {
          sentence: 'Der `code_verifier` ist nicht der, mit dem der Code verlangt wurde.',
          expected: 'das, woraus `code_challenge` gemacht ist',
          actual: 'etwas anderes',
          fix: 'Bewahre den Verifier neben `state` auf, bis der Code kommt.',
        },
        ended: {
          sentence: 'Die Sitzung, in der der Code ausgegeben wurde, ist beendet.',
          expected: 'eine lebende Sitzung',
          actual: 'eine, die vorbei ist',
          fix: 'Beginne die Anmeldung von vorn.',
        },
      },
    },
    code_reused: {
      sentence: 'Der Autorisierungscode kam ein zweites Mal; die Sitzung ist beendet.',
      expected: 'ein Code, der noch nicht benutzt wurde',
      actual: 'einer, der schon eingetauscht ist',
      fix: 'Melde dich noch einmal an. Ein Code, der zweimal kommt, wurde kopiert, oder die App sendet doppelt.',
    },
    admin_required: {
      sentence: 'Das Konto ist kein Administrator.',
      expected: 'die Rolle {role}',
      actual: 'ein Konto ohne sie',
      fix: 'Melde dich als Administrator an.',
    },
    credential_mismatch: {
      fix: 'Führe den Befehl noch einmal aus.',
      variants: {
        method: {
          sentence: 'Der Betreibernachweis wurde für eine andere Methode gemacht.',
          expected: 'die Methode, für die der Nachweis gemacht wurde',
          actual: '{came}',
        },
        address: {
          sentence: 'Der Betreibernachweis wurde für eine andere Adresse gemacht.',
          expected: 'die Adresse, für die der Nachweis gemacht wurde',
          actual: '{came}',
        },
        body: {
          sentence: 'Der Betreibernachweis wurde für einen anderen Body gemacht.',
          expected: 'der Body, für den der Nachweis gemacht wurde',
          actual: 'ein anderer',
        },
        version: {
          sentence: 'Der Betreibernachweis hat eine andere Version, als dieser Server annimmt.',
          expected: 'Version {taken}, die für eine Anfrage gemacht wird',
          actual: 'Version {came}',
          fix: 'Benutze den Befehl signet, der zum Server gehört.',
        },
        first_version: {
          sentence: 'Der Betreibernachweis hat eine andere Version, als dieser Server annimmt.',
          expected: 'Version {taken}, die für eine Anfrage gemacht wird',
          actual: 'Version 1, die für jede Anfrage gilt',
          fix: 'Benutze den Befehl signet, der zum Server gehört.',
        },
        context_method: {
          sentence: 'Das Kontext-Token wurde für einen Aufruf mit einer anderen Methode gemacht.',
          expected: 'die Methode, die das Gateway signiert hat',
          actual: '{came}',
          fix: 'Rufe die Adresse des Gateways auf. Was zwischen ihm und dem Dienst steht, muss die Methode lassen, wie sie ist.',
        },
        context_target: {
          sentence: 'Das Kontext-Token wurde für einen Aufruf einer anderen Adresse gemacht.',
          expected: 'Pfad und Query, die das Gateway signiert hat',
          actual: 'andere',
          fix: 'Rufe die Adresse des Gateways auf. Was zwischen ihm und dem Dienst steht, muss Pfad und Query lassen, wie sie sind.',
        },
      },
    },
    account_exists: {
      sentence: 'Ein Konto mit diesem Namen gibt es schon.',
      expected: 'ein Name, den kein Konto hat',
      actual: 'ein vergebener',
      fix: 'Wähle einen anderen Benutzernamen.',
    },
    account_unknown: {
      sentence: 'Kein Konto hat die ID {id}.',
      expected: 'die ID eines Kontos',
      actual: '{id}',
      fix: 'Liste die Konten auf, um die ID zu finden.',
    },
    client_exists: {
      sentence: 'Einen Client mit dieser ID gibt es schon, gespeichert oder in der Konfiguration.',
      expected: 'eine ID, die kein Client hat',
      actual: 'eine vergebene',
      fix: 'Wähle eine andere ID, oder entferne den Client, der sie hat.',
    },
    client_unknown: {
      sentence: 'Kein Client hat die ID {client}.',
      expected: 'die ID eines Clients',
      actual: '{client}',
      fix: 'Liste die Clients auf, um die ID zu finden.',
    },
    client_configured: {
      sentence: 'Der Client {client} steht in der Konfiguration und lässt sich nur dort ändern.',
      expected: 'ein Client, der per Befehl oder API hinzugefügt wurde',
      actual: 'einer aus der Konfiguration',
      fix: 'Ändere ihn in signet.yaml; es gilt, sobald die Datei gespeichert ist.',
    },
    client_public: {
      sentence: 'Der Client {client} ist öffentlich und hat kein Geheimnis.',
      expected: 'ein vertraulicher Client',
      actual: 'ein öffentlicher',
      fix: 'Mache ihn erst vertraulich, wenn er ein Geheimnis bewahren kann.',
    },
    client_has_keys: {
      sentence: 'Der Client {client} weist sich durch einen Schlüssel aus und hat kein Secret.',
      expected: 'ein Client ohne `publicKeys` und `jwksUri`',
      actual: 'einer mit Schlüsseln',
      fix: 'Nimm ihm erst die Schlüssel, wenn er ein Secret haben soll.',
    },
    account_changed: {
      sentence: 'Das Konto wurde geändert, seit es gelesen wurde.',
      expected: 'das Konto, wie `If-Match` es nennt',
      actual: 'eine andere Fassung',
      fix: 'Lies es noch einmal, und wiederhole die Änderung, wenn sie noch nötig ist.',
    },
    client_changed: {
      sentence: 'Der Client wurde geändert, seit er gelesen wurde.',
      expected: 'der Client, wie `If-Match` ihn nennt',
      actual: 'eine andere Fassung',
      fix: 'Lies ihn noch einmal, und wiederhole die Änderung, wenn sie noch nötig ist.',
    },
    precondition_missing: {
      sentence: 'Die Anfrage sagt nicht, welche Fassung sie ändert.',
      expected: '`If-Match` mit dem ETag der letzten Antwort',
      actual: 'keins',
      fix: 'Lies es zuerst, und sende seinen ETag als `If-Match`.',
    },
    reference_unknown: {
      sentence: 'Unter {reference} ist keine Anfrage verzeichnet.',
      expected: 'die Referenz einer verzeichneten Anfrage',
      actual: '{reference}',
      fix: 'Prüfe die Referenz; Einträge werden nur eine Zeit lang behalten, Erfolge nur zum Teil.',
    },
    revocation_target_invalid: {
      fix: 'Prüfe das Ziel.',
      variants: {
        account: {
          sentence: 'Kein Konto hat diese ID.',
          expected: 'die ID eines Kontos, wie `signet user list` sie zeigt',
        },
        future: {
          sentence: 'Token lassen sich nicht widerrufen, bevor sie ausgestellt sind.',
          expected: 'ein Zeitpunkt, der vorbei ist',
        },
        built_in_client: {
          sentence:
            'Der Client `{client}` ist Signet selbst; seine Token sind die von Menschen, die sich angemeldet haben.',
          expected: 'die `client_id` eines anderen Clients, oder eine Sitzung oder ein Konto',
          actual: '{client}',
        },
        session: {
          sentence: 'Keine Sitzung hat diese ID.',
          expected: 'das `sid` eines Tokens dieses Ausstellers',
        },
      },
    },
    organization_not_allowed: {
      variants: {
        unknown: {
          sentence: 'Von dieser Organisation gibt es hier kein Token.',
          expected: 'eine Organisation, in der die Person oder der Client ist',
          actual: 'eine andere, oder eine, die es nicht gibt',
          fix: 'Nenne eine Organisation, in der sie Mitglied ist, oder melde dich neu an und wähle eine.',
        },
        client: {
          sentence: 'Der Client bekommt keine Token von Organisationen.',
          expected: 'kein `organization`',
          actual: 'eine wurde genannt',
          fix: 'Lass es weg, oder setze `organizations` des Clients.',
        },
        required: {
          sentence: 'Der Client bekommt nur Token einer Organisation.',
          expected: 'die Organisation, von der das Token ist',
          actual: 'keine',
          fix: 'Nenne sie als `organization`, oder melde dich neu an und wähle eine.',
        },
      },
    },
    consent_unknown: {
      sentence: 'Diese Person hat für diese App nichts zugestimmt.',
      expected: 'die `client_id` einer App, die die Person zugelassen hat',
      actual: '{client}',
      fix: 'Liste auf, wozu sie zugestimmt hat: `signet user consents NAME`.',
    },
    organization_unknown: {
      sentence: 'Diese Organisation gibt es nicht.',
      expected: 'der Name einer Organisation oder ihre Kennung (org_…)',
      actual: '{organization}',
      fix: 'Liste auf, was es gibt: `signet organization list`.',
    },
    organization_exists: {
      sentence: 'Eine Organisation dieses Namens gibt es schon.',
      expected: 'ein freier Name',
      actual: '{name}',
      fix: 'Wähle einen anderen Namen, oder ändere die vorhandene.',
    },
    organization_changed: {
      sentence: 'Die Organisation, oder was ihr Mitglied darf, wurde geändert, seit es gelesen wurde.',
      expected: 'der Stand, den `If-Match` nennt',
      actual: 'ein anderer Stand',
      fix: 'Lies sie neu, und wiederhole die Änderung, wenn sie noch nötig ist.',
    },
    member_unknown: {
      sentence: 'Das Konto ist kein Mitglied dieser Organisation.',
      expected: 'ein Konto, das darin ist',
      actual: '{account}',
      fix: 'Liste die Mitglieder auf: `signet organization member list`.',
    },
    member_exists: {
      sentence: 'Das Konto ist schon Mitglied dieser Organisation.',
      expected: 'ein Konto, das noch nicht darin ist',
      actual: '{account}',
      fix: 'Ändere stattdessen seine Rollen: `signet organization member roles`.',
    },
    invitation_unknown: {
      sentence: 'Es gibt keine solche Einladung in diese Organisation.',
      expected: 'eine, die auf eine Antwort wartet',
      actual: '{id}',
      fix: 'Liste sie mit `signet organization invitation list` auf: Sie wurde vielleicht beantwortet oder ist abgelaufen.',
    },
    invitation_limit: {
      sentence: 'So viele Einladungen in diese Organisation warten auf eine Antwort, wie warten dürfen.',
      expected: 'höchstens {most}, die warten',
      actual: '{most}',
      fix: 'Zieh einige zurück, oder warte, bis sie beantwortet sind oder ablaufen.',
    },
    membership_limit: {
      sentence: 'Das Konto ist in so vielen Organisationen, wie eines sein kann.',
      expected: 'höchstens {most} Organisationen eines Kontos',
      actual: '{most}',
      fix: 'Nimm es aus einer heraus, die es nicht mehr braucht.',
    },
    group_unknown: {
      sentence: 'Es gibt keine Gruppe dieses Namens.',
      expected: 'eine Gruppe, die signet.yaml nennt oder die hinzugefügt wurde',
      actual: '{group}',
      fix: 'Lege sie zuerst an, dann nimm Personen darin auf.',
    },
    configuration_changed: {
      sentence:
        'Seit dies gelesen wurde, ist eine andere Konfiguration angewandt oder die Datei des Servers geändert worden.',
      expected: 'der Stand, den `If-Match` nennt',
      actual: 'ein anderer Stand',
      fix: 'Sieh nach, was sich geändert hat (`signet config history`, `signet config diff`), und wende sie erneut an, wenn sie noch stimmt.',
    },
    configuration_refused: {
      variants: {
        problem: {
          sentence: 'Die Konfiguration lässt sich nicht anwenden: Zeile {line}, {place}.',
          expected: '{allowed}',
          actual: '{found}',
          fix: '{mend}',
        },
        opens: {
          sentence: 'Sie würde für alle öffnen, wofür ein Token verlangt wurde: {routes}.',
          expected: 'jede dieser Routen als gewollt genannt',
          fix: 'Ist es so gemeint, sage es: {names} (über die API: `open`). Sonst gib den Routen ihr `auth` zurück. Nichts wurde geändert.',
        },
        switch: {
          sentence:
            'Tests veröffentlichter Prompts bestehen mit einem Modell nicht, das von nun an gefragt würde: {tests}.',
          expected: 'Antworten, wie die Tests sie verlangen, oder jedes dieser Modelle als gewollt genannt',
          fix: 'Behalte das Modell, oder veröffentliche eine Version, die mit dem anderen besteht. Ist es so gemeint, sage es: {names} (über die API: `switch`). Nichts wurde geändert.',
        },
        switch_untried: {
          sentence:
            'Auf diesen Modellen stehen mehr Tests veröffentlichter Prompts, als auf einmal laufen: {models}.',
          expected: 'weniger Modelle, die in einer Änderung wechseln, oder jedes davon als gewollt genannt',
          fix: 'Lass ein Modell nach dem anderen wechseln. Ist es ohne Tests gemeint, sage es: {names} (über die API: `switch`). Nichts wurde geändert.',
        },
        not_taken: {
          sentence: 'Die Konfiguration liest sich gut, lässt sich aber nicht übernehmen: {reason}',
          expected: 'eine, die jedes Gateway dieses Knotens übernimmt',
          fix: 'Behebe, was der Grund nennt; nirgends wurde etwas geändert.',
        },
      },
    },
    prompt_refused: {
      variants: {
        problem: {
          sentence: 'Der Prompt lässt sich so nicht übernehmen: {place}.',
          expected: '{allowed}',
          fix: '{mend}',
        },
        breaking: {
          sentence: 'Wer Version {version} aufruft, käme damit nicht zurecht: {places}.',
          expected: 'eine Definition, die alles annimmt, was angenommen wurde, und antwortet wie bisher',
          fix: 'Ist es so gemeint, mache daraus eine neue Hauptversion (`--major`; über die API: `major`); wer die bisherige aufruft, ruft weiter diese auf.',
        },
        tests: {
          sentence: 'Tests von Version {version} sind gescheitert: {tests}.',
          expected: 'Antworten, wie die Tests sie verlangen',
          fix: 'Siehe `signet prompt test`, und füge eine Version hinzu, die besteht. Nichts wurde veröffentlicht.',
        },
        canary: {
          sentence: 'Version {version} lässt sich nicht einem Teil derer geben, die {stable} bekommen.',
          expected: 'eine Version derselben Hauptversion, wo schon eine gilt',
          fix: 'Veröffentliche sie für alle, oder wähle eine derselben Hauptversion.',
        },
      },
    },
    prompt_changed: {
      sentence: 'Der Prompt {prompt} wurde inzwischen geändert.',
      expected: 'was da war, als dies verlangt wurde',
      actual: 'eine andere Version oder Veröffentlichung',
      fix: 'Sieh ihn dir an (`signet prompt show`), und wiederhole dies, wenn es noch stimmt.',
    },
    configuration_unknown: {
      sentence: 'Unter der Nummer {number} ist keine Konfiguration aufbewahrt.',
      expected: 'eine Nummer aus `signet config history`, oder 0 für die Datei',
      actual: '{number}',
      fix: 'Liste sie mit `signet config history` auf: die neuesten hundert sind aufbewahrt.',
    },
    model_provider_unknown: {
      sentence: 'Unter dem Namen {name} wurde kein Anbieter von Modellen hinzugefügt.',
      expected: 'der Name eines Anbieters, der mit `signet llm provider add` hinzugefügt wurde',
      actual: '{name}',
      fix: 'Liste sie mit `signet llm provider list` auf. Die der Konfiguration ändert man dort.',
    },
    model_provider_refused: {
      variants: {
        configured: {
          sentence: 'Die Konfiguration hat einen Anbieter von Modellen namens {name}, und der gilt.',
          expected: 'ein Name, den `llm.providers` nicht hat',
          actual: '{name}',
          fix: 'Wähle einen anderen Namen, oder nimm {name} aus `llm.providers`. Nichts wurde aufbewahrt.',
        },
        limit: {
          sentence: 'Es sind so viele Anbieter von Modellen hinzugefügt, wie es sein dürfen.',
          expected: 'höchstens {most}',
          actual: '{most}',
          fix: 'Entferne einen, der nicht mehr gebraucht wird: `signet llm provider remove NAME`.',
        },
      },
    },
    declaration_exists: {
      sentence: '{kind} {name} gibt es schon, gespeichert oder in der Konfiguration.',
      expected: 'ein freier Name',
      actual: '{name}',
      fix: 'Wähle einen anderen Namen, oder ändere, was da ist.',
    },
    declaration_unknown: {
      sentence: '{kind} {name} gibt es nicht.',
      expected: 'der Name von etwas, das angelegt ist',
      actual: '{name}',
      fix: 'Liste auf, was es gibt: `signet {kind} list`.',
    },
    declaration_configured: {
      sentence: '{kind} {name} steht in der Konfiguration und wird nur dort geändert.',
      expected: 'etwas, das durch Befehl oder API angelegt wurde',
      actual: 'etwas aus der Konfiguration',
      fix: 'Ändere es in signet.yaml; es gilt, sobald die Datei gespeichert ist.',
    },
    declaration_changed: {
      sentence: 'Was angelegt ist, wurde geändert, seit es gelesen wurde.',
      expected: 'der Stand, den `If-Match` nennt',
      actual: 'ein anderer Stand',
      fix: 'Lies es neu, und wiederhole die Änderung, wenn sie noch nötig ist.',
    },
    declaration_invalid: {
      sentence: 'Was angelegt werden soll, passt nicht bei {place}.',
      expected: '{allowed}',
      actual: '{found}',
      fix: '{mend}',
    },
    signing_key_unknown: {
      sentence: 'Kein Signaturschlüssel hat die ID {key}, oder er ist schon außer Dienst.',
      expected: 'die ID eines veröffentlichten Schlüssels',
      actual: '{key}',
      fix: 'Liste die Schlüssel mit `signet keys list` auf.',
    },
    api_key_not_found: {
      sentence: 'Kein API-Schlüssel hat die Id {id}.',
      expected: 'die Id eines API-Schlüssels',
      actual: '{id}',
      fix: 'Liste die Schlüssel mit `signet api-key list` auf.',
    },
    api_key_ended: {
      sentence:
        'Der API-Schlüssel {id} ist abgelaufen oder wurde widerrufen, und nichts tritt an seine Stelle.',
      expected: 'ein Schlüssel, der noch gültig ist',
      actual: 'einer, der vorbei ist',
      fix: 'Mache mit `signet api-key create` einen anderen.',
    },
    signing_key_too_new: {
      sentence:
        'Der Schlüssel {key} ist erst seit Kurzem veröffentlicht: Prüfer kennen ihn vielleicht noch nicht.',
      expected: 'ein Zeitpunkt nach {safe}',
      actual: '{now}',
      fix: 'Wechsle nach {safe} noch einmal. Im Notfall wartet `--dangerously-sign-at-once` nicht.',
    },
    signing_key_in_use: {
      variants: {
        signs: {
          sentence: 'Der Schlüssel {key} signiert die Tokens dieses Ausstellers.',
          expected: 'ein Schlüssel, der nicht signiert',
          actual: 'der Schlüssel, der signiert',
          fix: 'Lass zuerst mit `signet keys rotate` einen anderen Schlüssel signieren.',
        },
        live: {
          sentence: 'Tokens, die der Schlüssel {key} signiert hat, können bis {until} gültig sein.',
          expected: 'ein Zeitpunkt nach {until}',
          actual: '{now}',
          fix: 'Warte: Dann geht der Schlüssel von selbst außer Dienst. Wurde er gestohlen, weist `--dangerously-retire-live-key` diese Tokens sofort ab.',
        },
        secret: {
          sentence: 'Die API {api} hat schon das Geheimnis {key}.',
          expected: 'eine API ohne Geheimnis',
          actual: 'eine, die eines hat',
          fix: 'Wechsle es mit `signet api secret {api} --rotate`; ein Geheimnis wird nur einmal genannt.',
        },
        referenced: {
          sentence:
            'Die Konfiguration sagt, wo das Geheimnis der API {api} ist; mit einem Befehl wird keines gemacht.',
          expected: 'eine API ohne Eintrag in `identity.apiSecrets`',
          actual: 'einer für {audience}',
          fix: 'Lege ein anderes Geheimnis dorthin, wohin der Verweis führt, und sag `signet secrets refresh`; oder nimm den Eintrag heraus.',
        },
        only_secret: {
          sentence:
            'Der Schlüssel {key} ist das einzige Geheimnis der API {api}, und nach ihm könnte nichts signieren.',
          expected: 'eine API, die ihr nächstes Geheimnis schon hat',
          actual: 'kein anderes Geheimnis',
          fix: 'Mache das nächste mit `signet api secret {api} --rotate`, gib es der API, und widerrufe dieses noch einmal: von da an signiert das nächste.',
        },
        waits: {
          sentence: 'Der Schlüssel {key} ist als nächster veröffentlicht und signiert mit {algorithm}.',
          expected: 'kein anderer nächster Schlüssel, oder einer für {asked}',
          actual: '{algorithm}',
          fix: 'Nimm ihn mit `signet keys retire {key}` zurück und wechsle noch einmal; oder wechsle, ohne einen Algorithmus zu nennen.',
        },
      },
    },
    signing_keys_changed: {
      sentence: 'Jemand anderes hat die Signaturschlüssel zur selben Zeit geändert.',
      expected: 'die Schlüssel, wie sie zu Beginn waren',
      actual: 'andere',
      fix: 'Sieh sie mit `signet keys list` an und versuche es noch einmal, wenn es noch nötig ist.',
    },
    not_found: {
      fix: 'Sieh dir die Adresse an.',
      variants: {
        auth: { sentence: 'An dieser Adresse antwortet nichts auf diese Weise.' },
        admin_api: { sentence: 'Die Admin-API hat an dieser Adresse nichts.' },
        page: {
          sentence: 'Unter {method} {path} gibt es nichts.',
          fix: 'Sieh dir die Adresse an. API-Aufrufe gehen an das Gateway, das eine eigene Adresse hat.',
        },
        address: {
          sentence: 'An dieser Adresse gibt es nichts.',
          expected: 'ein Pfad in prozentkodiertem UTF-8 ohne Punktsegmente',
        },
      },
    },
  },
  phrases: {
    members: 'ein JSON-Objekt mit keinen anderen Einträgen als {of}',
    nothing_or_empty: 'kein Body, oder ein leeres JSON-Objekt',
    only_limit: 'kein anderer Parameter als limit',
    limit_and_after: 'keine anderen Parameter als limit und after',
    limit_and_before: 'keine anderen Parameter als limit und before',
    configuration_text: 'der Text einer Konfiguration, höchstens 1 MiB',
    instant: 'ein Zeitpunkt in ganzen Millisekunden seit 1970',
    model_provider:
      'der Name eines Anbieters: 1 bis 63 Kleinbuchstaben, Ziffern und Bindestriche, mit Buchstabe oder Ziffer am Anfang und am Ende',
    model_provider_kind: 'eine dieser Arten von Anbietern: {of}',
    model_provider_url:
      'eine https-Adresse ohne Benutzernamen, Passwort, Anfrage und Fragment (http nur zu dieser Maschine), die `openai-compatible` braucht',
    tool_server: 'der Name eines Servers für Werkzeuge, wie er in `mcp.servers` steht',
    tool_token: 'ein Token aus 8 bis 4096 sichtbaren Zeichen ohne Leerzeichen',
    model_provider_key: 'ein Schlüssel aus 8 bis 4096 sichtbaren Zeichen ohne Leerzeichen',
    configuration_number: 'die Nummer einer angewandten Konfiguration, wie `signet config history` sie zeigt',
    prompt_name: 'der Name eines Prompts: Kleinbuchstaben, Ziffern und Bindestriche',
    prompt_version: 'eine Version wie 1.4',
    prompt_canary: 'ein Anteil: 0 bis 100 Prozent, oder ein Claim mit seinen Werten',
    prompt_definition: 'ein Prompt als JSON-Objekt',
    switched_models:
      'Namen von Modellen, die wechseln dürfen, was auch immer Tests von Prompts sagen, höchstens 1000',
    opened_routes: 'Namen von Routen, die für alle geöffnet werden dürfen, höchstens 1000',
    attributes:
      'höchstens 32 Attribute (4 KiB), jedes ein Text von 256 Zeichen, eine Zahl, ein Wahrheitswert oder eine Liste von 32 Texten',
    api_key_claims:
      'höchstens 32 Claims (4 KiB), deren Namen kein Standard hat: jeder ein Text von 256 Zeichen, eine Zahl, ein Wahrheitswert oder eine Liste von 32 Texten',
    api_key_lifetime: 'eine ganze Zahl von Millisekunden von einer Minute bis zehn Jahren',
    users_query: 'keine anderen Parameter als limit, after, username, role, group und state',
    user_state: 'active oder disabled',
    role: 'eine Rolle aus 1 bis 128 sichtbaren Zeichen',
    declaration: 'ein Objekt, wie es in `signet.yaml` steht',
    group: 'der Name einer Gruppe: Kleinbuchstaben, Ziffern und Bindestriche',
    groups:
      'eine Liste von höchstens 64 Namen von Gruppen, jeder aus Kleinbuchstaben, Ziffern und Bindestrichen',
    organization:
      'der Name einer Organisation, Kleinbuchstaben, Ziffern und Bindestriche, oder ihre Kennung (org_…)',
    organization_name:
      'ein Name aus 1 bis 63 Kleinbuchstaben, Ziffern und Bindestrichen, am Rand kein Bindestrich',
    display_name: 'ein Text von 1 bis 120 Zeichen, die alle zu sehen sind',
    member_roles: 'eine Liste von höchstens 64 Rollen von 1 bis 128 sichtbaren Zeichen, ohne admin',
    preview_query: 'keine anderen Parameter als client, audience, roles, groups und organization',
    costs_query: 'keine anderen Parameter als by, since, until und limit',
    cost_label: 'der Name eines Merkmals wie model, subject oder team',
    kept_calls_query: 'keine anderen Parameter als route, since und limit',
    kept_route: 'die id einer Route mit 1 bis 64 Zeichen',
    rehearsal: 'eine id der Probe: 16 bis 64 Buchstaben, Ziffern, _ und -',
    rehearsal_most: 'ein Betrag von 1 bis 1.000.000.000.000 Millionsteln der Währung',
    rehearsal_currency: 'eine Währung aus drei Großbuchstaben wie USD',
    rehearsal_model: 'der Name eines Modells mit 1 bis 256 Zeichen',
    audit_query: 'keine anderen Parameter als limit, order, after, action, actor und target',
    audit_order: 'newest oder oldest',
    audit_action: 'eine Handlung des Prüfprotokolls, etwa sign_in.failed',
    audit_id: 'eine Kennung aus 1 bis 128 sichtbaren Zeichen',
    sequence: 'die laufende Nummer eines Eintrags',
    overlap: 'eine ganze Zahl von Millisekunden von 0 bis 30 Tage',
    limit: 'eine ganze Zahl von 1 bis 1000',
    identifier: 'eine Kennung wie {of}…',
    username:
      'ein Benutzername: 1 bis 64 aus a–z, 0–9, Punkt, Unterstrich, @ und Bindestrich, mit Buchstabe oder Ziffer am Anfang',
    password: 'ein Passwort aus 1 bis 256 Zeichen',
    code: 'ein Code aus 1 bis 64 Zeichen',
    audience: 'eine Audience aus 1 bis 512 sichtbaren Zeichen',
    scopes: 'eine Liste von höchstens 64 Scopes nach RFC 6749 §3.3',
    roles: 'eine Liste von höchstens 64 Rollen aus 1 bis 128 sichtbaren Zeichen',
    base64url: 'ein Text in base64url, und nicht länger als ein solcher ist',
    passkey: 'was der Browser zum Passkey geantwortet hat, als JSON',
    passkey_name: 'ein Name aus 1 bis 64 Zeichen',
    email: 'eine E-Mail-Adresse wie ada@example.org',
    link_token: 'die 43 Zeichen eines Links, der gemailt wurde',
    name_or_email: 'ein Benutzername oder eine E-Mail-Adresse',
    mail_language: 'eine dieser Sprachen: {of}',
    refresh_token: 'ein Refresh Token aus 1 bis 512 sichtbaren Zeichen',
    device_held: 'das `device` einer früheren Antwort',
    device_of_client: '`device` neben `client`, und nur dort',
    token_of_client: '`client` neben `refreshToken`, und keins allein',
    client_id:
      'eine client_id aus 1 bis 63 Kleinbuchstaben, Ziffern und Bindestrichen, mit Buchstabe oder Ziffer an beiden Enden',
    revocation_target: 'genau eines aus jti oder kid (mit oder ohne issuer), sid, sub und client_id',
    signature_algorithm: 'ein Algorithmus von diesen: {of}',
    fitting: 'ein Wert, der passt',
    nothing: 'nichts',
    null: 'null',
    list: 'eine Liste',
    text: 'ein Text',
    number: 'eine Zahl',
    boolean: 'ein Wahrheitswert',
    object: 'ein Objekt',
    something: 'etwas anderes',
    list_misfit: 'eine Liste, die nicht passt',
    text_misfit: 'ein Text, der nicht passt',
    number_misfit: 'eine Zahl, die nicht passt',
    boolean_misfit: 'ein Wahrheitswert, der nicht passt',
    object_misfit: 'ein Objekt, das nicht passt',
    member_too_many: 'ein Eintrag zu viel',
    members_too_many: 'zu viele Einträge',
  },
  titles: {
    token_malformed: 'Das Token lässt sich nicht lesen',
    token_oversized: 'Das Token ist zu groß',
    token_encrypted: 'Das Token ist verschlüsselt, wo ein signiertes nötig ist',
    alg_none: 'Das Token ist nicht signiert',
    alg_not_pinned: 'Der Signaturalgorithmus ist keiner, den dieser Schlüssel benutzen darf',
    alg_unsupported: 'Der Signaturalgorithmus wird hier nicht unterstützt',
    key_unknown: 'Kein vertrauter Schlüssel passt zum Token',
    signature_invalid: 'Die Signatur passt nicht zum Token',
    decryption_failed: 'Das Token lässt sich mit diesem Schlüssel nicht entschlüsseln',
    crit_unknown: 'Das Token verlangt eine Erweiterung, die nicht verstanden wird',
    type_unexpected: 'Das Token ist von anderer Art',
    claim_missing: 'Ein nötiger Claim fehlt',
    claim_invalid: 'Ein Claim hat einen unmöglichen Wert',
    issuer_unexpected: 'Das Token kommt von einem anderen Aussteller',
    audience_unexpected: 'Das Token ist für eine andere Audience bestimmt',
    token_expired: 'Das Token ist abgelaufen',
    token_not_yet_valid: 'Das Token gilt noch nicht',
    token_missing: 'Die Route braucht ein Token, und es kam keines',
    token_ambiguous: 'Es kam mehr als ein Token',
    token_in_query: 'Das Token kam in der Adresse',
    token_bound: 'Das Token ist an einen Schlüssel gebunden',
    token_inactive: 'Der Aussteller sagt, das Token ist nicht aktiv',
    token_revoked: 'Das Token wurde widerrufen',
    token_replayed: 'Das Token zählt einmal',
    api_key_missing: 'Die Route braucht einen API-Schlüssel, und es kam keiner',
    api_key_unknown: 'Der API-Schlüssel ist keiner, der hier gilt',
    api_key_expired: 'Der API-Schlüssel ist abgelaufen',
    api_key_revoked: 'Der API-Schlüssel wurde widerrufen',
    scope_missing: 'Dem Token fehlt ein Scope',
    role_missing: 'Dem Token fehlt eine Rolle',
    permission_missing: 'Dem Token fehlt eine Berechtigung',
    requirement_missing: 'Das Token erfüllt keine der Kombinationen, die die Route annimmt',
    condition_not_met: 'Eine Bedingung der Route gilt nicht',
    token_too_old: 'Das Token wurde vor zu langer Zeit ausgestellt',
    token_lifetime_too_long: 'Das Token lebt länger, als seinem Aussteller zugestanden ist',
    authentication_insufficient: 'Die Route verlangt eine stärkere oder neuere Anmeldung',
    rate_limited: 'Das Limit dieser Route ist erreicht',
    quota_spent: 'Das Kontingent dieses Tages oder Monats ist aufgebraucht',
    budget_exhausted: 'Das Budget dieser Minute, Stunde, dieses Tages oder Monats ist aufgebraucht',
    cost_unknown: 'Ein Budget gilt, und niemand weiß, was die Anfrage kosten kann',
    concurrency_limited: 'Zu viele Anfragen laufen gleichzeitig',
    check_refused: 'Eine Prüfung der Route lehnt den Aufruf ab',
    network_not_allowed: 'Die Route darf von dieser Adresse nicht aufgerufen werden',
    request_not_as_described: 'Die Anfrage ist nicht das, was die Route annimmt',
    media_type_refused: 'Der Body ist von einem Typ, den die Route nicht annimmt',
    preflight_refused: 'Seiten dieses Ursprungs dürfen das nicht',
    route_not_found: 'Keine Route passt zum Pfad',
    method_not_allowed: 'Die Route nimmt diese Methode nicht an',
    path_not_canonical: 'Der Pfad lässt sich auf zwei Weisen lesen',
    request_malformed: 'Die Anfrage lässt sich nicht auf nur eine Weise lesen',
    body_too_large: 'Der Body ist zu groß',
    header_too_large: 'Die Header sind zu groß',
    request_timeout: 'Die Anfrage hat zu lange gebraucht, um anzukommen',
    upgrade_not_supported: 'Upgrades werden nicht unterstützt',
    upstream_unreachable: 'Der Upstream ist nicht erreichbar',
    upstream_failed: 'Der Upstream hat seine Antwort abgebrochen',
    upstream_timeout: 'Der Upstream hat zu lange gebraucht',
    upstream_busy: 'Der Upstream hat keine freie Verbindung',
    upstream_resting: 'Der Upstream wird eine Weile in Ruhe gelassen',
    prompt_unknown: 'Diesen Prompt gibt es hier nicht',
    model_unknown: 'Nach diesem Modell lässt sich hier nicht fragen',
    model_answer_unknown: 'Eine solche Antwort ist für diesen Aufrufer nicht aufbewahrt',
    model_request_invalid: 'Das ist keine Anfrage an ein Modell',
    model_guarded: 'Ein Wächter der Route lässt das nicht durch',
    model_unavailable: 'Wer das Modell hat, antwortet nicht',
    mcp_request_invalid: 'Das ist keine Nachricht von MCP',
    mcp_method_unknown: 'Danach lässt sich dieser Server für Werkzeuge nicht fragen',
    mcp_tool_unknown: 'Ein solches Werkzeug gibt es für diesen Aufrufer nicht',
    mcp_session_unknown: 'Eine solche Sitzung gibt es für diesen Aufrufer nicht',
    mcp_token_needed: 'Du hast diesem Server für Werkzeuge kein eigenes Token gegeben',
    mcp_unavailable: 'Der Server für Werkzeuge antwortet nicht',
    key_not_trusted: 'Dem Schlüssel des Tokens ist nicht zu trauen',
    keys_unavailable: 'Die Schlüssel des Ausstellers sind nicht verfügbar',
    introspection_unavailable: 'Der Aussteller konnte nicht nach dem Token gefragt werden',
    revocation_stale: 'Die Liste der widerrufenen Token ist veraltet',
    limiter_unavailable: 'Der Zähler für Limits ist nicht erreichbar',
    ledger_unavailable: 'Das Kassenbuch der Budgets ist nicht erreichbar',
    check_unavailable: 'Eine Prüfung der Route konnte nicht gefragt werden',
    overloaded: 'Signet ist an seiner Grenze',
    client_closed: 'Der Client ging vor der Antwort',
    internal_error: 'In Signet ist etwas fehlgeschlagen',
    request_invalid: 'Der Body der Anfrage ist nicht das, was dieser Endpunkt annimmt',
    credentials_invalid: 'Name oder Passwort ist falsch',
    login_throttled: 'Zu viele fehlgeschlagene Anmeldungen',
    account_disabled: 'Das Konto ist gesperrt',
    password_change_required: 'Das Einmalpasswort muss ersetzt werden',
    second_factor_required: 'Ein Code des zweiten Faktors wird gebraucht',
    second_factor_wrong: 'Der Code stimmt nicht',
    second_factor_throttled: 'Zu viele falsche Codes',
    token_hook_failed: 'Was ein Token sagen soll, lässt sich nicht erfragen',
    signing_unavailable: 'Das Token kann jetzt nicht signiert werden',
    passkey_refused: 'Der Passkey stimmt nicht',
    passkey_not_added: 'Der Passkey kann nicht hinzugefügt werden',
    passkey_not_removed: 'Der Passkey ist der letzte Zugang und bleibt',
    passkey_unknown: 'Das Konto hat keinen solchen Passkey',
    factor_exists: 'Das Konto hat eine Authenticator-App',
    factor_unknown: 'Das Konto hat keine Authenticator-App',
    factor_enrolment_required: 'Zum Anmelden muss eine Authenticator-App hinzugefügt werden',
    factor_enrolment_over: 'Die Authenticator-App wurde vor zu langer Zeit begonnen',
    password_too_weak: 'Das neue Passwort ist zu leicht zu erraten',
    invitation_for_another: 'Die Einladung gilt einer anderen Adresse',
    link_unusable: 'Der Link gilt nicht mehr',
    email_taken: 'Ein anderes Konto hat diese Adresse',
    registration_closed: 'Konten gibt es hier nicht auf diesem Weg',
    user_code_unknown: 'Kein Gerät zeigt diesen Code',
    user_code_throttled: 'Zu viele Codes von Geräten waren falsch',
    registration_throttled: 'Es wurden zu viele Namen versucht',
    mail_throttled: 'Es wurden zu viele Mails verlangt',
    provider_unknown: 'Diesen Anbieter gibt es hier nicht',
    provider_unreachable: 'Der Anbieter kann nicht gefragt werden',
    provider_refused: 'Der Anbieter hat niemanden angemeldet',
    provider_answer_invalid: 'Die Antwort des Anbieters ist nicht zu glauben',
    provider_sign_in_over: 'In diesem Browser läuft keine Anmeldung über einen Anbieter',
    provider_account_missing: 'Zu dieser Anmeldung gehört hier kein Konto',
    email_sign_in_off: 'Hier meldet sich niemand per Mail an',
    email_sign_in_wrong: 'Der Code oder der Link der Mail ist nicht der richtige',
    email_sign_in_over: 'In diesem Browser läuft keine Anmeldung per Mail',
    tool_server_unknown: 'Kein solcher Server für Werkzeuge nimmt ein Token von dir',
    provider_link_refused: 'Der Anbieter wird nicht verbunden oder getrennt',
    proof_over: 'Wer du bist, muss neu gezeigt werden',
    administrator_needed: 'Der einzige Administrator bleibt',
    audience_not_allowed: 'Token für diese Audience werden hier nicht ausgestellt',
    origin_not_allowed: 'Die Anfrage kommt von einer anderen Website',
    client_not_native: 'Dieser Client bekommt kein Refresh Token im Inhalt',
    body_token_refused: 'Ein Refresh Token im Inhalt ist nicht für diesen Aufrufer',
    csrf_token_invalid: 'Die Seite hat nicht belegt, dass sie die Sitzung benutzen darf',
    refresh_token_missing: 'Es kam kein Refresh-Token',
    refresh_token_invalid: 'Das Refresh-Token ist nicht bekannt',
    refresh_token_expired: 'Das Refresh-Token ist abgelaufen',
    refresh_token_reused: 'Das Refresh-Token wurde schon benutzt; die Sitzung ist beendet',
    session_unknown: 'Eine solche Sitzung hat die Person nicht',
    session_ended: 'Die Sitzung ist beendet',
    token_request_invalid: 'Die Anfrage nach einem Token ist nicht eindeutig lesbar',
    client_invalid: 'Der Client hat nicht bewiesen, wer er ist',
    client_throttled: 'Zu viele falsche Nachweise eines Clients',
    client_not_allowed: 'Der Client darf auf diesem Weg keine Tokens bekommen',
    grant_type_unsupported: 'Diesen Weg zu einem Token gibt es hier nicht',
    scope_not_allowed: 'Diesen Scope darf der Client nicht haben',
    resource_not_allowed: 'Für diese API bekommt der Client keine Tokens',
    subject_token_invalid: 'Dieses Token kann nicht getauscht werden',
    dpop_proof_invalid: 'Der DPoP-Beweis gilt nicht',
    dpop_nonce_needed: 'Der DPoP-Beweis braucht eine Nonce des Ausstellers',
    response_type_unsupported: 'Eine solche Antwort auf eine Anmeldung gibt es hier nicht',
    device_pending: 'Noch niemand hat das Gerät zugelassen',
    device_too_fast: 'Das Gerät fragt zu oft',
    device_denied: 'Die Person hat das Gerät abgelehnt',
    device_expired: 'Der Code des Geräts ist vorbei',
    client_registration_off: 'Apps registrieren sich hier nicht selbst',
    registration_token_invalid: 'Das Token erlaubt diese Registrierung nicht',
    client_metadata_invalid: 'So lässt sich die App nicht registrieren',
    redirect_uri_invalid: 'Eine Adresse der App kann keine sein',
    software_statement_refused: 'Software Statements werden nicht angenommen',
    authorization_request_invalid: 'Die Bitte der App um eine Anmeldung kann nicht beantwortet werden',
    interaction_unknown: 'In diesem Browser läuft keine solche Anmeldung',
    sign_in_needed: 'Dafür muss sich die Person anmelden',
    code_invalid: 'Der Autorisierungscode passt nicht zu dieser Anfrage',
    code_reused: 'Der Autorisierungscode wurde schon benutzt; die Sitzung ist beendet',
    admin_required: 'Nur ein Administrator darf das',
    credential_mismatch: 'Der Nachweis wurde für eine andere Anfrage gemacht',
    account_exists: 'Ein Konto mit diesem Namen gibt es schon',
    account_unknown: 'Kein solches Konto',
    client_exists: 'Einen Client mit dieser ID gibt es schon',
    client_unknown: 'Kein solcher Client',
    client_configured: 'Der Client gehört zur Konfiguration',
    client_public: 'Ein öffentlicher Client hat kein Geheimnis',
    client_has_keys: 'Der Client weist sich durch einen Schlüssel aus',
    api_key_not_found: 'Kein solcher API-Schlüssel',
    api_key_ended: 'Der API-Schlüssel ist vorbei',
    account_changed: 'Jemand hat das Konto inzwischen geändert',
    client_changed: 'Jemand hat den Client inzwischen geändert',
    precondition_missing: 'Die Änderung muss nennen, was sie ändert',
    reference_unknown: 'Unter dieser Referenz ist keine Anfrage verzeichnet',
    revocation_target_invalid: 'Das ist nichts, was sich widerrufen lässt',
    organization_not_allowed: 'Keine Token dieser Organisation',
    model_provider_unknown: 'Kein solcher Anbieter von Modellen wurde hinzugefügt',
    model_provider_refused: 'Der Anbieter von Modellen lässt sich nicht hinzufügen',
    consent_unknown: 'Die Person hat für diese App nichts zugestimmt',
    organization_unknown: 'Keine solche Organisation',
    organization_exists: 'Die Organisation gibt es schon',
    organization_changed: 'Jemand hat die Organisation inzwischen geändert',
    member_unknown: 'Das Konto ist kein Mitglied der Organisation',
    member_exists: 'Das Konto ist schon Mitglied',
    invitation_unknown: 'Keine solche Einladung',
    invitation_limit: 'Zu viele Einladungen warten auf eine Antwort',
    membership_limit: 'Das Konto ist in zu vielen Organisationen',
    group_unknown: 'Keine solche Gruppe',
    configuration_changed: 'Jemand hat inzwischen eine andere Konfiguration angewandt',
    configuration_refused: 'Die Konfiguration lässt sich nicht anwenden',
    prompt_refused: 'Der Prompt lässt sich so nicht übernehmen',
    prompt_changed: 'Jemand hat den Prompt inzwischen geändert',
    configuration_unknown: 'Keine solche angewandte Konfiguration',
    declaration_exists: 'Das ist schon angelegt',
    declaration_unknown: 'Keine solche API, Rolle oder Gruppe',
    declaration_configured: 'Das gehört zur Konfiguration',
    declaration_changed: 'Jemand hat das inzwischen geändert',
    declaration_invalid: 'Das passt so nicht',
    signing_key_unknown: 'Kein solcher Signaturschlüssel',
    signing_key_too_new: 'Noch kann nicht jeder Prüfer diesen Schlüssel kennen',
    signing_key_in_use: 'Der Schlüssel wird gebraucht',
    signing_keys_changed: 'Jemand anderes hat die Schlüssel zur selben Zeit geändert',
    not_found: 'An dieser Adresse gibt es nichts',
    store_unavailable: 'Die Datenbank antwortet nicht',
    outcome_unknown: 'Ob die Änderung behalten wurde, ist nicht bekannt',
    node_too_old: 'Dieses Node.js ist zu alt',
    option_invalid: 'Eine Option oder Umgebungsvariable hat einen unmöglichen Wert',
    port_taken: 'Der Port ist belegt',
    data_folder_not_writable: 'Der Datenordner lässt sich nicht beschreiben',
    data_folder_in_use: 'Ein anderes Signet benutzt den Datenordner',
    master_key_missing: 'Der Hauptschlüssel fehlt',
    master_key_wrong: 'Der Hauptschlüssel öffnet die gespeicherten Schlüssel nicht',
    secret_unreadable: 'Ein Geheimnis, das die Konfiguration nennt, lässt sich nicht lesen',
    secret_exposed: 'Andere können die Datei eines Geheimnisses lesen',
    database_too_new: 'Die Datenbank stammt von einem neueren Signet',
    database_unreachable: 'Die Datenbank ist nicht erreichbar',
    redis_unreachable: 'Redis ist nicht erreichbar',
    configuration_invalid: 'Die Konfiguration hat Fehler',
    certificate_unreadable: 'Das Zertifikat oder sein Schlüssel lässt sich nicht lesen',
    certificate_key_exposed: 'Jeder auf diesem Rechner kann den Schlüssel des Zertifikats lesen',
    certificate_key_mismatch: 'Der Schlüssel gehört nicht zum Zertifikat',
    certificate_expired: 'Das Zertifikat gilt jetzt nicht',
    certificate_host_mismatch: 'Das Zertifikat gilt für andere Namen',
    places_unreadable: 'Die Datenbank der Orte lässt sich nicht lesen',
  },
  explanation: {
    questions: {
      'read-request': 'Lässt sich die Anfrage nur auf eine Weise lesen?',
      'match-route': 'Welche Route nimmt sie an?',
      'extract-token': 'Welches Token kam mit?',
      'verify-token': 'Ist dem Token zu glauben?',
      'check-revocation': 'Gilt das Token noch?',
      authorize: 'Trägt es, was die Route verlangt?',
      limit: 'Ist in den Budgets Platz?',
      'check-request': 'Ist die Anfrage, was die Route beschreibt?',
      'ask-webhook': 'Erlaubt die Prüfung der Route es?',
      forward: 'Was hat der Upstream gesagt?',
    },
    outcomes: {
      ok: 'ja',
      refused: 'abgelehnt',
      failed: 'fehlgeschlagen',
      'not-reached': 'nicht erreicht',
      'not-needed': 'nicht nötig',
    },
    notes: {
      next: '{first}. {second}',
      with: '{first}; {second}',
      'public-route': 'Die Route ist öffentlich',
      'nothing-asked': 'Die Route verlangt weder Scope noch Rolle',
      'no-limit': 'Die Route hat kein Limit',
      'no-token': 'Es kam kein Token, und die Route nimmt auch solche Anfragen an',
      'only-asked': 'Ein anderer Proxy leitet weiter: er hat nur gefragt',
      'answered-here': 'Die Route antwortet selbst',
      preflight: 'Ein Browser fragte, was seine Seite darf',
      dropped: 'Nicht weitergereicht, weil nur ein Gateway das sagen darf: {headers}',
      dropped_more: 'Nicht weitergereicht, weil nur ein Gateway das sagen darf: {headers} und {more} weitere',
      dropped_cookie:
        'Nicht weitergereicht, weil nur der Identity Provider es sehen darf: ein Cookie der Anmeldung',
      route: 'Route: {route}',
      token: 'Ein Bearer-Token in {source}',
      signed: 'Signiert von {issuer} mit {alg}',
      signed_by_key: 'Signiert von {issuer} mit {alg}, Schlüssel {kid}',
      checked: 'die Signatur wurde für diese Anfrage geprüft',
      remembered: 'die Signatur war von einer früheren Anfrage bekannt',
      active: '{issuer} nennt es aktiv',
      asked: 'der Aussteller wurde für diese Anfrage gefragt',
      answer_remembered: 'die Antwort war von einer früheren Anfrage bekannt',
      api_key: 'Ein API-Schlüssel in {source}',
      password: 'Ein Name mit seinem Passwort in {source}',
      known_key: 'Der API-Schlüssel {key}',
      key_looked_up: 'er wurde für diese Anfrage nachgeschlagen',
      key_remembered: 'er war von einer früheren Anfrage bekannt',
      known_machine: 'Die Maschine {machine}',
      password_checked: 'ihr Passwort wurde für diese Anfrage geprüft',
      password_remembered: 'ihr Passwort war von einer früheren Anfrage bekannt',
      used_now: 'Es zählt einmal und ist mit dieser Anfrage benutzt',
      not_revoked: 'Nicht widerrufen, nach {seconds} s alten Nachrichten',
      carries_scopes: 'Trägt die Scopes {scopes}',
      carries_role: 'Trägt eine der Rollen {roles}',
      carries_permissions: 'Trägt die Berechtigungen {permissions}',
      meets_requirements: 'Erfüllt {requirements}',
      meets_conditions: 'Erfüllt die Bedingungen {conditions}',
      breaks_condition: 'Von einer Bedingung gilt dies nicht: {part}',
      signed_in_how: 'Aus einer Anmeldung, die für den acr {acr} genügt',
      signed_in_when: 'Angemeldet vor höchstens {seconds} s',
      carries_both: 'Trägt die Scopes {scopes} und eine der Rollen {roles}',
      budget: 'Ein Budget von {budget}',
      left: '{left} übrig von {budget}',
      of_route: '{count} in {seconds} s für die ganze Route',
      of_address: '{count} in {seconds} s für jede Adresse',
      a_day: '{count} am Tag für jedes {by}',
      a_month: '{count} im Monat für jedes {by}',
      at_once: 'Höchstens {count} gleichzeitig für jedes {by}',
      of_claim: '{count} in {seconds} s für jeden Wert von {claim}',
      'webhook-allowed': '{host} hat es erlaubt, innerhalb von {ms} ms',
      'webhook-refused': '{host} hat es abgelehnt, innerhalb von {ms} ms',
      'webhook-busy': '{host} wird schon nach so vielen Aufrufen gefragt, wie es gleichzeitig sein dürfen',
      'webhook-timeout': '{host} gab innerhalb von {ms} ms keine ganze Antwort',
      'webhook-unreachable': '{host} war bis zum Ende seiner Antwort nicht zu erreichen, {ms} ms lang',
      'webhook-status': '{host} antwortete mit einem anderen Status als 200, innerhalb von {ms} ms',
      'webhook-unreadable':
        '{host} antwortete, was nicht eindeutig sagt, ob der Aufruf erlaubt ist, innerhalb von {ms} ms',
      'webhook-too-large': '{host} antwortete mehr, als gelesen wird, innerhalb von {ms} ms',
      'cache-hit': 'Beantwortet mit einer aufbewahrten Antwort, {seconds} s alt',
      'cache-stale': 'Beantwortet mit einer aufbewahrten Antwort, obwohl sie abgelaufen ist, {seconds} s alt',
      'cache-revalidated':
        'Beantwortet mit einer aufbewahrten Antwort: Ihr Upstream sagte, dass sie sich nicht geändert hat',
      'cache-miss': 'Nichts Passendes war aufbewahrt',
      'cache-pass': 'Für solche Anfragen wird nichts aufbewahrt',
      cache_kept: 'die Antwort wird aufbewahrt',
      model_asked: 'Gefragt wurde nach {asked}: {model} bei {provider} ({spoken})',
      model_tokens: '{input} Tokens hinein, {output} heraus',
      model_cost: 'das kostet {amount} {currency}',
      model_cost_unknown: 'was das kostet, ist nicht bekannt',
      model_kept: 'Beantwortet mit dem, was davon behalten war',
      model_saved: 'das hat {amount} {currency} gespart',
      model_passed_over: 'Zuvor: {targets}',
      model_lost: 'Nicht so weitergegeben, wie es kam: {lost}',
      model_guarded: 'Wächter haben etwas gefunden: {guarded}',
      spent_reserved: 'Vorgemerkt: {most}; in den Budgets bleiben {budgets}',
      spent_nowhere: 'Kein Budget zählt es',
      spent_booked: 'Gebucht: {booked}',
      spent_released: 'Nichts wurde ausgegeben',
      tool_server_asked: '{server} wurde nach {method} gefragt ({spoken})',
      tool_called: 'Das Werkzeug {tool} von {server} wurde aufgerufen ({spoken})',
      tool_digest: 'seine Definition ist {digest}',
      checked_parameters: 'Wie beschrieben: {count} Parameter',
      checked_body: 'Wie beschrieben: ein Body von {bytes} Bytes',
      answered: '{upstream} unter {target} hat mit {status} geantwortet',
      silent: '{upstream} unter {target} hat nicht geantwortet',
      again: 'Versuch {attempt}: {said}',
      context_given: 'dazu ging ein Kontext-Token',
      'token-forwarded': 'dazu ging das Token des Aufrufers',
      'token-kept-back':
        'das Token des Aufrufers ging nicht mit, weil es an einen Schlüssel gebunden oder ein API-Schlüssel ist',
      kept_back_cookie: 'das Cookie der Anmeldung, das er gesetzt hat, wurde nicht weitergereicht',
      unwell: 'Die Prüfungen von {targets} schlagen fehl',
      ejected: 'Zuletzt zu oft gescheitert: {targets}',
      retries_spent: 'Nicht noch einmal gesendet, weil es bei zu vielen Anfragen geschah',
      unreachable: 'Der Upstream nimmt keine Verbindung an',
      'closed-at-once': 'Der Upstream hat die Verbindung sofort geschlossen',
      'connect-timeout': 'Keine Verbindung innerhalb von {ms} ms',
      timeout: 'Der Upstream hat {ms} ms lang nichts gesendet',
      broken: 'Der Upstream hat die Verbindung geschlossen, bevor seine Antwort vollständig war',
      'not-passed-on': 'Die Antwort ließ sich nicht weiterreichen',
      malformed: 'Die Antwort lässt sich nicht auf genau eine Weise lesen',
      busy: 'Alle {connections} Verbindungen zum Upstream sind belegt',
      waited: 'Von {connections} Verbindungen zum Upstream wurde innerhalb von {ms} ms keine frei',
      aborted: 'Der Client hat seinen Body abgebrochen',
    },
    headlines: {
      forwarded: '{call} ging weiter an {upstream}, der mit {status} geantwortet hat.',
      refused: '{call} wurde mit {status} abgelehnt.',
      refusedBecause: '{call} wurde mit {status} abgelehnt: {reason}',
      failed: '{call} blieb mit {status} unbeantwortet.',
      failedBecause: '{call} blieb mit {status} unbeantwortet: {reason}',
      unreadable: 'Eine Anfrage, die sich nicht lesen ließ,',
      upstream: 'den Upstream',
    },
    facts: {
      signature: 'Signatur',
      issuer: 'Aussteller',
      subject: 'Subjekt',
      client: 'Client-ID',
      jti: 'Token-ID',
      session: 'Sitzung',
      kid: 'Schlüssel-ID',
      alg: 'Algorithmus',
      issued: 'Ausgestellt',
      expires: 'Läuft ab',
      at: 'Um',
      decidedBy: 'Entschieden von',
      route: 'Routenname',
      upstream: 'Upstream-Ziel',
      took: 'Dauer',
    },
    verified: 'geprüft',
    vouchedFor: 'nicht gesehen: Der Aussteller bürgt für das Token',
    shownKey: 'keine: Es ist ein API-Schlüssel, den Signet kennt',
    shownPassword: 'keine: Eine Maschine hat ihr Passwort gezeigt',
    notVerified: 'nicht geprüft: Was folgt, sagt es nur von sich selbst',
    noDate: 'kein Datum',
  },
};
