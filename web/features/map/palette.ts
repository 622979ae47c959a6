/** Colours of the ground: a printed plan, so quiet that the places are the only ink. */
const light = {
  land: '#f0f2ed',
  built: '#e9ece6',
  green: '#dfe9d8',
  water: '#c5dbe4',
  building: '#e1e5de',
  road: '#ffffff',
  roadEdge: '#dbe0d9',
  rail: '#c9d0c9',
  label: '#57645c',
  waterLabel: '#336076',
  halo: '#f5f7f3',
  border: '#c3cbc3',
  coast: '#aec8d3',
  ink: '#131b17',
};
const dark: Palette = {
  land: '#141a17',
  built: '#181f1b',
  green: '#17241c',
  water: '#0e222c',
  building: '#1d2521',
  road: '#2c3731',
  roadEdge: '#141a17',
  rail: '#323d37',
  label: '#9ba8a0',
  waterLabel: '#7fa9bb',
  halo: '#131916',
  border: '#3d4842',
  coast: '#1d3a47',
  ink: '#eff4f0',
};

export type Palette = typeof light;
export type Theme = 'light' | 'dark';
export const palettes: Record<Theme, Palette> = { light, dark };
