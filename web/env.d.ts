/// <reference types="vite/client" />

declare module 'virtual:place-icons' {
  /** Icon name, as `maki:shop`, → the side of its square and its filled outlines. */
  export const placeIcons: Record<string, { box: number; paths: string[] }>;
}
