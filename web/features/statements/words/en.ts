/** English, and the shape of the other languages' words. */
export const en = {
  about: {
    title: 'About Ricircolo',
    lead: 'Ricircolo shows where things go on being used: places that repair, lend, give, swap, sell second hand, refill and recycle. It is an open directory, for everybody and without an account.',
    origin: 'Where it comes from',
    originText: [
      'Two pieces of work led here. In CECI, a project of Interreg Europe, eight partners of six regions exchanged good practices on involving citizens in circular services, such as tool and toy libraries and repair.',
      'In Torino Social Impact, organisations of Torino meet in a community of practice on the circular economy.',
    ],
    data: 'Where the data come from',
    dataText: 'Every place names who said what, under which licence, and when. The common sources are these.',
    sources: {
      places: 'Most places',
      reports: 'Some places of Torino',
      towns: 'Towns',
      borders: 'Borders and land',
      things: 'Words for things',
      icons: 'Icons',
    },
    reportsNote: 'facts noted by the project from public reports, CC0 1.0',
    honest: 'What we do not know',
    honestText: [
      'Hours that nobody told us are shown as not known, never as closed. Where we only know what such places offer as a rule, we say “usually”.',
    ],
    open: 'Open to all',
    openText: [
      'The program is free software under the European Union Public Licence 1.2. Anyone may run it for a town or a region. The data can be read and queried through the same open interface that this site uses.',
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'You can search, look and save places without an account. We do not follow you, show no advertising and set no cookies for that.',
    device: 'What your device keeps',
    deviceText: [
      'Some things are kept by your browser, on your device only: the appearance you chose, the places you saved, and the last answers, so that they can be read without a connection. Delete this site’s data in your browser and they are gone.',
      'What you look for stands in the address of the page, so that you can share it. If you searched around your own position, the position stands there too: think of it before you share the address.',
    ],
    server: 'What we keep',
    serverText: [
      'Of a visit: nothing that says who you are. Your questions, and your position if you allow it, reach this server to be answered, and are not kept.',
      'When the page of a place is opened, we add one to a number: how often that place was opened on that day. Nothing of who opened it is kept, no cookie is set, and the numbers go after 400 days. Who looks after a place sees its number of the month.',
      'If you tell us what is wrong about a place or what is missing, we keep your words, the date and, if you give it, your e-mail address. Moderators read them; they are never public.',
      'If you make an account, we keep your e-mail address and what you change, because every fact names its source.',
      'If you add photos, what your device wrote into them, such as where you were, is left out. The name that you give with a photo is public until you remove it or delete your account.',
    ],
    others: 'Who else is asked',
    basemap: (host: string) =>
      `The background map comes from ${host}. Your browser asks it for the parts of the map you look at, so it sees your internet address and where you look.`,
    noBasemap: 'The background map comes from this site. Your browser asks nobody else.',
    othersText: [
      'Towns and streets are looked up on this server.',
      'Links to other maps, to places’ own sites and to sources are opened only when you choose them. What happens there is up to them.',
    ],
    logs: 'Logs',
    logsText: [
      'The application keeps no list of visits. When something fails it notes the error, the time and the address that was asked for, not who asked.',
      'Whoever runs this server may keep a log of connections in front of it, to protect it.',
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Ricircolo is to be usable by everybody. It follows the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and so the requirements of EN 301 549 for web pages.',
    met: 'What you can count on',
    metList: [
      'Everything can be done without the map: the list names every place that the map shows.',
      'Everything can be done with the keyboard alone, and the focus can be seen.',
      'Screen readers get names for all controls, headings, landmarks, and are told when the results change.',
      'Text and signs keep their contrast in light and dark. Nothing is told by colour alone.',
      'It works on a screen 320 pixels wide, with text at 200 per cent, with wider text spacing, and in the colours that your system forces.',
      'Nothing moves if your device asks for less motion.',
      'Text in another language than the page’s says so, for people and for screen readers.',
    ],
    tested: 'How it was tested',
    testedText: [
      'We assess it ourselves. Automatic tests run on every change: axe looks at all screens and states in light and dark, on a phone and on a large screen, and searches are made by keyboard alone in a real browser (Chromium).',
    ],
    limits: 'What is not good enough yet',
    limitsList: [
      'No people with disabilities and no experts have tested it yet, and it has not been tried with a screen reader.',
      'The map itself is a picture. Its marks cannot be reached with the keyboard one by one; use the list.',
      'What sources say of a place is shown as they wrote it, and may be hard to read or not in your language.',
      'Step-free access of many places is not known.',
      'The workbench for the API was made by others and does not meet all of the guidelines.',
    ],
    report: 'Tell us',
    reportText:
      'If something keeps you from using Ricircolo, tell us. Every place has a form for what is wrong; its words reach the people who run this site.',
    reportEmail: (address: string) => `Or write to ${address}.`,
    reviewed: (date: string) => `This statement was last looked over on ${date}.`,
  },
};

export type StatementWords = typeof en;
