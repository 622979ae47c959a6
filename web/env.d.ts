/// <reference types="vite/client" />

declare module 'virtual:place-icons' {
  /** Address of a picture with a symbol for each icon, its id the icon's name, as `maki:shop`. */
  export const placeIconsUrl: string;
}
