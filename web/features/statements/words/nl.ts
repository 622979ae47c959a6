import type { StatementWords } from './en.ts';

export const nl: StatementWords = {
  about: {
    title: 'Over Ricircolo',
    lead: 'Ricircolo laat zien waar spullen in gebruik blijven: plekken die repareren, uitlenen, weggeven, ruilen, tweedehands verkopen, navullen en recyclen. Het is een open gids, voor iedereen en zonder account.',
    origin: 'Waar het vandaan komt',
    originText: [
      'Twee initiatieven leidden hiertoe. In CECI, een project van Interreg Europe, wisselden acht partners uit zes regio’s goede voorbeelden uit over hoe je burgers betrekt bij circulaire diensten, zoals gereedschaps- en speelgoedbibliotheken en herstel.',
      'In Torino Social Impact komen organisaties uit Turijn samen in een praktijkgemeenschap over de circulaire economie.',
    ],
    data: 'Waar de gegevens vandaan komen',
    dataText:
      'Elke plek vermeldt wie wat zei, onder welke licentie en wanneer. Dit zijn de gemeenschappelijke bronnen.',
    sources: {
      places: 'De meeste plekken',
      reports: 'Enkele plekken in Turijn',
      towns: 'Steden en dorpen',
      borders: 'Grenzen en land',
      things: 'Namen van dingen',
      icons: 'Pictogrammen',
    },
    reportsNote: 'feiten die het project uit openbare verslagen haalde, CC0 1.0',
    honest: 'Wat we niet weten',
    honestText: [
      'Openingstijden die niemand ons heeft verteld, staan als niet bekend, nooit als gesloten. Weten we alleen wat zulke plekken in de regel bieden, dan schrijven we ‘meestal’.',
    ],
    open: 'Open voor iedereen',
    openText: [
      'Het programma is vrije software onder de openbare licentie van de Europese Unie 1.2. Iedereen mag het gebruiken voor een stad of regio. De gegevens zijn te lezen en te bevragen via dezelfde open interface die deze site gebruikt.',
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'Je kunt zoeken, kijken en plekken bewaren zonder account. We volgen je niet, tonen geen reclame en plaatsen daar geen cookies voor.',
    device: 'Wat je apparaat bewaart',
    deviceText: [
      'Sommige dingen bewaart je browser, alleen op je apparaat: de weergave die je koos, de plekken die je bewaarde en de laatste antwoorden, zodat je ze zonder verbinding kunt lezen. Wis de gegevens van deze site in je browser en ze zijn weg.',
      'Wat je zoekt staat in het adres van de pagina, zodat je het kunt delen. Zocht je rond je eigen plek, dan staat die er ook in: denk daaraan voor je het adres deelt.',
    ],
    server: 'Wat wij bewaren',
    serverText: [
      'Van een bezoek: niets wat zegt wie je bent. Je vragen, en waar je bent als je dat toestaat, komen bij deze server om beantwoord te worden en worden niet bewaard.',
      'Wordt de pagina van een plek geopend, dan tellen we één op bij een getal: hoe vaak die plek die dag is geopend. Van wie haar opende wordt niets bewaard, er wordt geen cookie gezet, en de getallen verdwijnen na 400 dagen. Wie een plek beheert, ziet het getal van de maand.',
      'Vertel je ons wat er aan een plek niet klopt of wat er ontbreekt, dan bewaren we je woorden, de datum en, als je het geeft, je e-mailadres. Moderatoren lezen ze; ze zijn nooit openbaar.',
      'Maak je een account, dan bewaren we je e-mailadres en wat je wijzigt, omdat elk feit zijn bron vermeldt.',
      'Voeg je foto’s toe, dan halen we eruit wat je toestel erin schreef, zoals waar je was. De naam die je bij een foto geeft is openbaar tot je die weghaalt of je account verwijdert.',
    ],
    others: 'Wie er nog meer iets gevraagd wordt',
    basemap: (host) =>
      `De achtergrondkaart komt van ${host}. Je browser vraagt daar de delen van de kaart op die je bekijkt, dus die ziet je internetadres en waar je kijkt.`,
    noBasemap: 'De achtergrondkaart komt van deze site. Je browser vraagt niemand anders iets.',
    othersText: [
      'Plaatsen en straten worden op deze server opgezocht.',
      'Links naar andere kaarten, naar sites van plekken en naar bronnen gaan alleen open als je ze kiest. Wat daar gebeurt, bepalen zij.',
    ],
    logs: 'Logboeken',
    logsText: [
      'De toepassing houdt geen lijst van bezoeken bij. Gaat er iets mis, dan noteert ze de fout, de tijd en het opgevraagde adres, niet wie het vroeg.',
      'Wie deze server beheert, kan ervoor een logboek van verbindingen bijhouden om hem te beschermen.',
    ],
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet Ricircolo kunnen gebruiken. Het volgt de richtlijnen voor toegankelijke webinhoud (WCAG) 2.2, niveau AA, en dus de eisen van EN 301 549 voor webpagina’s.',
    met: 'Waarop je kunt rekenen',
    metList: [
      'Alles kan zonder de kaart: de lijst noemt elke plek die de kaart toont.',
      'Alles kan met alleen het toetsenbord, en je ziet waar je bent.',
      'Schermlezers vinden namen voor alle bedieningen, koppen en gebieden, en melden wanneer de resultaten veranderen.',
      'Tekst en tekens houden contrast, licht en donker. Niets wordt alleen met kleur gezegd.',
      'Het werkt op een scherm van 320 pixels breed, met tekst op 200 procent, met meer ruimte in de tekst en in de kleuren die je systeem oplegt.',
      'Niets beweegt als je apparaat om minder beweging vraagt.',
      'Tekst in een andere taal dan de pagina zegt dat, tegen mensen en tegen schermlezers.',
    ],
    tested: 'Hoe het getest is',
    testedText: [
      'We beoordelen het zelf. Bij elke wijziging lopen automatische tests: axe bekijkt alle schermen en toestanden, licht en donker, op een telefoon en op een groot scherm, en er wordt gezocht met alleen het toetsenbord in een echte browser (Chromium).',
    ],
    limits: 'Wat nog niet goed genoeg is',
    limitsList: [
      'Mensen met een beperking en deskundigen hebben het nog niet getest, en het is niet met een schermlezer geprobeerd.',
      'De kaart zelf is een beeld. De tekens erop bereik je niet één voor één met het toetsenbord; gebruik de lijst.',
      'Wat bronnen over een plek zeggen, staat er zoals zij het schreven: het kan moeilijk zijn of in een andere taal.',
      'Van veel plekken is niet bekend of ze drempelvrij zijn.',
      'De werkbank voor de API is door anderen gemaakt en volgt niet alle richtlijnen.',
    ],
    report: 'Vertel het ons',
    reportText:
      'Houdt iets je tegen om Ricircolo te gebruiken, vertel het ons. Elke plek heeft een formulier voor wat er niet klopt; je woorden komen bij wie deze site beheert.',
    reportEmail: (address) => `Of schrijf naar ${address}.`,
    reviewed: (date) => `Deze verklaring is voor het laatst nagekeken op ${date}.`,
  },
};
