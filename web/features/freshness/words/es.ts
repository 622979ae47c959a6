import type { FreshnessWords } from './en.ts';

export const words: FreshnessWords = {
  stillRight: {
    title: '¿Sigue siendo así?',
    lead: 'Te preguntamos por correo si un lugar que cuidas sigue como lo mostramos.',
    question: (place) => `¿${place} sigue como lo mostramos?`,
    answers: {
      STILL_TRUE: 'Todo sigue igual',
      CHANGED: 'Algo ha cambiado',
      CLOSED: 'Ha cerrado para siempre',
    },
    done: {
      STILL_TRUE: 'Gracias. Ahora se ve que este lugar se ha comprobado hoy.',
      CHANGED: 'Gracias. Dinos qué ha cambiado, o inicia sesión y cámbialo tú.',
      CLOSED:
        'Gracias. El lugar aparece ahora como cerrado para siempre. Si fue un error, inicia sesión y vuelve a abrirlo.',
    },
    invalid: 'Este enlace ya no vale, o ya no cuidas este lugar. Inicia sesión para cuidar tus lugares.',
    failed: 'La respuesta no nos ha llegado. Inténtalo de nuevo.',
    tell: 'Decir qué ha cambiado',
    openPlace: 'Ver el lugar',
  },
  worklist: {
    title: 'Lugares por comprobar cerca de ti',
    lead: 'El mapa vale lo que su última comprobación. Estos lugares esperan que alguien mire: pasa por allí, llama o abre su sitio, y cuéntanos qué encuentras.',
    where: 'Ciudad o calle',
    search: 'Mostrar',
    nearMe: 'Cerca de mí',
    notFound: 'No conocemos esa ciudad o calle.',
    around: (name) => `Alrededor de ${name}`,
    yourPosition: 'tu posición',
    none: 'Aquí no hay nada que comprobar. Prueba otra ciudad.',
    failed: 'La lista no se ha cargado. Inténtalo de nuevo.',
    list: 'Lugares por comprobar',
    reasons: {
      WEBSITE_GONE: 'Su sitio no responde',
      NO_ANSWER: 'Quien lo lleva no nos ha respondido',
      STALE: 'Sin comprobar desde hace más de dos años',
      AGEING: 'Sin comprobar desde hace más de un año',
      NEVER_CHECKED: 'Nunca comprobado en el lugar',
    },
    goneSince: (date) => `Su sitio no responde desde el ${date}`,
    tell: 'Algo no está bien',
  },
};
