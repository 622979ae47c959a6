/** Colours of the pictures: those of the interface in daylight (web/ui/tokens.css). */
export const colours = {
  paper: '#ffffff',
  water: '#dfe6e6',
  land: '#f5f7f4',
  border: '#b9c3bc',
  ink: '#131b17',
  body: '#3b4740',
  quiet: '#56635b',
};

const groups: Record<string, { fill: string; on: string; ink: string }> = {
  repair: { fill: '#e35d05', on: '#ffffff', ink: '#a34000' },
  share: { fill: '#2f59d0', on: '#ffffff', ink: '#244bb8' },
  give: { fill: '#ad3876', on: '#ffffff', ink: '#9a2c67' },
  'second-hand': { fill: '#471a62', on: '#ffffff', ink: '#471a62' },
  refill: { fill: '#0797a8', on: '#ffffff', ink: '#05697a' },
  recycle: { fill: '#195821', on: '#ffffff', ink: '#195821' },
  meet: { fill: '#efc42a', on: '#2a2000', ink: '#6d5300' },
};

/** Ink for a group that an operator added. */
export const groupColours = (group: string) => groups[group] ?? { fill: colours.ink, on: '#ffffff', ink: colours.ink };
