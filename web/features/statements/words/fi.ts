import type { StatementWords } from './en.ts';

export const fi: StatementWords = {
  about: {
    title: 'Tietoa Ricircolosta',
    lead: 'Ricircolo näyttää, missä tavarat pysyvät käytössä: paikat, jotka korjaavat, lainaavat, antavat, vaihtavat, myyvät käytettyä, täyttävät ja kierrättävät. Se on avoin hakemisto, kaikille ja ilman käyttäjätiliä.',
    origin: 'Mistä se on lähtöisin',
    originText: [
      'Tähän johti kaksi hanketta. CECIssä, Interreg Europen hankkeessa, kahdeksan kumppania kuudelta alueelta vaihtoi hyviä käytäntöjä siitä, miten kansalaiset saadaan mukaan kiertotalouden palveluihin, kuten työkalu- ja lelukirjastoihin ja korjaamiseen.',
      'Torino Social Impactissa torinolaiset järjestöt kokoontuvat kiertotalouden käytäntöyhteisöksi.',
    ],
    data: 'Mistä tiedot tulevat',
    dataText: 'Jokainen paikka kertoo, kuka sanoi mitä, millä lisenssillä ja milloin. Yhteiset lähteet ovat nämä.',
    sources: {
      places: 'Useimmat paikat',
      reports: 'Muutamat Torinon paikat',
      towns: 'Paikkakunnat',
      borders: 'Rajat ja maa-alueet',
      things: 'Tavaroiden nimet',
      icons: 'Kuvakkeet',
    },
    reportsNote: 'hankkeen julkisista raporteista kirjaamia tietoja, CC0 1.0',
    honest: 'Mitä emme tiedä',
    honestText: [
      'Aukioloajat, joita kukaan ei ole kertonut, näytetään tuntemattomina, ei koskaan suljettuna. Kun tiedämme vain, mitä tällaiset paikat tavallisesti tarjoavat, kirjoitamme ”yleensä”.',
    ],
    open: 'Avoin kaikille',
    openText: [
      'Ohjelma on vapaa ohjelmisto Euroopan unionin yleisen lisenssin 1.2 ehdoin. Kuka tahansa saa käyttää sitä kaupungille tai alueelle. Tietoja voi lukea ja hakea samalla avoimella rajapinnalla, jota tämä sivusto käyttää.',
    ],
  },
  privacy: {
    title: 'Tietosuoja',
    lead: 'Voit hakea, katsella ja tallentaa paikkoja ilman käyttäjätiliä. Emme seuraa sinua, emme näytä mainoksia emmekä käytä evästeitä niihin.',
    device: 'Mitä laitteesi säilyttää',
    deviceText: [
      'Selaimesi säilyttää joitakin asioita vain omalla laitteellasi: valitsemasi ulkoasun, tallentamasi paikat ja viimeisimmät vastaukset, jotta niitä voi lukea ilman yhteyttä. Kun poistat tämän sivuston tiedot selaimesta, ne katoavat.',
      'Hakusi on sivun osoitteessa, jotta voit jakaa sen. Jos hait oman sijaintisi ympäriltä, sijaintikin on osoitteessa: muista se ennen kuin jaat osoitteen.',
    ],
    server: 'Mitä me säilytämme',
    serverText: [
      'Käynnistä: ei mitään, mikä kertoisi kuka olet. Kysymyksesi, ja sijaintisi jos sallit sen, tulevat tälle palvelimelle vastausta varten, eikä niitä säilytetä.',
      'Kun paikan sivu avataan, lisäämme yhden lukuun: montako kertaa paikka avattiin sinä päivänä. Avaajasta ei jää mitään, evästettä ei aseteta, ja luvut poistetaan 400 päivän kuluttua. Paikasta huolehtiva näkee sen kuukauden luvun.',
      'Jos kerrot, mikä paikassa on pielessä tai mitä puuttuu, säilytämme sanasi, päivämäärän ja sähköpostiosoitteesi, jos annat sen. Ylläpitäjät lukevat ne; ne eivät ole koskaan julkisia.',
      'Jos luot käyttäjätilin, säilytämme sähköpostiosoitteesi ja sen, mitä muutat, koska jokainen tieto nimeää lähteensä.',
      'Jos lisäät kuvia, poistamme sen, mitä laitteesi on niihin kirjoittanut, kuten kuvauspaikan. Kuvan yhteydessä antamasi nimi on julkinen, kunnes poistat sen tai tilisi.',
    ],
    others: 'Keneltä muulta kysytään',
    basemap: (host) =>
      `Taustakartta tulee osoitteesta ${host}. Selaimesi pyytää sieltä katsomasi kartan osat, joten se näkee internetosoitteesi ja sen, mitä katsot.`,
    noBasemap: 'Taustakartta tulee tältä sivustolta. Selaimesi ei kysy keneltäkään muulta.',
    othersText: [
      'Paikkakunnat ja kadut haetaan tältä palvelimelta.',
      'Linkit muihin karttoihin, paikkojen omille sivuille ja lähteisiin avautuvat vain, kun valitset ne. Siitä, mitä siellä tapahtuu, vastaavat ne itse.',
    ],
    logs: 'Lokit',
    logsText: [
      'Sovellus ei pidä luetteloa käynneistä. Kun jokin epäonnistuu, se merkitsee muistiin virheen, ajan ja pyydetyn osoitteen, ei sitä, kuka pyysi.',
      'Palvelimen ylläpitäjä voi pitää sen edessä lokia yhteyksistä suojatakseen sitä.',
    ],
  },
  accessibility: {
    title: 'Saavutettavuus',
    lead: 'Ricircolon on tarkoitus sopia kaikille. Se noudattaa verkkosisällön saavutettavuusohjeita (WCAG) 2.2, taso AA, ja siten standardin EN 301 549 vaatimuksia verkkosivuille.',
    met: 'Mihin voit luottaa',
    metList: [
      'Kaiken voi tehdä ilman karttaa: luettelo nimeää jokaisen paikan, jonka kartta näyttää.',
      'Kaiken voi tehdä pelkällä näppäimistöllä, ja kohdistus näkyy.',
      'Ruudunlukijat saavat nimet kaikille ohjaimille, otsikot ja sivun alueet, ja ne kertovat, kun tulokset muuttuvat.',
      'Tekstin ja merkkien kontrasti säilyy vaaleana ja tummana. Mitään ei kerrota pelkällä värillä.',
      'Palvelu toimii 320 pikselin levyisellä näytöllä, tekstin ollessa 200 prosenttia, väljemmällä tekstillä ja järjestelmän pakottamilla väreillä.',
      'Mikään ei liiku, jos laitteesi pyytää vähemmän liikettä.',
      'Teksti, joka on muulla kielellä kuin sivu, kertoo sen ihmisille ja ruudunlukijoille.',
    ],
    tested: 'Miten se on testattu',
    testedText: [
      'Arvioimme sen itse. Jokaisen muutoksen yhteydessä ajetaan automaattiset testit: axe tutkii kaikki näkymät ja tilat vaaleana ja tummana, puhelimella ja suurella näytöllä, ja hakuja tehdään pelkällä näppäimistöllä oikeassa selaimessa (Chromium).',
    ],
    limits: 'Mikä ei ole vielä riittävän hyvää',
    limitsList: [
      'Vammaiset ihmiset ja asiantuntijat eivät ole vielä testanneet sitä, eikä sitä ole kokeiltu ruudunlukijalla.',
      'Kartta itsessään on kuva. Sen merkkeihin ei pääse näppäimistöllä yksitellen; käytä luetteloa.',
      'Lähteiden kertoma näytetään niin kuin ne sen kirjoittivat: se voi olla vaikeaa tai muulla kielellä.',
      'Monen paikan esteettömyyttä ei tiedetä.',
      'Rajapinnan työpöytä on muiden tekemä, eikä se noudata kaikkia ohjeita.',
    ],
    report: 'Kerro meille',
    reportText:
      'Jos jokin estää sinua käyttämästä Ricircoloa, kerro meille. Jokaisella paikalla on lomake, jolla voi kertoa, mikä on pielessä; sanasi tulevat tämän sivuston ylläpitäjille.',
    reportEmail: (address) => `Tai kirjoita osoitteeseen ${address}.`,
    reviewed: (date) => `Tämä seloste on viimeksi tarkistettu ${date}.`,
  },
};
