/** English, and the shape of the other languages. */
export const words = {
  stillRight: {
    title: 'Is it still right?',
    lead: 'You were asked by mail whether a place that you look after is still as we show it.',
    question: (place: string) => `Is ${place} still as we show it?`,
    answers: {
      STILL_TRUE: 'Everything still holds',
      CHANGED: 'Something changed',
      CLOSED: 'It has closed for good',
    },
    done: {
      STILL_TRUE: 'Thank you. People see that this place was checked today.',
      CHANGED: 'Thank you. Tell us what changed, or sign in and change it yourself.',
      CLOSED: 'Thank you. The place is now shown as closed for good. If that was a mistake, sign in and open it again.',
    },
    invalid:
      'This link does not hold any more, or you do not run this place any more. Sign in to look after your places.',
    failed: 'The answer did not reach us. Try again.',
    tell: 'Tell what changed',
    openPlace: 'Look at the place',
  },
  worklist: {
    title: 'Places to check near you',
    lead: 'The map is as good as its last check. These places need somebody to look: go by, call, or open their site, and tell us what you find.',
    where: 'Town or street',
    search: 'Show',
    nearMe: 'Near me',
    notFound: 'We know of no such town or street.',
    around: (name: string) => `Around ${name}`,
    yourPosition: 'your position',
    none: 'Nothing to check here. Try another town.',
    failed: 'The list did not load. Try again.',
    list: 'Places to check',
    reasons: {
      WEBSITE_GONE: 'Its website does not answer',
      NO_ANSWER: 'Who runs it did not answer us',
      STALE: 'Not checked for over two years',
      AGEING: 'Not checked for over a year',
      NEVER_CHECKED: 'Never checked on the spot',
    },
    goneSince: (date: string) => `Its website has not answered since ${date}`,
    tell: 'Something is wrong',
  },
};

export type FreshnessWords = typeof words;
