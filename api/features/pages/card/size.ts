/** Pixels: what the sites that show previews of links ask for. */
export const pictureSize = { width: 1200, height: 630 };

/** From a place to the edge of the map around it. */
export const cardReachMeters = 28_000;
