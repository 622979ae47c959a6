import type { FreshnessWords } from './en.ts';

export const words: FreshnessWords = {
  stillRight: {
    title: 'Pitääkö se yhä paikkansa?',
    lead: 'Kysyimme sähköpostitse, onko paikka, josta huolehdit, yhä sellainen kuin näytämme.',
    question: (place) => `Onko ${place} yhä sellainen kuin näytämme?`,
    answers: {
      STILL_TRUE: 'Kaikki pitää yhä paikkansa',
      CHANGED: 'Jokin on muuttunut',
      CLOSED: 'Se on suljettu lopullisesti',
    },
    done: {
      STILL_TRUE: 'Kiitos. Nyt näkyy, että paikka on tarkistettu tänään.',
      CHANGED: 'Kiitos. Kerro, mikä on muuttunut, tai kirjaudu sisään ja muuta se itse.',
      CLOSED:
        'Kiitos. Paikka näkyy nyt lopullisesti suljettuna. Jos se oli virhe, kirjaudu sisään ja avaa se uudelleen.',
    },
    invalid:
      'Linkki ei ole enää voimassa, tai et enää huolehdi tästä paikasta. Kirjaudu sisään hoitaaksesi paikkojasi.',
    failed: 'Vastaus ei tullut perille. Yritä uudelleen.',
    tell: 'Kerro, mikä on muuttunut',
    openPlace: 'Katso paikkaa',
  },
  worklist: {
    title: 'Tarkistettavia paikkoja lähelläsi',
    lead: 'Kartta on niin hyvä kuin sen viimeisin tarkistus. Näitä paikkoja jonkun pitäisi katsoa: poikkea, soita tai avaa niiden sivusto ja kerro, mitä huomasit.',
    where: 'Kaupunki tai katu',
    search: 'Näytä',
    nearMe: 'Lähelläni',
    notFound: 'Emme tunne sellaista kaupunkia tai katua.',
    around: (name) => `Lähellä: ${name}`,
    yourPosition: 'sijaintisi',
    none: 'Täällä ei ole tarkistettavaa. Kokeile toista kaupunkia.',
    failed: 'Luettelo ei latautunut. Yritä uudelleen.',
    list: 'Tarkistettavat paikat',
    reasons: {
      WEBSITE_GONE: 'Sivusto ei vastaa',
      NO_ANSWER: 'Paikasta huolehtiva ei ole vastannut meille',
      STALE: 'Tarkistamatta yli kaksi vuotta',
      AGEING: 'Tarkistamatta yli vuoden',
      NEVER_CHECKED: 'Ei koskaan tarkistettu paikan päällä',
    },
    goneSince: (date) => `Sivusto ei ole vastannut ${date} jälkeen`,
    tell: 'Jokin on vialla',
  },
};
