/** The parts of the form, in order. */
export const steps = ['what', 'where', 'offers', 'hours', 'contact', 'about', 'review'] as const;
export type StepName = (typeof steps)[number];

export const isStep = (name: unknown): name is StepName => steps.some((step) => step === name);

/** Which part a value of the input is typed in. */
const stepOf: Record<string, StepName> = {
  name: 'what',
  categories: 'what',
  organization: 'what',
  location: 'where',
  address: 'where',
  timezone: 'where',
  offers: 'offers',
  openingHours: 'hours',
  byAppointment: 'hours',
  phone: 'contact',
  email: 'contact',
  website: 'contact',
  social: 'contact',
  wheelchair: 'contact',
  accessNotes: 'contact',
  languages: 'about',
  payment: 'about',
  labels: 'about',
  description: 'about',
};

/** `offers.0.amountMax` is typed in `offers`; null: nowhere in particular. */
export const stepOfField = (path: string): StepName | null => stepOf[path.split('.', 1)[0] ?? ''] ?? null;
