/// <reference types="vite/client" />

/** Addresses of pictures with a symbol for each icon, its id the icon's name, as `maki:shop`. */
declare module 'virtual:place-icons' {
  /** Of places and of what one does there. */
  export const placeIconsUrl: string;
  /** Of things, and of what one does with them. */
  export const thingIconsUrl: string;
}
