import type { StatementWords } from './en.ts';

export const es: StatementWords = {
  about: {
    title: 'Acerca de Ricircolo',
    lead: 'Ricircolo muestra dónde las cosas siguen sirviendo: lugares que reparan, prestan, regalan, intercambian, venden de segunda mano, venden a granel y reciclan. Es un directorio abierto, para todos y sin cuenta.',
    origin: 'De dónde viene',
    originText: [
      'Dos trabajos llevaron hasta aquí. En CECI, un proyecto de Interreg Europe, ocho socios de seis regiones intercambiaron buenas prácticas para implicar a la ciudadanía en servicios circulares, como bibliotecas de herramientas, ludotecas y reparación.',
      'En Torino Social Impact, organizaciones de Turín se reúnen en una comunidad de práctica sobre la economía circular.',
    ],
    data: 'De dónde vienen los datos',
    dataText: 'Cada lugar dice quién dijo qué, con qué licencia y cuándo. Las fuentes comunes son estas.',
    sources: {
      places: 'Casi todos los lugares',
      reports: 'Algunos lugares de Turín',
      towns: 'Ciudades',
      borders: 'Fronteras y tierras',
      things: 'Nombres de los objetos',
      icons: 'Iconos',
    },
    reportsNote: 'hechos anotados por el proyecto a partir de informes públicos, CC0 1.0',
    honest: 'Lo que no sabemos',
    honestText: [
      'Los horarios que nadie nos ha dicho aparecen como desconocidos, nunca como cerrado. Cuando solo sabemos lo que suelen ofrecer lugares así, escribimos «normalmente».',
    ],
    open: 'Abierto a todos',
    openText: [
      'El programa es software libre con la Licencia Pública de la Unión Europea 1.2. Cualquiera puede usarlo para una ciudad o una región. Los datos se leen y se consultan con la misma interfaz abierta que usa este sitio.',
    ],
  },
  privacy: {
    title: 'Privacidad',
    lead: 'Puedes buscar, mirar y guardar lugares sin cuenta. No te seguimos, no mostramos publicidad ni usamos cookies para ello.',
    device: 'Lo que guarda tu dispositivo',
    deviceText: [
      'Algunas cosas las guarda tu navegador, solo en tu dispositivo: la apariencia que elegiste, los lugares que guardaste y las últimas respuestas, para leerlas sin conexión. Borra los datos de este sitio en tu navegador y desaparecen.',
      'Lo que buscas está en la dirección de la página, para que puedas compartirla. Si buscaste cerca de ti, también está tu posición: piénsalo antes de compartir la dirección.',
    ],
    server: 'Lo que guardamos nosotros',
    serverText: [
      'De una visita: nada que diga quién eres. Tus preguntas, y tu posición si lo permites, llegan a este servidor para recibir respuesta y no se guardan.',
      'Cuando se abre la página de un lugar, sumamos uno a un número: cuántas veces se abrió ese lugar ese día. De quien la abrió no se guarda nada, no se pone ninguna cookie, y los números se borran a los 400 días. Quien cuida un lugar ve su número del mes.',
      'Si nos dices qué está mal en un lugar o qué falta, guardamos tus palabras, la fecha y, si la das, tu dirección de correo. Los leen los moderadores; nunca son públicos.',
      'Si creas una cuenta, guardamos tu dirección de correo y lo que cambias, porque cada dato dice de quién viene.',
      'Si añades fotos, quitamos lo que tu dispositivo escribió en ellas, como el sitio donde estabas. El nombre que das con una foto es público hasta que lo quites o elimines tu cuenta.',
    ],
    others: 'A quién más se pregunta',
    basemap: (host) =>
      `El mapa de fondo viene de ${host}. Tu navegador le pide las partes del mapa que miras, así que ve tu dirección de internet y dónde miras.`,
    noBasemap: 'El mapa de fondo viene de este sitio. Tu navegador no pregunta a nadie más.',
    othersText: [
      'Las ciudades y las calles se buscan en este servidor.',
      'Los enlaces a otros mapas, a los sitios de los lugares y a las fuentes solo se abren cuando los eliges. Lo que ocurre allí depende de ellos.',
    ],
    logs: 'Registros',
    logsText: [
      'La aplicación no lleva una lista de visitas. Cuando algo falla anota el error, la hora y la dirección pedida, no quién la pidió.',
      'Quien gestiona este servidor puede llevar, delante de él, un registro de conexiones para protegerlo.',
    ],
  },
  accessibility: {
    title: 'Accesibilidad',
    lead: 'Ricircolo debe poder usarlo todo el mundo. Sigue las pautas de accesibilidad para el contenido web (WCAG) 2.2, nivel AA, y por tanto los requisitos de EN 301 549 para páginas web.',
    met: 'Con qué puedes contar',
    metList: [
      'Todo se puede hacer sin el mapa: la lista nombra cada lugar que muestra el mapa.',
      'Todo se puede hacer solo con el teclado, y se ve dónde se está.',
      'Los lectores de pantalla encuentran nombres para todos los controles, títulos y zonas, y avisan cuando cambian los resultados.',
      'Los textos y los signos mantienen el contraste en claro y en oscuro. Nada se dice solo con el color.',
      'Funciona en una pantalla de 320 píxeles de ancho, con el texto al 200 por ciento, con más espacio en el texto y con los colores que impone el sistema.',
      'Nada se mueve si tu dispositivo pide menos movimiento.',
      'Un texto en otro idioma que el de la página lo dice, a las personas y a los lectores de pantalla.',
    ],
    tested: 'Cómo se ha probado',
    testedText: [
      'Lo evaluamos nosotros mismos. Con cada cambio se hacen pruebas automáticas: axe mira todas las pantallas y estados, en claro y en oscuro, en teléfono y en pantalla grande, y se hacen búsquedas solo con el teclado en un navegador real (Chromium).',
    ],
    limits: 'Lo que aún no está bien',
    limitsList: [
      'Todavía no lo han probado personas con discapacidad ni expertos, ni se ha probado con un lector de pantalla.',
      'El mapa en sí es una imagen. A sus signos no se llega uno a uno con el teclado; usa la lista.',
      'Lo que las fuentes dicen de un lugar aparece como lo escribieron: puede ser difícil o estar en otro idioma.',
      'De muchos lugares no se sabe si tienen escalones.',
      'El banco de pruebas de la API es obra de otros y no sigue todas las pautas.',
    ],
    report: 'Dínoslo',
    reportText:
      'Si algo te impide usar Ricircolo, dínoslo. Cada lugar tiene un formulario para decir qué está mal; tus palabras llegan a quienes gestionan este sitio.',
    reportEmail: (address) => `O escribe a ${address}.`,
    reviewed: (date) => `Esta declaración se revisó el ${date}.`,
  },
};
