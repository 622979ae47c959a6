import type { FreshnessWords } from './model.ts';

export const fi: FreshnessWords = {
  subject: 'Onko {name} yhä sellainen kuin näytämme?',
  question:
    'Huolehdit paikasta {name} Ricircolossa. Kukaan ei ole vuoteen tarkistanut, pitääkö siitä kerrottu yhä paikkansa.',
  why: 'Ihmiset lähtevät liikkeelle kartan perusteella. Yksi napsautus kertoo, että siihen voi luottaa.',
  stillTrue: 'Kaikki pitää yhä paikkansa',
  changed: 'Jokin on muuttunut',
  closed: 'Paikka on suljettu lopullisesti',
  holds: 'Linkit ovat voimassa 60 päivää ja vievät sivulle, jolla vahvistat vastauksesi.',
  ignore: 'Ilman vastausta kartta kertoo, ettei paikkaa ole pitkään aikaan tarkistettu.',
};
