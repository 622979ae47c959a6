import type { StatementWords } from './en.ts';

export const cs: StatementWords = {
  about: {
    title: 'O projektu Ricircolo',
    lead: 'Ricircolo ukazuje, kde věci slouží dál: místa, která opravují, půjčují, darují, vyměňují, prodávají z druhé ruky, prodávají bez obalu a recyklují. Je to otevřený adresář, pro všechny a bez účtu.',
    origin: 'Odkud pochází',
    originText: [
      'Vedly k němu dvě cesty. V CECI, projektu Interreg Europe, si osm partnerů ze šesti regionů vyměňovalo dobré příklady toho, jak zapojit občany do oběhových služeb, jako jsou půjčovny nářadí a hraček a opravy.',
      'V Torino Social Impact se organizace z Turína scházejí v pracovním společenství k oběhovému hospodářství.',
    ],
    data: 'Odkud jsou údaje',
    dataText: 'U každého místa je uvedeno, kdo co řekl, pod jakou licencí a kdy. Společné zdroje jsou tyto.',
    sources: {
      places: 'Většina míst',
      reports: 'Některá místa v Turíně',
      towns: 'Obce',
      borders: 'Hranice a pevnina',
      things: 'Názvy věcí',
      icons: 'Ikony',
    },
    reportsNote: 'údaje, které projekt zapsal z veřejných zpráv, CC0 1.0',
    honest: 'Co nevíme',
    honestText: [
      'Otevírací doba, kterou nám nikdo neřekl, je uvedena jako neznámá, nikdy jako zavřeno. Víme-li jen, co taková místa běžně nabízejí, píšeme „obvykle“.',
    ],
    open: 'Otevřené všem',
    openText: [
      'Program je svobodný software pod veřejnou licencí Evropské unie 1.2. Kdokoli jej může provozovat pro město nebo region. Údaje lze číst a dotazovat stejným otevřeným rozhraním, které používá tento web.',
    ],
  },
  privacy: {
    title: 'Soukromí',
    lead: 'Hledat, prohlížet a ukládat místa můžete bez účtu. Nesledujeme vás, neukazujeme reklamu a nepoužíváme k tomu cookies.',
    device: 'Co si pamatuje vaše zařízení',
    deviceText: [
      'Některé věci si pamatuje váš prohlížeč, jen na vašem zařízení: zvolený vzhled, místa, která jste si uložili, a poslední odpovědi, abyste je mohli číst bez připojení. Smažte v prohlížeči data tohoto webu a zmizí.',
      'Co hledáte, je v adrese stránky, abyste ji mohli sdílet. Hledali-li jste kolem sebe, je v ní i vaše poloha: myslete na to, než adresu pošlete dál.',
    ],
    server: 'Co uchováváme my',
    serverText: [
      'Z návštěvy nic, co by říkalo, kdo jste. Vaše dotazy, a vaše poloha, pokud to dovolíte, přijdou na tento server kvůli odpovědi a neukládají se.',
      'Když se otevře stránka místa, přičteme k číslu jedna: kolikrát bylo místo ten den otevřeno. O tom, kdo ji otevřel, se neukládá nic, nenastavuje se žádná cookie a čísla se po 400 dnech mažou. Kdo se o místo stará, vidí jeho číslo za měsíc.',
      'Když nám sdělíte, co u místa není v pořádku nebo co chybí, uchováme vaše slova, datum a e-mailovou adresu, pokud ji uvedete. Čtou je moderátoři; nikdy nejsou veřejné.',
      'Když si založíte účet, uchováme vaši e-mailovou adresu a to, co změníte, protože u každého údaje je jeho zdroj.',
      'Když přidáte fotografie, odstraníme z nich, co do nich zapsalo vaše zařízení, například kde jste byli. Jméno, které u fotografie uvedete, je veřejné, dokud ho neodstraníte nebo nezrušíte účet.',
    ],
    others: 'Koho dalšího se ptáme',
    basemap: (host) =>
      `Podkladová mapa pochází z ${host}. Váš prohlížeč si od něj žádá části mapy, na které se díváte; vidí tedy vaši internetovou adresu a kam se díváte.`,
    noBasemap: 'Podkladová mapa pochází z tohoto webu. Váš prohlížeč se nikoho dalšího neptá.',
    othersText: [
      'Obce a ulice se hledají na tomto serveru.',
      'Odkazy na jiné mapy, na weby míst a na zdroje se otevřou, jen když je zvolíte. Co se děje tam, je na nich.',
    ],
    logs: 'Záznamy',
    logsText: [
      'Aplikace nevede seznam návštěv. Když něco selže, zapíše chybu, čas a adresu, o kterou šlo, ne kdo o ni žádal.',
      'Provozovatel serveru může před ním vést záznam připojení, aby jej chránil.',
    ],
  },
  accessibility: {
    title: 'Přístupnost',
    lead: 'Ricircolo má být použitelné pro každého. Řídí se pravidly pro přístupnost obsahu webu (WCAG) 2.2, úroveň AA, a tím i požadavky normy EN 301 549 na webové stránky.',
    met: 'Na co se můžete spolehnout',
    metList: [
      'Vše lze udělat bez mapy: seznam uvádí každé místo, které mapa ukazuje.',
      'Vše lze udělat jen klávesnicí a je vidět, kde právě jste.',
      'Čtečky obrazovky najdou názvy všech ovládacích prvků, nadpisy a části stránky a oznámí, když se výsledky změní.',
      'Text a značky mají dost kontrastu ve světlém i tmavém vzhledu. Nic není řečeno jen barvou.',
      'Funguje na obrazovce široké 320 pixelů, s textem na 200 procent, s většími mezerami v textu i v barvách vynucených systémem.',
      'Nic se nehýbe, pokud vaše zařízení žádá méně pohybu.',
      'Text v jiném jazyce než stránka to říká lidem i čtečkám obrazovky.',
    ],
    tested: 'Jak to bylo vyzkoušeno',
    testedText: [
      'Hodnotíme to sami. Při každé změně běží automatické testy: axe prohlíží všechny obrazovky a stavy ve světlém i tmavém vzhledu, na telefonu i na velké obrazovce, a hledá se jen klávesnicí ve skutečném prohlížeči (Chromium).',
    ],
    limits: 'Co zatím není dost dobré',
    limitsList: [
      'Zatím to nezkoušeli lidé s postižením ani odborníci a nebylo to vyzkoušeno se čtečkou obrazovky.',
      'Mapa sama je obrázek. Na její značky se klávesnicí nedostanete po jedné; použijte seznam.',
      'Co o místě říkají zdroje, je uvedeno tak, jak to napsaly: může to být těžké čtení nebo v jiném jazyce.',
      'U mnoha míst se neví, zda jsou tam schody.',
      'Nástroj pro zkoušení API vytvořil někdo jiný a nesplňuje všechna pravidla.',
    ],
    report: 'Řekněte nám to',
    reportText:
      'Brání-li vám něco v používání Ricircola, řekněte nám to. Každé místo má formulář pro to, co není v pořádku; vaše slova se dostanou k provozovatelům tohoto webu.',
    reportEmail: (address) => `Nebo napište na ${address}.`,
    reviewed: (date) => `Toto prohlášení bylo naposledy zkontrolováno ${date}.`,
  },
};
