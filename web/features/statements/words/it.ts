import type { StatementWords } from './en.ts';

export const it: StatementWords = {
  about: {
    title: 'Che cos’è Ricircolo',
    lead: 'Ricircolo mostra dove le cose continuano a servire: posti che riparano, prestano, regalano, scambiano, vendono usato, vendono sfuso e riciclano. È un elenco aperto, per tutti e senza registrarsi.',
    origin: 'Da dove nasce',
    originText: [
      'Due lavori hanno portato qui. In CECI, un progetto di Interreg Europe, otto partner di sei regioni si sono scambiati buone pratiche su come coinvolgere i cittadini nei servizi circolari, come oggettoteche, ludoteche e riparazione.',
      'In Torino Social Impact, organizzazioni di Torino si incontrano in una comunità di pratica sull’economia circolare.',
    ],
    data: 'Da dove vengono i dati',
    dataText: 'Ogni posto dice chi ha detto che cosa, con quale licenza e quando. Le fonti comuni sono queste.',
    sources: {
      places: 'Quasi tutti i posti',
      reports: 'Alcuni posti di Torino',
      towns: 'Città',
      borders: 'Confini e terre',
      things: 'Nomi degli oggetti',
      icons: 'Icone',
    },
    reportsNote: 'fatti annotati dal progetto da resoconti pubblici, CC0 1.0',
    honest: 'Quello che non sappiamo',
    honestText: [
      'Gli orari che nessuno ci ha detto appaiono come non noti, mai come chiuso. Dove sappiamo solo che cosa offrono di norma posti così, scriviamo “di solito”.',
    ],
    open: 'Aperto a tutti',
    openText: [
      'Il programma è software libero con la Licenza pubblica dell’Unione europea 1.2. Chiunque può usarlo per una città o una regione. I dati si leggono e si interrogano con la stessa interfaccia aperta che usa questo sito.',
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'Puoi cercare, guardare e salvare posti senza registrarti. Non ti seguiamo, non mostriamo pubblicità e non usiamo cookie per farlo.',
    device: 'Che cosa tiene il tuo dispositivo',
    deviceText: [
      'Alcune cose le tiene il browser, solo sul tuo dispositivo: l’aspetto che hai scelto, i posti che hai salvato e le ultime risposte, per leggerle senza rete. Cancella i dati di questo sito nel browser e spariscono.',
      'Quello che cerchi sta nell’indirizzo della pagina, così puoi condividerlo. Se hai cercato intorno a te, c’è anche la tua posizione: pensaci prima di condividere l’indirizzo.',
    ],
    server: 'Che cosa teniamo noi',
    serverText: [
      'Di una visita: niente che dica chi sei. Le tue domande, e la tua posizione se lo permetti, arrivano a questo server per avere risposta e non restano.',
      'Quando si apre la pagina di un posto, aggiungiamo uno a un numero: quante volte quel posto è stato aperto in quel giorno. Di chi l’ha aperto non resta niente, non c’è nessun cookie, e i numeri si cancellano dopo 400 giorni. Chi cura un posto ne vede il numero del mese.',
      'Se ci dici che cosa non va in un posto o che cosa manca, teniamo le tue parole, la data e, se lo dai, il tuo indirizzo e-mail. Li leggono i moderatori; non sono mai pubblici.',
      'Se ti registri, teniamo il tuo indirizzo e-mail e quello che cambi, perché ogni fatto dice da chi viene.',
      'Se aggiungi foto, togliamo quello che il tuo dispositivo vi ha scritto, come il luogo dello scatto. Il nome che dai con una foto è pubblico finché non lo togli o non elimini il tuo account.',
    ],
    others: 'A chi altro si chiede',
    basemap: (host) =>
      `La mappa di sfondo viene da ${host}. Il browser gli chiede le parti di mappa che guardi, quindi vede il tuo indirizzo internet e dove guardi.`,
    noBasemap: 'La mappa di sfondo viene da questo sito. Il browser non chiede niente a nessun altro.',
    othersText: [
      'Città e vie si cercano su questo server.',
      'I collegamenti ad altre mappe, ai siti dei posti e alle fonti si aprono solo se li scegli. Quello che succede lì dipende da loro.',
    ],
    logs: 'Registri',
    logsText: [
      'L’applicazione non tiene un elenco delle visite. Quando qualcosa non funziona annota l’errore, l’ora e l’indirizzo richiesto, non chi lo ha chiesto.',
      'Chi gestisce questo server può tenere, davanti a esso, un registro dei collegamenti per proteggerlo.',
    ],
  },
  accessibility: {
    title: 'Accessibilità',
    lead: 'Tutti devono poter usare Ricircolo. Segue le linee guida per l’accessibilità dei contenuti web (WCAG) 2.2, livello AA, e quindi i requisiti di EN 301 549 per le pagine web.',
    met: 'Su che cosa puoi contare',
    metList: [
      'Si può fare tutto senza la mappa: l’elenco nomina ogni posto che la mappa mostra.',
      'Si può fare tutto con la sola tastiera, e si vede dove si è.',
      'I lettori di schermo trovano nomi per tutti i comandi, titoli e zone della pagina, e sanno quando cambiano i risultati.',
      'Testi e segni restano leggibili in chiaro e in scuro. Niente è detto solo con il colore.',
      'Funziona su uno schermo largo 320 pixel, con il testo al 200 per cento, con più spazio nel testo e con i colori imposti dal sistema.',
      'Niente si muove se il tuo dispositivo chiede meno movimento.',
      'Un testo in una lingua diversa da quella della pagina lo dice, alle persone e ai lettori di schermo.',
    ],
    tested: 'Come è stato provato',
    testedText: [
      'Lo valutiamo noi. A ogni modifica partono prove automatiche: axe guarda tutte le schermate e gli stati, in chiaro e in scuro, su telefono e su schermo grande, e si fanno ricerche con la sola tastiera in un browser vero (Chromium).',
    ],
    limits: 'Che cosa non va ancora bene',
    limitsList: [
      'Non l’hanno ancora provato né persone con disabilità né esperti, e non è stato provato con un lettore di schermo.',
      'La mappa in sé è un’immagine. I suoi segni non si raggiungono uno per uno con la tastiera; usa l’elenco.',
      'Quello che le fonti dicono di un posto appare come l’hanno scritto: può essere difficile o non nella tua lingua.',
      'Di molti posti non si sa se hanno gradini.',
      'Il banco di prova per le API è fatto da altri e non segue tutte le linee guida.',
    ],
    report: 'Diccelo',
    reportText:
      'Se qualcosa ti impedisce di usare Ricircolo, diccelo. Ogni posto ha un modulo per dire che cosa non va; le tue parole arrivano a chi gestisce questo sito.',
    reportEmail: (address) => `Oppure scrivi a ${address}.`,
    reviewed: (date) => `Questa dichiarazione è stata rivista il ${date}.`,
  },
};
